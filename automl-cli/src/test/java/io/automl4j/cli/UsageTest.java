package io.automl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UsageTest {
    @TempDir
    private Path directory;

    private Path data;
    private Path model;

    @BeforeEach
    void writeTable() throws IOException {
        data = Files.writeString(directory.resolve("train.csv"), "a,y\n1,p\n2,q\n3,p\n4,q\n");
        model = directory.resolve("m.automl");
    }

    private Cli fit(Object... more) {
        List<Object> args = Stream.concat(
                        Stream.of("fit", "--data", data, "--target", "y", "--model", model), Stream.of(more))
                .toList();
        return Cli.run(args.toArray());
    }

    @Test
    void whatIsTheSameTwiceEndsByTrials() {
        assertThat(fit("--deterministic").err()).contains("--deterministic needs --trials");
        assertThat(fit("--deterministic", "--trials", 3, "--budget", "5s").err())
                .contains("Maybe leave it out");
        assertThat(fit("--deterministic", "--trials", 3, "--objectives", "time").err())
                .contains("--objectives, --constraint: The time of trials differs from run to run");
        assertThat(model).doesNotExist();
    }

    @Test
    void whatARunKeepsIsNotGivenAgain() {
        Cli cli = fit("--resume", directory, "--seed", 3);
        assertThat(cli.code()).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err()).contains("--seed: --resume takes it from the run. Leave it out.");
        assertThat(Cli.run("fit", "--resume", directory, "--charset", "utf-8").err())
                .contains("--resume takes it from the run");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(Cli.run("fit", "--data", data, "--model", model).err()).contains("--target=COLUMN");
        assertThat(Cli.run("fit", "--target", "y", "--model", model).err()).contains("--data=FILE");
        assertThat(Cli.run("fit", "--data", data, "--target", "y").err()).contains("--model=FILE");
        Cli missing = Cli.run("fit", "--resume", directory.resolve("missing"));
        assertThat(missing.code()).isEqualTo(ExitCode.USAGE);
        assertThat(missing.err()).contains("there is no folder");
        Cli nowhere = Cli.run("fit", "--resume", directory);
        assertThat(nowhere.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(nowhere.err()).contains("There is no run in");
    }

    @ParameterizedTest
    @CsvSource({
        "--budget, soon, 'soon' is no span of time",
        "--budget, 0s, must be more than zero",
        "--task, sorting, 'sorting'",
        "--metric, luck, luck",
        "--metric, rmse, is not defined for a binary task",
        "--learners, oracle, there is no learner 'oracle'",
        "--group, y, column 'y' is given by --target as well",
        "--ignore, y, column 'y' is given by --target as well",
        "--threads, 0, must be at least 1",
        "--folds, 1, must be at least 2",
        "--seed, x, 'x'",
        "--class-weights, p=-1, 'p' has weight -1.0",
        "--type, a=colour, 'colour'",
        "--charset, klingon, klingon",
        "--engine, steam, no engine 'steam'",
        "--device, gpu, trains on the processor only",
        "--device, abacus, 'abacus'",
        "--strategy, luck, no strategy 'luck'",
        "--strategy, tpe+luck, no schedule 'luck'",
        "--objectives, beauty, no objective 'beauty'",
        "--constraint, latency, 'latency' is no bound",
        "--constraint, size<5us, 'size<5us' is no bound",
        "--trials, 0, must be at least 1",
        "--magic, 1, --magic",
    })
    void wrongOptionsAreRefusedBeforeTheSearch(String option, String value, String message) {
        Cli cli = fit(option, value);
        assertThat(cli.code()).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err()).contains(message).doesNotContain("\tat ");
        assertThat(model).doesNotExist();
    }

    @Test
    void aPlaceWhereNoModelCanAppearIsRefusedBeforeTheSearch() {
        Path none = directory.resolve("none");
        Path nowhere = none.resolve("m.automl");
        Cli cli = Cli.run("fit", "--data", data, "--target", "y", "--model", nowhere);
        assertThat(cli.code()).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err()).contains("there is no directory", none.toString());
        Cli taken = Cli.run("fit", "--data", data, "--target", "y", "--model", directory);
        assertThat(taken.code()).isEqualTo(ExitCode.USAGE);
        assertThat(taken.err()).contains("is a directory");
    }

    @Test
    void aWorkDirectoryIsNoFile() {
        Cli cli = fit("--work-dir", data.toString());
        assertThat(cli.code()).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err())
                .contains("--work-dir: '%s' is a file".formatted(data))
                .doesNotContain("Exception");
    }

    @Test
    void missingFilesAreUsage() {
        Path none = directory.resolve("none");
        assertThat(Cli.run("fit", "--data", none, "--target", "y", "--model", model)
                        .code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(Cli.run("predict", "--data", data, "--model", none, "--out", "-")
                        .code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(Cli.run("inspect", "--model", none).err()).contains("there is no file", "none");
        assertThat(Cli.run("leaderboard", "--model", none).code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void exportsNeedAFormatAndAPlace() throws IOException {
        Path old = Files.writeString(model, "model");
        Path out = directory.resolve("m.onnx");
        Cli form = Cli.run("export", "--model", old, "--format", "pmml", "--out", out);
        assertThat(form.code()).isEqualTo(ExitCode.USAGE);
        assertThat(form.err()).contains("--format", "'pmml'", "one of [ONNX]");
        Path nowhere = directory.resolve("none").resolve("m.onnx");
        Cli place = Cli.run("export", "--model", old, "--format", "onnx", "--out", nowhere);
        assertThat(place.code()).isEqualTo(ExitCode.USAGE);
        assertThat(place.err()).contains("--out: there is no directory");
        Cli same = Cli.run("export", "--model", old, "--format", "onnx", "--out", old);
        assertThat(same.code()).isEqualTo(ExitCode.USAGE);
        assertThat(same.err()).contains("and would be written over");
        Cli printed = Cli.run("export", "--model", old, "--format", "onnx", "--out", "-");
        assertThat(printed.code()).isEqualTo(ExitCode.USAGE);
        assertThat(printed.err()).contains("--out model.onnx");
        Cli missing = Cli.run("export", "--model", directory.resolve("gone"), "--format", "onnx", "--out", out);
        assertThat(missing.code()).isEqualTo(ExitCode.USAGE);
        Cli damaged = Cli.run("export", "--model", old, "--format", "onnx", "--out", out);
        assertThat(damaged.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(out).doesNotExist();
        assertThat(old).hasContent("model");
    }

    @Test
    void aCommandMustBeNamed() {
        Cli cli = Cli.run();
        assertThat(cli.code()).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err()).contains("Which command?", "--help");
        assertThat(Cli.run("fti").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void helpAndVersionGoToStandardOutput() {
        assertThat(Cli.run("--version").out()).startsWith("AutoML4J ").contains("Java ");
        Cli help = Cli.run("fit", "--help");
        assertThat(help.code()).isEqualTo(ExitCode.OK);
        assertThat(help.out())
                .contains("--data", "--target", "--task", "--metric", "--budget", "--seed", "--threads", "--learners")
                .contains("auto, binary, multiclass, regression");
    }

    @Test
    void whatIsReadIsNotWrittenOver() throws IOException {
        byte[] before = Files.readAllBytes(data);
        Cli fit = Cli.run("fit", "--data", data, "--target", "y", "--model", data);
        assertThat(fit.code()).isEqualTo(ExitCode.USAGE);
        assertThat(fit.err()).contains("--model: '" + data + "' is the file of --data too");
        Path model = Files.writeString(directory.resolve("old.automl"), "model");
        for (Path read : List.of(data, model)) {
            Cli predict = Cli.run("predict", "--data", data, "--model", model, "--out", read);
            assertThat(predict.code()).isEqualTo(ExitCode.USAGE);
            assertThat(predict.err()).contains("and would be written over");
            Cli explain = Cli.run("explain", "--data", data, "--model", model, "--out", read);
            assertThat(explain.err()).contains("and would be written over");
        }
        assertThat(data).hasBinaryContent(before);
        assertThat(model).hasContent("model");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatTakesNoFilesIsRefusedBeforeTheSearch() {
        Cli cli = Cli.run("fit", "--data", data, "--target", "y", "--model", "/proc/m.automl");
        assertThat(cli.code()).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err()).contains("directory '/proc' must not be written to");
    }
}
