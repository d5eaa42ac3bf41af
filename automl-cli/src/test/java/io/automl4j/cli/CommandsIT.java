package io.automl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.run.LeaderboardRow;
import io.automl4j.model.AutoModel;
import io.automl4j.model.Member;
import io.automl4j.model.ModelParts;
import io.automl4j.model.PostProcessing;
import io.automl4j.model.Stack;
import io.automl4j.model.predictor.LinearModel;
import io.automl4j.model.predictor.Link;
import io.automl4j.model.predictor.Model;
import io.automl4j.onnx.OnnxModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way, with native-free learners and a few seconds. */
final class CommandsIT {
    @TempDir
    private static Path directory;

    private static Path data;
    private static Path model;
    private static Cli fitted;

    @BeforeAll
    static void fit() throws IOException {
        data = Files.writeString(directory.resolve("train.csv"), rows(120));
        model = directory.resolve("fitted");
        fitted = fit(
                data,
                model,
                "--learners",
                "linear,knn",
                "--threads",
                "1",
                "--ignore",
                "noise",
                "--weight",
                "w",
                "--type",
                "code=categorical");
    }

    /** Fits for some seconds; the budget counts from the start of this JVM, which ran other tests before. */
    private static Cli fit(Path table, Path written, String... more) {
        // time counts from the start of this JVM, and shares of the whole are for what comes after the search
        String budget = ManagementFactory.getRuntimeMXBean().getUptime() * 9 / 8 + 2500 + "ms";
        List<Object> words = new ArrayList<>(
                List.of("fit", "--data", table, "--target", "y", "--model", written, "--budget", budget));
        words.addAll(List.of(more));
        return Cli.run(words.toArray());
    }

    private static String rows(int count) {
        return rows(count, 1);
    }

    private static String rows(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder csv = new StringBuilder("x,code,noise,w,y\n");
        for (int row = 0; row < count; row++) {
            double x = random.nextDouble();
            int code = random.nextInt(3);
            csv.append("%.4f,%d,%d,%d,%s%n"
                    .formatted(
                            x,
                            code,
                            random.nextInt(9),
                            1 + row % 2,
                            x + code + random.nextDouble() > 2 ? "\"yes, sir\"" : "no"));
        }
        return csv.toString();
    }

    @Test
    void fitSaysWhatItFoundAndWhere() throws IOException {
        assertThat(fitted.code()).as(fitted.err()).isZero();
        assertThat(fitted.err()).contains("binary of 'y': 120 rows", "left: best roc_auc");
        assertThat(fitted.out()).contains("roc_auc 0.", "ensemble of ", "%", "model: " + model, "B)");
        assertThat(Files.size(model)).isPositive();
    }

    /** Where the JVM has used up the second nothing has the time to learn, and the warning says so; a new one may have. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofOneSecondThereIsAModelThatPredicts(boolean inNewProcess) throws Exception {
        Path brief = directory.resolve("brief %s.automl".formatted(inNewProcess));
        Object[] words = {"fit", "--data", data, "--target", "y", "--model", brief, "--budget", "1s"};
        Cli cli = inNewProcess ? child(words) : Cli.run(words);
        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.err().contains("too short for 120 rows"))
                .isEqualTo(AutoModel.load(brief).members().stream()
                        .allMatch(member -> member.learner().equals("prior")));
        Cli predicted = Cli.run("predict", "--model", brief, "--data", data, "--out", "-");
        assertThat(predicted.code()).as(predicted.err()).isZero();
        assertThat(predicted.out().lines()).hasSize(121);
    }

    private static Cli child(Object... words) throws IOException, InterruptedException {
        return child(List.of(), words);
    }

    private static Cli child(List<String> options, Object... words) throws IOException, InterruptedException {
        try (Child child = Child.start(options, words)) {
            return child.end();
        }
    }

    @Test
    void whereWhatTheLibraryKnowsIsDamagedTheSearchGoesOn() throws IOException, InterruptedException {
        Path found = directory.resolve("damaged/io/automl4j/meta/knowledge.bin.gz");
        Files.createDirectories(found.getParent());
        Files.writeString(found, "half");
        // what lies there is found before the same name in a jar
        List<String> damaged = List.of("-Xbootclasspath/a:" + directory.resolve("damaged"));

        Path begun = directory.resolve("begun.automl");
        Cli cli = child(damaged, "fit", "--data", data, "--target", "y", "--model", begun, "--trials", "3");

        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.err()).contains("The knowledge base of the library cannot be used", "begins without it");
        assertThat(AutoModel.load(begun).leaderboard()).anyMatch(LeaderboardRow::isTried);
    }

    /** In them all is the other way about, so there is something to learn. */
    @Test
    void aModelLearnsNewRows() throws IOException {
        Path network = directory.resolve("network.automl");
        Cli begun = Cli.run(
                "fit", "--data", data, "--target", "y", "--model", network, "--trials", "1", "--learners", "mlp");
        assertThat(begun.code()).as(begun.err()).isZero();
        String turned = rows(300, 2)
                .lines()
                .map(line -> line.endsWith(",no")
                        ? line.replace(",no", ",\"yes, sir\"")
                        : line.replace("\"yes, sir\"", "no"))
                .collect(Collectors.joining("\n"));
        Path fresh = Files.writeString(directory.resolve("fresh.csv"), turned);
        Path out = directory.resolve("updated.automl");
        Cli cli = Cli.run("update", "--model", network, "--data", fresh, "--out", out, "--threads", "1");
        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.out())
                .contains("roc_auc 0.", "75 new rows kept apart", "225 new rows", "ensemble of ", "model: " + out);
        Cli predicted = Cli.run("predict", "--model", out, "--data", fresh, "--out", "-");
        assertThat(predicted.out().lines()).hasSize(301);
    }

    @Test
    void anUpdateThatDoesNotHoldIsRefused() throws IOException {
        Path out = directory.resolve("refused.automl");
        Cli known = Cli.run("update", "--model", model, "--data", data, "--out", out);
        assertThat(known.code()).as(known.err()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(known.err()).contains("already");
        SplittableRandom random = new SplittableRandom(3);
        String drawn = rows(300, 4)
                .lines()
                .map(line -> line.startsWith("x,") ? line : line.replaceAll("(\"yes, sir\"|no)$", word(random)))
                .collect(Collectors.joining("\n"));
        Path noise = Files.writeString(directory.resolve("noise.csv"), drawn);
        Cli refused = Cli.run("update", "--model", model, "--data", noise, "--out", out);
        assertThat(refused.code()).as(refused.err()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("refused", "Maybe");
        assertThat(out).doesNotExist();
        assertThat(Cli.run("update", "--model", model, "--data", data, "--out", out, "--threads", "0")
                        .code())
                .isEqualTo(ExitCode.USAGE);
    }

    private static String word(SplittableRandom random) {
        return random.nextBoolean() ? "\"yes, sir\"" : "no";
    }

    @Test
    void aSearchBeginsWithAnEarlierModel() {
        Path warm = directory.resolve("warm.automl");
        Cli cli = fit(data, warm, "--learners", "linear", "--warm-start-from", model.toString());
        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.err()).contains("no network");
        Cli absent =
                fit(data, warm, "--warm-start-from", directory.resolve("absent").toString());
        assertThat(absent.code()).isEqualTo(ExitCode.USAGE);
        assertThat(absent.err()).contains("--warm-start-from");
    }

    @Test
    void predictionsHaveTheLabelThenAProbabilityForEachClass() throws IOException {
        Path out = directory.resolve("p.csv");
        Cli cli = Cli.run("predict", "--model", model, "--data", data, "--out", out);
        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("120 predictions: " + out);
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).hasSize(121);
        assertThat(lines.get(0)).isEqualTo("prediction,probability_no,\"probability_yes, sir\"");
        assertThat(lines.subList(1, 121)).allMatch(line -> line.matches("(no|\"yes, sir\"),[0-9.E-]+,[0-9.E-]+"));

        Cli printed = Cli.run("predict", "--model", model, "--data", data, "--out", "-");
        assertThat(printed.out()).isEqualTo(Files.readString(out, StandardCharsets.UTF_8));
        assertThat(directory.toFile().list()).noneMatch(name -> name.endsWith(".tmp"));
    }

    /** As of a disk that is full behind {@code > file}. */
    @Test
    void predictionsThatAreLostAreNoSuccess() throws IOException {
        Writer closed = Writer.nullWriter();
        closed.close();
        PrintWriter full = new PrintWriter(closed);
        StringWriter err = new StringWriter();
        int code = Main.run(
                full,
                new PrintWriter(err),
                "predict",
                "--model",
                model.toString(),
                "--data",
                data.toString(),
                "--out",
                "-");
        assertThat(code).isNotZero();
        assertThat(err.toString()).contains("Standard output takes no more");
    }

    @Test
    void predictionNeedsNeitherTargetNorOrderButEveryFeature() throws IOException {
        Path other = Files.writeString(directory.resolve("other.csv"), "more,code,x\n7,2,0.9\n7,0,0.1\n");
        Cli cli = Cli.run("predict", "--model", model, "--data", other, "--out", "-");
        assertThat(cli.out().lines().skip(1)).hasSize(2).first().asString().startsWith("\"yes, sir\",");
        Path lacking = Files.writeString(directory.resolve("lacking.csv"), "code\n1\n");
        Path out = directory.resolve("none.csv");
        Cli refused = Cli.run("predict", "--model", model, "--data", lacking, "--out", out);
        assertThat(refused.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(refused.err()).contains("'x'");
        assertThat(out).doesNotExist();
    }

    @Test
    void whatTheModelDoesNotKnowIsSaid() throws IOException {
        Path strange = Files.writeString(directory.resolve("strange.csv"), "x,code,y,more\n0.9,7,maybe,1\n");
        Cli cli = Cli.run("predict", "--model", model, "--data", strange, "--out", "-");
        assertThat(cli.code()).isZero();
        assertThat(cli.err())
                .contains("warning: Column 'more': the training table had no such column.")
                .contains("warning: Column 'code': the model does not know '7'.")
                .contains("warning: Column 'y': the model does not know 'maybe'.");
    }

    @Test
    void labelsComeBackAsTheyAreWritten() throws IOException {
        StringBuilder csv = new StringBuilder("x,y\n");
        for (int row = 0; row < 60; row++) {
            csv.append(row * 7 % 60 + "." + row % 10 + "," + (row * 7 % 60 < 30 ? "0.0" : "1.0") + "\n");
        }
        csv.append("1e400,0.0\n");
        Path numbers = Files.writeString(directory.resolve("numbers.csv"), csv);
        Path written = directory.resolve("numbers.automl");
        Cli fit = fit(numbers, written, "--learners", "linear");
        assertThat(fit.code()).as(fit.err()).isZero();
        assertThat(fit.err()).containsOnlyOnce("1e400").contains("warning: Column 'x'");
        Cli predicted = Cli.run("predict", "--model", written, "--data", numbers, "--out", "-");
        assertThat(predicted.out().lines().findFirst()).hasValue("prediction,probability_0.0,probability_1.0");
        assertThat(predicted.out().lines().skip(1))
                .allMatch(line -> line.startsWith("0.0,") || line.startsWith("1.0,"));
    }

    @ParameterizedTest
    @CsvSource({"--time, x, forward in time", "--group, noise, by group", "--fold, noise, of your own"})
    void columnsSayHowToValidate(String option, String column, String words) {
        Path written = directory.resolve(column + option);
        Cli fit = fit(data, written, "--learners", "linear", option, column);
        assertThat(fit.code()).as(fit.err()).isZero();
        assertThat(fit.err()).contains(words);
        assertThat(Cli.run("inspect", "--model", written).out())
                .contains(option.substring(2))
                .doesNotContain("feature     " + column);
    }

    @Test
    void aNewerModelIsRefused() throws IOException, NoSuchAlgorithmException {
        Path newer = Files.copy(model, directory.resolve("newer.automl"));
        try (FileSystem zip = FileSystems.newFileSystem(newer)) {
            Path manifest = zip.getPath("manifest.json");
            byte[] changed = Files.readString(manifest)
                    .replaceFirst("\"version\":\\d+", "\"version\":99")
                    .getBytes(StandardCharsets.UTF_8);
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(changed);
            Files.write(manifest, changed);
            Files.writeString(zip.getPath("manifest.sha256"), HexFormat.of().formatHex(sha256));
        }
        Cli refused = Cli.run("predict", "--model", newer, "--data", data, "--out", "-");
        assertThat(refused.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(refused.err()).contains("newer.automl", "Maybe update");
        assertThat(refused.out()).isEmpty();
    }

    @Test
    void aModelIsExported() throws IOException {
        Path out = directory.resolve("m.onnx");
        Cli cli = Cli.run("export", "--model", model, "--format", "onnx", "--out", out);
        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.out()).startsWith("onnx: " + out).contains("B)");
        assertThat(Files.readString(out, StandardCharsets.ISO_8859_1))
                .contains("AutoML4J", "probabilities", "[\"no\", \"yes, sir\"]");
        assertThat(directory.toFile().list()).noneMatch(name -> name.endsWith(".tmp"));
    }

    @Test
    void setsAreWrittenBesideClasses() {
        Cli cli = Cli.run("predict", "--model", model, "--data", data, "--out", "-", "--coverage", "0.9");
        assertThat(cli.code()).as(cli.err()).isZero();
        List<String> lines = cli.out().lines().toList();
        assertThat(lines.get(0)).endsWith(",set");
        assertThat(lines.subList(1, lines.size()))
                .allMatch(line -> line.matches(".*,\"?(no|yes, sir|no\\|yes, sir|yes, sir\\|no)\"?"));
        Cli refused = Cli.run("predict", "--model", model, "--data", data, "--out", "-", "--coverage", "1.5");
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("--coverage: coverage is 1.5, but must lie between 0 and 1");
    }

    /** A rising line with some noise; numbers that are all different would be taken for those of rows. */
    private static Path numbers() throws IOException {
        StringBuilder csv = new StringBuilder("x,y\n");
        for (int i = 0; i < 80; i++) {
            csv.append("%d,%d%n".formatted(i % 40, number(i)));
        }
        return Files.writeString(directory.resolve("numbers.csv"), csv);
    }

    private static int number(int row) {
        return 2 * (row % 40) + row * 7 % 11;
    }

    private static Cli fitNumbers(Path numbers, Path fitted, String... more) {
        List<Object> words = new ArrayList<>(List.of("fit", "--data", numbers, "--target", "y", "--model", fitted));
        words.addAll(List.of(more));
        Cli fit = Cli.run(words.toArray());
        assertThat(fit.code()).as(fit.err()).isZero();
        return fit;
    }

    @Test
    void intervalsAreWrittenBesideNumbersAndTreesExplainedExactly() throws IOException {
        Path numbers = numbers();
        Path fitted = directory.resolve("trees.automl");
        fitNumbers(numbers, fitted, "--trials", "1", "--learners", "extra_trees");

        Cli predict = Cli.run("predict", "--model", fitted, "--data", numbers, "--out", "-", "--coverage", "0.8");
        assertThat(predict.code()).as(predict.err()).isZero();
        List<String> lines = predict.out().lines().toList();
        assertThat(lines.get(0)).isEqualTo("prediction,lower,upper");
        int within = 0;
        for (int row = 0; row < 80; row++) {
            String[] cells = lines.get(row + 1).split(",", -1);
            boolean holds = Double.parseDouble(cells[1]) <= number(row) && number(row) <= Double.parseDouble(cells[2]);
            within += holds ? 1 : 0;
        }
        assertThat(within).as("of 80 truths, 0.8 of them at least").isGreaterThanOrEqualTo(64);

        Cli explain = Cli.run(
                "explain",
                "--model",
                fitted,
                "--data",
                numbers,
                "--out",
                "-",
                "--rows",
                "1",
                "--trees",
                "--sample",
                "20");
        assertThat(explain.code()).as(explain.err()).isZero();
        assertThat(explain.out())
                .contains("\"importance\":{\"metric\":\"rmse\"", "\"rows\":20")
                .containsPattern(
                        "\"treeShapley\":\\[\\{.*\"learner\":\"extra_trees\".*\"base\":\\[[0-9.]+].*\"column\":\"x\"");
    }

    @Test
    void aWrongTargetIsNamedByItsRowOfTheFile() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(data));
        lines.set(90, "0.5,1,1,1,maybe");
        Path wrong = Files.write(directory.resolve("wrong.csv"), lines);
        Cli cli = Cli.run("explain", "--model", model, "--data", wrong, "--out", "-", "--sample", "2");
        assertThat(cli.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(cli.err()).contains("Row 90 has the class 'maybe' in 'y'", "Maybe leave the row out");
    }

    @Test
    void quantilesAreColumns() throws IOException {
        Path numbers = numbers();
        Path fitted = directory.resolve("quantiles.automl");
        Cli fit = fitNumbers(numbers, fitted, "--quantiles", "0.1,0.9", "--trials", "2", "--learners", "linear");
        assertThat(fit.out()).startsWith("mean_pinball_0.1_0.9 ");
        Cli predict = Cli.run("predict", "--model", fitted, "--data", numbers, "--out", "-");
        assertThat(predict.out().lines()).first().isEqualTo("prediction,quantile_0.1,quantile_0.9");
        assertThat(Cli.run("inspect", "--model", fitted).out()).contains("0.1, 0.9");
        Cli crossed = Cli.run("fit", "--data", numbers, "--target", "y", "--quantiles", "0.9,0.1", "--model", fitted);
        assertThat(crossed.code()).isEqualTo(ExitCode.USAGE);
        assertThat(crossed.err()).contains("--quantiles: quantiles are [0.9, 0.1], but must be rising");
        Cli classes = Cli.run(
                "fit", "--data", numbers, "--target", "y", "--quantiles", "0.9", "--task", "binary", "--model", fitted);
        assertThat(classes.err()).contains("--quantiles are of numbers, but --task is binary");
        Cli recorded = Cli.run(
                "fit", "--data", numbers, "--target", "y", "--quantiles", "0.9", "--record", "kb/y", "--model", fitted);
        assertThat(recorded.err()).contains("--record: what is learned about --quantiles");
    }

    @Test
    void classesAreThoseThatAreDecidedFor() {
        assertThat(decided("--cost", "yes, sir:no=1e9").out().lines().skip(1))
                .allMatch(line -> line.startsWith("\"yes"));
        assertThat(decided("--decide", "0.999999").out().lines().skip(1)).allMatch(line -> line.startsWith("no"));
        assertThat(decided("--decide", "balanced_accuracy").code()).isZero();

        assertThat(decided("--decide", "luck").err())
                .contains("--decide: It is not known which classes are best for 'luck'");
        assertThat(decided("--cost", "no:perhaps=1").err()).contains("'no:perhaps=1' is no TRUTH:LABEL=COST");
        assertThat(decided("--cost", "no:yes, sir=much").err()).contains("--cost: The cost of");
        assertThat(decided("--decide", "f1", "--cost", "no:yes, sir=2").err()).contains("exclude each other");
    }

    private static Cli decided(String... options) {
        List<Object> arguments = new ArrayList<>(List.of("predict", "--model", model, "--data", data, "--out", "-"));
        arguments.addAll(List.of(options));
        return Cli.run(arguments.toArray());
    }

    @Test
    void theEnsembleThatIsAskedForIsExported() throws IOException {
        Path out = directory.resolve("fast.onnx");
        Cli cli = Cli.run("export", "--model", model, "--format", "onnx", "--out", out, "--operating-point", "fast");
        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.err()).startsWith("operating point: ");
        AutoModel whole = AutoModel.load(model);
        assertThat(out)
                .hasBinaryContent(OnnxModel.of(whole.at(whole.front().fast())).bytes());
    }

    @Test
    void aTextColumnIsNotExported() throws IOException {
        StringBuilder csv = new StringBuilder("x,remark,y\n");
        for (int row = 0; row < 60; row++) {
            csv.append("%d,remark number %d of many,%s%n".formatted(row % 7, row * 7919, row % 2 == 0 ? "p" : "q"));
        }
        Path texts = Files.writeString(directory.resolve("texts.csv"), csv);
        Path written = directory.resolve("texts.automl");
        Cli fit = fit(texts, written, "--learners", "linear", "--type", "remark=text");
        assertThat(fit.code()).as(fit.err()).isZero();
        Path out = Files.writeString(directory.resolve("texts.onnx"), "old");
        Cli refused = Cli.run("export", "--model", written, "--format", "onnx", "--out", out);
        assertThat(refused.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(refused.err()).contains("Column 'remark'", "Maybe train without it (--ignore remark)");
        assertThat(out).hasContent("old");
    }

    @Test
    void theLeaderboardIsATableOrJson() {
        Cli table = Cli.run("leaderboard", "--model", model);
        assertThat(table.out().lines().findFirst().orElse("")).contains("learner", "roc_auc", "weight");
        assertThat(table.out()).contains("linear", "completed");
        Cli best = Cli.run("leaderboard", "--model", model, "--top", "1");
        assertThat(best.out().lines()).hasSize(3);
        assertThat(best.out()).containsPattern("and \\d+ more");
        Cli json = Cli.run("leaderboard", "--model", model, "--json");
        assertThat(json.out())
                .startsWith("{\"metric\":\"roc_auc\",\"score\":0.")
                .contains("\"trial\":0,");
    }

    @Test
    void theFrontIsATableOrJson() {
        Cli table = Cli.run("leaderboard", "--model", model, "--front");
        assertThat(table.out().lines().findFirst().orElse("")).contains("roc_auc", "us/row", "size", "members");
        assertThat(table.out().lines().count()).isGreaterThan(1);
        assertThat(table.out().lines().skip(1))
                .filteredOn(line -> line.contains("yes"))
                .hasSize(1);
        Cli json = Cli.run("leaderboard", "--model", model, "--front", "--json");
        assertThat(json.out())
                .startsWith("{\"front\":[{\"score\":0.")
                .containsPattern("\"nanosecondsPerRow\":[1-9]")
                .contains("\"members\":{")
                .containsOnlyOnce("\"inUse\":true");
    }

    @Test
    void predictionsAreOfTheEnsembleThatIsAskedFor() {
        AutoModel whole = AutoModel.load(model);
        String accurate = predictedAt("accurate", 0).out();
        assertThat(accurate)
                .isEqualTo(Cli.run("predict", "--model", model, "--data", data, "--out", "-")
                        .out());
        Path small = directory.resolve("small.automl");
        whole.at(whole.front().fast()).save(small);
        Cli fast = predictedAt("fast", 0);
        assertThat(fast.out())
                .isEqualTo(Cli.run("predict", "--model", small, "--data", data, "--out", "-")
                        .out());
        assertThat(fast.err()).containsPattern("operating point: roc_auc 0\\.\\d+, \\d+\\.\\d us/row, \\d+ member");
        assertThat(predictedAt("9.5 S", 0).out()).isEqualTo(accurate);
    }

    @Test
    void ensemblesThatAreNotThereAreRefused() {
        assertThat(predictedAt("1ns", ExitCode.USAGE).err())
                .contains("--operating-point: No ensemble takes at most 0.001 us.", "the fastest takes ");
        assertThat(predictedAt("quick", ExitCode.USAGE).err())
                .contains(
                        "'quick' is no operating point. Maybe 'accurate', 'fast', or the most that a row may take: '50us'");
        Path alone = directory.resolve("alone.automl");
        AutoModel whole = AutoModel.load(model);
        whole.only(whole.members().get(0).trial()).save(alone);
        Cli none = Cli.run("predict", "--model", alone, "--data", data, "--out", "-", "--operating-point", "fast");
        assertThat(none.code()).isEqualTo(ExitCode.USAGE);
        assertThat(none.err()).contains("has no front to choose from", "Maybe");
    }

    private static Cli predictedAt(String point, int code) {
        Cli cli = Cli.run("predict", "--model", model, "--data", data, "--out", "-", "--operating-point", point);
        assertThat(cli.code()).as(cli.err()).isEqualTo(code);
        return cli;
    }

    /** The budget counts from the start of this JVM; a run of trials ends by itself. */
    @Test
    void aRunGoesOnWithMoreTrials() {
        Path run = directory.resolve("run");
        Path written = directory.resolve("resumed");
        Cli first = Cli.run(
                "fit",
                "--data",
                data,
                "--target",
                "y",
                "--model",
                written,
                "--learners",
                "linear",
                "--deterministic",
                "--trials",
                "2",
                "--work-dir",
                run);
        assertThat(first.code()).isEqualTo(ExitCode.OK);
        Cli refused = Cli.run("fit", "--resume", run, "--budget", "5s");
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("ends after a number of trials");
        Cli other = Cli.run("fit", "--resume", run, "--data", data, "--target", "x");
        assertThat(other.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(other.err()).contains("is one of another table", "Maybe leave the table out");
        Cli more = Cli.run("fit", "--resume", run, "--trials", "4", "--data", data, "--target", "y");
        assertThat(more.code()).isEqualTo(ExitCode.OK);
        assertThat(more.out()).contains(written.toString());
        assertThat(AutoModel.load(written).leaderboard().size()).isGreaterThan(4);
    }

    @Test
    void inspectTellsWhatTheModelIs() {
        Cli all = Cli.run("inspect", "--model", model);
        assertThat(all.out())
                .contains("binary of 'y'", "no, yes, sir", "x (NUMERIC)", "code (CATEGORICAL)")
                .contains("weight      w", "ignored     noise", "seed        1", "120 rows")
                .containsPattern("member {6}[01]\\.\\d{3} (linear|knn) \\(trial \\d+, \\d+ models\\)\\R {12}\\{\\w+=");
        Cli digest = Cli.run("inspect", "--model", model, "--digest");
        assertThat(digest.out().strip()).matches("[0-9a-f]{64}");
        assertThat(all.out()).contains(digest.out().strip());
    }

    @Test
    void inspectTellsOfAStack() throws IOException {
        Path fitted = directory.resolve("numbers.automl");
        fitNumbers(numbers(), fitted, "--trials", "1", "--learners", "linear");
        assertThat(Cli.run("inspect", "--model", fitted).out()).doesNotContain("stack ");
        ModelParts parts = AutoModel.load(fitted).parts();
        Model correction = LinearModel.of(new float[parts.members().size() + 1], new float[1], Link.IDENTITY);
        List<Long> members = parts.members().stream().map(Member::trial).toList();
        Path stacked = directory.resolve("stacked.automl");

        AutoModel.of(parts.with(PostProcessing.correcting(new Stack(members, correction))))
                .save(stacked);

        assertThat(Cli.run("inspect", "--model", stacked).out()).contains("stack       linear, corrects the mean");
    }

    @Test
    void aModelIsExplained() throws IOException {
        Path out = directory.resolve("explain.json");
        Cli cli = Cli.run("explain", "--model", model, "--data", data, "--out", out, "--rows", "2");
        assertThat(cli.code()).as(cli.err()).isZero();
        List<String> lines = cli.out().lines().toList();
        assertThat(lines.get(0)).matches("column +roc_auc worse by +low +high");
        assertThat(lines.subList(1, 3)).allMatch(line -> line.matches("(x|code) +-?0\\.\\d+ +-?0\\.\\d+ +-?0\\.\\d+"));
        assertThat(lines.get(3)).startsWith("explanations: " + out);
        String json = Files.readString(out);
        assertThat(json)
                .startsWith("{\"digest\":\"%s\",\"target\":\"y\",\"classes\":[\"no\",\"yes, sir\"]"
                        .formatted(AutoModel.load(model).digest()))
                .contains("\"importance\":{\"metric\":\"roc_auc\",\"score\":0.9", "\"rows\":120")
                .contains("\"partialDependence\":[{\"column\":", "\"accumulatedLocalEffects\":[{\"column\":")
                .contains("\"shapley\":{\"base\":[", "{\"row\":2,\"outputs\":[")
                .doesNotContain("\"row\":3,", "treeShapley");
        assertThat(directory.toFile().list()).noneMatch(name -> name.endsWith(".tmp"));

        Cli again = Cli.run("explain", "--model", model, "--data", data, "--out", "-", "--rows", "2");
        assertThat(again.out()).isEqualTo(json);
    }

    /** A run that counts has time for it. */
    @Test
    void importanceOutOfFoldIsKeptInTheModel() {
        Path counted = directory.resolve("counted.automl");
        Cli fit = Cli.run(
                "fit",
                "--data",
                data,
                "--target",
                "y",
                "--model",
                counted,
                "--learners",
                "linear",
                "--deterministic",
                "--trials",
                "2");
        assertThat(fit.code()).as(fit.err()).isZero();
        assertThat(Cli.run("inspect", "--model", counted).out())
                .containsPattern("importance  4 of 4 columns, out of fold, by roc_auc on 120 rows\\R"
                        + " {12}(x|code) 0\\.\\d+ \\(-?0\\.\\d+ to 0\\.\\d+\\)\\R {12}(x|code) ");
        Cli cli = Cli.run(
                "explain", "--model", counted, "--data", data, "--out", "-", "--rows", "0", "--without-importance");
        assertThat(cli.out())
                .contains("\"outOfFoldImportance\":{\"metric\":\"roc_auc\",\"score\":0.")
                .contains("\"repeats\":5}")
                .doesNotContain("\"importance\"", "\"shapley\"");
        int shown = cli.out().indexOf("partialDependence");
        String important =
                AutoModel.load(counted).report().importance().columns().get(0).column();
        assertThat(cli.out().substring(shown))
                .startsWith("partialDependence\":[{\"column\":\"%s\"".formatted(important));
    }

    @Test
    void whatIsExplainedIsChosen() throws IOException {
        Path bare = Files.writeString(directory.resolve("bare.csv"), "code,x\n2,0.9\n0,0.1\n1,\n");
        Path out = directory.resolve("bare.json");
        Cli refused = Cli.run("explain", "--model", model, "--data", bare, "--out", out);
        assertThat(refused.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(refused.err()).contains("Column 'y', the target, is not in", "Maybe leave", "--without-importance");
        assertThat(out).doesNotExist();

        Cli cli = Cli.run(
                "explain",
                "--model",
                model,
                "--data",
                bare,
                "--out",
                out,
                "--without-importance",
                "--columns",
                "code",
                "--trees",
                "--operating-point",
                "fast");
        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.err()).contains("operating point: ");
        assertThat(Files.readString(out))
                .contains("\"partialDependence\":[{\"column\":\"code\",\"points\":[{\"value\":\"2\",\"rows\":1")
                .contains("{\"row\":3,", "\"column\":\"x\",\"value\":\"\"", "\"treeShapley\":[]")
                .doesNotContain("\"importance\"", "\"column\":\"x\",\"points\"");

        Cli none = Cli.run(
                "explain", "--model", model, "--data", data, "--out", "-", "--rows", "0", "--metric", "log_loss");
        assertThat(none.out()).contains("\"metric\":\"log_loss\"").doesNotContain("shapley");
    }

    @ParameterizedTest
    @CsvSource({
        "--columns, w, '--columns: ''w'' is no column whose effect'",
        "--rows, -1, --rows is -1",
        "--sample, 1, --sample is 1",
        "--repeats, 0, --repeats is 0",
        "--metric, rmse, --metric: 'rmse' is not defined",
        "--metric, nothing, --metric: There is no metric 'nothing'"
    })
    void wrongWishesForExplanationsAreRefused(String option, String value, String words) {
        Cli cli = Cli.run("explain", "--model", model, "--data", data, "--out", "-", option, value);
        assertThat(cli.code()).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err()).contains(words);
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void aKnowledgeBaseIsBuiltOfAFolderAndJudged() throws IOException {
        Path tables = Files.createDirectories(directory.resolve("tables"));
        StringBuilder index = new StringBuilder();
        for (String name : List.of("one", "two")) {
            Files.writeString(tables.resolve(name + ".csv"), rows(name.equals("one") ? 60 : 70));
            index.append(index.isEmpty() ? "[" : ",")
                    .append("{\"name\":\"%1$s\",\"file\":\"%1$s.csv\",\"target\":\"y\",\"task\":\"binary\"}"
                            .formatted(name));
        }
        Files.writeString(tables.resolve("index.json"), index + "]");
        Path knowledge = directory.resolve("knowledge");

        Cli built = Cli.run("portfolio", "build", "--data", tables, "--out", knowledge, "--learners", "linear,knn");
        assertThat(built.code()).as(built.err()).isZero();
        assertThat(built.out()).contains("one: ", "two: ", " configurations, ", " of them new, in ");

        Cli again = Cli.run("portfolio", "build", "--data", tables, "--out", knowledge, "--learners", "linear,knn");
        assertThat(again.out()).contains(" 0 of them new");

        // rows of the two tables are the same ones in the main, so neither may tell about the other
        Cli report = Cli.run("portfolio", "report", "--knowledge", knowledge, "--learners", "linear,knn");
        assertThat(report.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(report.err()).contains("does not know two tables", "Maybe add tables");
    }

    @Test
    void aReportOfAKnowledgeBaseIsATableOrJson() throws IOException {
        Path tables = Files.createDirectories(directory.resolve("others"));
        Files.writeString(tables.resolve("a.csv"), rows(60));
        Files.writeString(tables.resolve("b.csv"), rows(60).replace("0.", "1."));
        Files.writeString(tables.resolve("index.json"), """
                [{"name":"a","file":"a.csv","target":"y","task":"binary"},
                 {"name":"b","file":"b.csv","target":"y","task":"binary"}]
                """);
        Path knowledge = directory.resolve("of-others");
        Cli.run("portfolio", "build", "--data", tables, "--out", knowledge, "--learners", "linear,knn");
        Files.writeString(knowledge.resolve("c.jsonl.gz"), "damaged");

        Cli table = Cli.run("portfolio", "report", "--knowledge", knowledge, "--learners", "linear,knn");
        assertThat(table.code()).as(table.err()).isZero();
        assertThat(table.out()).contains("2 tables, ", "trainings", "portfolio", "warm start");
        assertThat(table.err()).contains("c.jsonl.gz", "Maybe put it elsewhere, and build it again.");

        Cli json = Cli.run("portfolio", "report", "--knowledge", knowledge, "--learners", "linear,knn", "--json");
        assertThat(json.out())
                .matches(
                        "(?s)\\{\"tables\":2,\"configurations\":\\d+,\"regret\":\\{%s},\"seconds\":\\{%1$s},\"near\":\\{.*}}\\s*"
                                .formatted("\"random\":%s,\"portfolio\":%s,\"warmStart\":%2$s"
                                        .formatted(numbers(50), numbers(16))));
    }

    /** A pattern of a list of so many numbers. */
    private static String numbers(int count) {
        return "\\[[^,\\]]+(,[^,\\]]+){%d}\\]".formatted(count - 1);
    }

    @Test
    void aFitRecordsWhatItFinds() {
        Path knowledge = directory.resolve("recorded");
        Path written = directory.resolve("recording.automl");
        Cli cli = fit(
                data,
                written,
                "--learners",
                "linear",
                "--record",
                knowledge.resolve("mine").toString());
        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(knowledge.resolve("mine.jsonl.gz")).isNotEmptyFile();
        assertThat(fit(data, written, "--record", knowledge.resolve("what?").toString())
                        .err())
                .contains("--record: 'what?' cannot be the name of a table");
        assertThat(fit(data, written, "--record", "mine").err())
                .contains("--record is 'mine', but must be a directory and the name of a table in it");
    }

    @Test
    void aPortfolioNeedsAFolderThatIsThere() {
        Cli build = Cli.run("portfolio", "build", "--data", directory.resolve("none"), "--out", directory);
        assertThat(build.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(build.err()).contains("has no index.json");

        Cli report = Cli.run("portfolio", "report", "--knowledge", directory.resolve("none"));
        assertThat(report.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(report.err()).contains("no folder of a knowledge base");

        assertThat(Cli.run("portfolio").code()).isEqualTo(ExitCode.USAGE);
    }
}
