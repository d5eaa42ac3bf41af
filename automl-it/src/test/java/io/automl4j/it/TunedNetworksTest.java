package io.automl4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.DataException;
import io.automl4j.meta.Candidate;
import io.automl4j.meta.CandidateFile;
import io.automl4j.tabular.KnowledgeBuild;
import io.automl4j.tabular.TunedNetworks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TunedNetworksTest {
    @TempDir
    private Path folder;

    private Path tuned = Path.of("");

    @BeforeEach
    void write() throws IOException {
        StringBuilder text = new StringBuilder(
                "dataset,model,n_blocks,d_block,dropout,residual_dropout,lr,weight_decay,best_epoch\n");
        for (int i = 0; i < 20; i++) {
            text.append("why/classif-num-medium-%d-t%02d,mlp,%d,%d,0.1,,0.00%d,0.01,60%n"
                    .formatted(i % 4, i, 1 + i % 6, 32 + 20 * i, 1 + i % 9));
        }
        text.append("adult,resnet,2,128,0.25,0.1,0.001,0.001,40\nadult,tabm,2,128,0.25,0.1,0.001,0.001,40\n");
        tuned = Files.writeString(folder.resolve("tuned.csv"), text);
    }

    @Test
    void aFewOfManyAreKept() {
        List<Candidate> candidates = TunedNetworks.read(tuned, List.of());

        assertThat(candidates).hasSize(9).doesNotHaveDuplicates();
        Candidate resnet = candidates.get(8);
        assertThat(resnet.learner()).isEqualTo("resnet");
        assertThat(resnet.tunedOn()).containsExactly("adult");
        assertThat(resnet.configuration().real("learning_rate")).isEqualTo(0.001);
        assertThat(resnet.configuration().integer("blocks")).isEqualTo(2);
        assertThat(candidates.get(0).tunedOn().get(0)).matches("t\\d\\d");
        assertThat(candidates.get(0).configuration().real("learning_rate")).isBetween(0.04, 0.36);
    }

    @Test
    void whatWasTunedWhereOthersAreJudgedIsLeftOut() throws IOException {
        Files.writeString(folder.resolve("index.json"), """
                [{"name": "adult", "file": "a.csv", "target": "y", "task": "binary", "split": "public"},
                 {"name": "mine", "file": "b.csv", "target": "y", "task": "binary", "split": "meta"}]""");

        List<Candidate> candidates = KnowledgeBuild.candidates(tuned, folder, "meta", folder.resolve("kb"));

        assertThat(candidates)
                .hasSize(8)
                .allMatch(candidate -> candidate.learner().equals("mlp"));
        assertThat(CandidateFile.read(folder.resolve("kb"))).isEqualTo(candidates);
    }

    @Test
    void aFileThatLacksAColumnIsNamed() throws IOException {
        Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");

        assertThatThrownBy(() -> TunedNetworks.read(other, List.of()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("other.csv")
                .hasMessageContaining("d_block");
    }

    @Test
    void aFileThatIsNotThereAndACellThatIsNoNumberAreNamed() throws IOException {
        assertThatThrownBy(() -> TunedNetworks.read(folder.resolve("absent.csv"), List.of()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("absent.csv' cannot be used: there is no such file");

        Files.writeString(tuned, Files.readString(tuned).replace("adult,resnet,2,128", "adult,resnet,2,wide"));
        assertThatThrownBy(() -> TunedNetworks.read(tuned, List.of()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("line 22 has 'wide' in 'd_block', which is no number");
    }
}
