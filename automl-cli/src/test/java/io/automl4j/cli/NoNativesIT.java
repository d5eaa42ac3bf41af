package io.automl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Native libraries are unpacked to a temporary folder; where there is none they do not load. */
@Timeout(120)
final class NoNativesIT {
    @TempDir
    private Path directory;

    private Path data;

    @BeforeEach
    void write() throws IOException {
        SplittableRandom random = new SplittableRandom(2);
        StringBuilder csv = new StringBuilder("x,y\n");
        for (int row = 0; row < 80; row++) {
            double x = random.nextDouble();
            csv.append(x).append(x + 0.3 * random.nextDouble() > 0.6 ? ",p\n" : ",q\n");
        }
        data = Files.writeString(directory.resolve("train.csv"), csv);
    }

    private Cli fit(String learners) throws Exception {
        // nothing can be unpacked below a file
        String nowhere = data.resolve("none").toString();
        try (Child child = Child.start(
                List.of(
                        "-Djava.io.tmpdir=" + nowhere,
                        "-Duser.home=" + nowhere,
                        "-Dorg.bytedeco.javacpp.cachedir=" + nowhere),
                "fit",
                "--data",
                data,
                "--target",
                "y",
                "--budget",
                "6s",
                "--learners",
                learners,
                "--model",
                model())) {
            return child.end();
        }
    }

    private Path model() {
        return directory.resolve("m.automl");
    }

    @Test
    void oneWarningNamesTheLearnerThatIsLeftOut() throws Exception {
        Cli fitted = fit("xgboost,lightgbm,linear");
        assertThat(fitted.code()).as(fitted.err()).isZero();
        for (String learner : List.of("xgboost", "lightgbm")) {
            assertThat(fitted.err())
                    .containsOnlyOnce(
                            "Learner '%s' cannot be used: its native library does not load".formatted(learner));
        }
        Cli predicted = Cli.run("predict", "--model", model(), "--data", data, "--out", "-");
        assertThat(predicted.out().lines()).hasSize(81);
    }

    @Test
    void networksMultiplyInPlainJava() throws Exception {
        Cli fitted = fit("mlp");
        assertThat(fitted.code()).as(fitted.err()).isZero();
        assertThat(fitted.err()).containsOnlyOnce("OpenBLAS does not load");
        assertThat(Cli.run("inspect", "--model", model()).out()).contains("mlp");
    }

    @Test
    void withoutALearnerNothingIsFitted() throws Exception {
        Cli refused = fit("xgboost");
        assertThat(refused.code()).as(refused.err()).isEqualTo(ExitCode.NOTHING_FITTED);
        assertThat(refused.err())
                .contains("None of the learners can be used here", "xgboost")
                .doesNotContain("\tat ");
        assertThat(model()).doesNotExist();
    }
}
