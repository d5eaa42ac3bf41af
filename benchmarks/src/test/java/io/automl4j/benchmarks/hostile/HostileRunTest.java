package io.automl4j.benchmarks.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.task.TaskType;
import io.automl4j.model.AutoModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class HostileRunTest {
    private final AutoModel model = HostileModel.drawn(TaskType.MULTICLASS);
    private final List<String> printed = new ArrayList<>();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"MULTICLASS", "QUANTILE", "REGRESSION"})
    void changedFilesEndAsTheyShould(TaskType type) throws IOException {
        HostileRun.Result result = new HostileRun(240, 11, printed::add).mutations(HostileModel.drawn(type), folder);
        assertThat(result.ok()).as(String.join("\n", printed)).isTrue();
        assertThat(result.toString()).startsWith("240 of 240, slowest 0.");
        for (Mutation kind : Mutation.values()) {
            assertThat(printed).anyMatch(line -> line.startsWith(kind.name()));
        }
    }

    /** Else the run would find nothing wrong in anything. */
    @Test
    void theJudgeTellsOtherModelsAndOtherErrors() throws IOException {
        Path file = folder.resolve("m.automl");
        model.save(file);
        Judge judge = new Judge(file, HostileModel.rows(model, 10), printed::add);
        byte[] sound = Files.readAllBytes(file);
        assertThat(judge.of(sound, "sound")).isEqualTo(Verdict.SAME);
        assertThat(judge.of(new byte[9], "zeros")).isEqualTo(Verdict.REFUSED);
        model.at(model.front().fast()).save(file);
        assertThat(judge.ofFile("another model")).isEqualTo(Verdict.OTHER);
        Files.delete(file);
        assertThat(judge.ofFile("no file")).isEqualTo(Verdict.BROKEN);
        assertThat(printed).anyMatch(line -> line.startsWith("no file: java.io.UncheckedIOException"));
        assertThat(judge.slowestSeconds()).isPositive();
    }

    @Test
    void everyKindOfModelIsInTheFile() throws IOException {
        Path file = folder.resolve("m.automl");
        model.save(file);
        String json = ModelZip.of(Files.readAllBytes(file)).text(ModelZip.MODEL);
        assertThat(json)
                .contains("\"kind\":\"trees\"", "\"kind\":\"linear\"", "\"kind\":\"network\"")
                .contains("\"kind\":\"neighbours\"", "\"kind\":\"prior\"")
                .contains("\"kind\":\"number\"", "\"kind\":\"code\"", "\"kind\":\"one_hot\"")
                .contains("\"kind\":\"statistics\"", "\"kind\":\"date\"", "\"kind\":\"text\"");
    }
}
