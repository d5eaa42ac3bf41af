package io.automl4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.DataException;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.run.Budget;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.run.LeaderboardRow;
import io.automl4j.api.run.NanoClock;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import io.automl4j.meta.Attempt;
import io.automl4j.meta.Design;
import io.automl4j.meta.Experience;
import io.automl4j.meta.ExperienceFile;
import io.automl4j.meta.Losses;
import io.automl4j.meta.Sketch;
import io.automl4j.model.AutoModel;
import io.automl4j.search.Start;
import io.automl4j.tabular.AutoClassifier;
import io.automl4j.tabular.KnowledgeBuild;
import io.automl4j.tabular.KnowledgeBuild.Progress;
import io.automl4j.tabular.KnowledgeRecorder;
import io.automl4j.tabular.conduct.Learners;
import io.automl4j.testkit.SyntheticTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is learned from past tables, on tables and with learners that take little time. */
final class KnowledgeBuildIT {
    private static final Duration LONG = Duration.ofMinutes(10);
    /** More than the library brings. */
    private static final int MANY = 300;

    @TempDir
    private Path folder;

    private static Table learnable(TaskType type) {
        return SyntheticTables.learnable(type, 150, 1).table();
    }

    /** A table of the folder, as a line of its index. */
    private String entry(String name, TaskType type) throws IOException {
        Table table = learnable(type);
        Path file = CsvText.write(table, folder.resolve(name + ".csv"));
        return entry(
                name, file, table.schema().withRole(Role.TARGET).orElseThrow().name(), type);
    }

    private static String entry(String name, Path file, String target, TaskType type) {
        return "{\"name\": \"%s\", \"file\": \"%s\", \"target\": \"%s\", \"task\": \"%s\"}"
                .formatted(name, file.getFileName(), target, type.name().toLowerCase(Locale.ROOT));
    }

    private List<Progress> build(List<String> tables, Duration budget) throws IOException {
        Files.writeString(folder.resolve("index.json"), tables.toString());
        List<Progress> told = new ArrayList<>();
        new KnowledgeBuild(out(), List.of("linear", "knn"), 100, LONG, LONG, 1, 1)
                .run(
                        new KnowledgeBuild.Source(folder, Optional.empty(), List.of()),
                        budget,
                        NanoClock.SYSTEM,
                        told::add);
        return told;
    }

    private Path out() {
        return folder.resolve("kb");
    }

    private Experience of(String table) throws IOException {
        Path file = out().resolve(table + ExperienceFile.SUFFIX);
        return ExperienceFile.fromBytes(Files.readAllBytes(file), table);
    }

    @Test
    void everyTableHasTheSameConfigurationsAndNoneIsTriedTwice() throws IOException {
        List<String> tables = List.of(entry("classes", TaskType.MULTICLASS), entry("numbers", TaskType.REGRESSION));

        assertThat(build(tables, LONG)).allMatch(done -> done.problem().isEmpty() && done.tried() > 10);

        Experience classes = of("classes");
        assertThat(classes.shape().rows()).isBetween(95, 105);
        assertThat(classes.metaFeatures()).containsKey("landmark_tree");
        assertThat(classes.attempts()).extracting(Attempt::learner).contains("linear", "knn", "prior");
        assertThat(classes.attempts())
                .allMatch(attempt -> attempt.losses()
                        .byMetric()
                        .keySet()
                        .containsAll(List.of("log_loss", "balanced_accuracy", "roc_auc_ovr_macro")));
        assertThat(of("numbers").attempts())
                .allMatch(attempt -> attempt.losses().byMetric().keySet().containsAll(List.of("rmse", "mae")));

        assertThat(build(tables, LONG)).allMatch(done -> done.tried() == 0 && done.attempts() > 10);
    }

    /** A table of 500 rows has three folds, and 100 rows of it five. */
    @Test
    void foldsAreThoseOfTheRowsThatAreTried() throws IOException {
        Table table = SyntheticTables.learnable(TaskType.REGRESSION, 500, 1).table();
        Path file = CsvText.write(table, folder.resolve("numbers.csv"));
        String target = table.schema().withRole(Role.TARGET).orElseThrow().name();

        build(List.of(entry("numbers", file, target, TaskType.REGRESSION)), LONG);

        assertThat(of("numbers").validation()).contains("5");
    }

    @Test
    void aTableThatIsAnotherOneByNowIsNamed() throws IOException {
        List<String> tables = List.of(entry("a", TaskType.BINARY));
        build(tables, LONG);
        byte[] before = Files.readAllBytes(out().resolve("a" + ExperienceFile.SUFFIX));
        CsvText.write(SyntheticTables.learnable(TaskType.BINARY, 150, 7).table(), folder.resolve("a.csv"));

        assertThat(build(tables, LONG))
                .singleElement()
                .satisfies(
                        done -> assertThat(done.problem()).contains("a.jsonl.gz", "another table", "another folder"));
        assertThat(out().resolve("a" + ExperienceFile.SUFFIX)).hasBinaryContent(before);
    }

    @Test
    void noTableIsBegunAfterTheBudget() throws IOException {
        assertThat(build(List.of(entry("a", TaskType.BINARY)), Duration.ZERO)).isEmpty();
        assertThat(out()).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeWrittenToIsRefusedBeforeAnythingIsTried() throws IOException {
        Files.writeString(out(), "a file");
        assertThatThrownBy(() -> build(List.of(entry("a", TaskType.BINARY)), LONG))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("cannot be written to");
    }

    @Test
    void aTableThatCannotBeLearnedIsNamedAndTheOthersGoOn() throws IOException {
        Path empty = CsvText.write(folder.resolve("empty.csv"), "x,y", "1,a", "2,a");
        List<String> tables = List.of(entry("empty", empty, "y", TaskType.BINARY), entry("a", TaskType.BINARY));

        assertThat(build(tables, LONG))
                .anyMatch(
                        done -> done.table().equals("empty") && !done.problem().isEmpty())
                .anyMatch(done -> done.table().equals("a") && done.tried() > 10);
    }

    @Test
    void anUnknownTableIsNamed() throws IOException {
        Files.writeString(
                folder.resolve("index.json"),
                List.of(entry("a", TaskType.BINARY)).toString());
        KnowledgeBuild build = new KnowledgeBuild(out(), List.of(), 100, LONG, LONG, 1, 1);

        assertThatThrownBy(() -> build.run(
                        new KnowledgeBuild.Source(folder, Optional.empty(), List.of("b")),
                        LONG,
                        NanoClock.SYSTEM,
                        done -> {}))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no table 'b'")
                .hasMessageContaining("[a]");
    }

    @Test
    void aRunAddsWhatItTried() throws IOException {
        Table table = learnable(TaskType.BINARY);
        KnowledgeRecorder recorder = new KnowledgeRecorder(out(), "mine");
        for (long seed = 1; seed <= 2; seed++) {
            AutoClassifier.builder()
                    .learners("linear", "knn")
                    .budget(Budget.trials(6 * seed))
                    .recorder(recorder)
                    .build()
                    .fit(table);
        }

        assertThat(of("mine").attempts()).hasSizeBetween(8, 20).doesNotHaveDuplicates();
    }

    @Test
    void whatDoesNotCompareIsRefusedBeforeTheSearch() {
        KnowledgeRecorder recorder = new KnowledgeRecorder(out(), "mine");
        AutoClassifier.builder()
                .learners("knn")
                .budget(Budget.trials(2))
                .recorder(recorder)
                .build()
                .fit(learnable(TaskType.BINARY));

        assertThatThrownBy(() -> AutoClassifier.builder()
                        .learners("knn")
                        .budget(Budget.trials(2))
                        .recorder(recorder)
                        .build()
                        .fit(SyntheticTables.learnable(TaskType.BINARY, 150, 2).table()))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("another table");
        assertThatThrownBy(() -> AutoClassifier.builder()
                        .learners("knn")
                        .budget(Budget.trials(2))
                        .metric(io.automl4j.api.metric.Metrics.LOG_LOSS)
                        .recorder(recorder)
                        .build()
                        .fit(learnable(TaskType.BINARY)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("do not compare");
        assertThatThrownBy(() -> new KnowledgeRecorder(out(), "../up")).hasMessageContaining("name of a table");
    }

    /** Tables on which one point of the design is by far the best. */
    private Start knowing(int tables) throws IOException {
        TaskShape shape = new TaskShape(TaskType.BINARY, 150, 2, 4, 1, 0, 4, true);
        List<LearnerProvider> providers = Learners.onClassPath().stream()
                .filter(provider -> provider.name().equals("knn"))
                .toList();
        List<Start> design = Design.of(providers, List.of(), shape, LONG);
        Start best = design.get(design.size() - 1);
        for (int i = 0; i < tables; i++) {
            List<Attempt> attempts = design.stream()
                    .map(start -> new Attempt(
                            start.learner(),
                            start.configuration(),
                            Losses.of(Map.of("roc_auc", start.equals(best) ? 0.1 : 0.4)),
                            1,
                            OptionalLong.empty(),
                            List.of()))
                    .toList();
            Experience experience = new Experience(
                    "t" + i, shape, "roc_auc", "5 folds", Sketch.NONE, Map.of("log_rows", 5.0), attempts);
            Files.createDirectories(out());
            Files.write(out().resolve("t" + i + ExperienceFile.SUFFIX), ExperienceFile.toBytes(experience));
        }
        return best;
    }

    /** After the two hand-set starts of the learner there is one that was learned. */
    private AutoModel begun() {
        return AutoClassifier.builder()
                .learners("knn")
                .budget(Budget.trials(3))
                .knowledge(out())
                .build()
                .fit(learnable(TaskType.BINARY));
    }

    @Test
    void aSearchBeginsWithWhatDidBestOnPastTables() throws IOException {
        Start best = knowing(MANY);

        assertThat(begun().leaderboard())
                .filteredOn(row -> row.learner().equals("knn") && row.isTried())
                .extracting(LeaderboardRow::configuration)
                .hasSize(3)
                .contains(best.configuration());
    }

    @Test
    void aFileThatCannotBeUsedIsAWarning() throws IOException {
        Start best = knowing(MANY);
        Files.writeString(out().resolve("t0" + ExperienceFile.SUFFIX), "damaged");

        AutoModel model = begun();

        assertThat(model.report().warnings())
                .anyMatch(warning -> warning.kind() == DataWarning.Kind.KNOWLEDGE
                        && warning.message().contains("t0.jsonl.gz"));
        assertThat(model.leaderboard()).anyMatch(row -> row.configuration().equals(best.configuration()));
    }

    @Test
    void tablesThatTellNothingAreAWarning() throws IOException {
        knowing(6);

        AutoModel model = AutoClassifier.builder()
                .learners("linear")
                .budget(Budget.trials(1))
                .knowledge(out())
                .build()
                .fit(learnable(TaskType.BINARY));

        assertThat(model.report().warnings())
                .anyMatch(warning -> warning.kind() == DataWarning.Kind.KNOWLEDGE
                        && warning.message().contains("on 6 of the tables"));
        assertThat(begun().report().warnings()).noneMatch(warning -> warning.kind() == DataWarning.Kind.KNOWLEDGE);
    }

    @Test
    void withoutTheFolderTheSearchBeginsWithHandSetConfigurations() {
        AutoModel model = begun();

        assertThat(model.report().warnings()).anyMatch(warning -> warning.kind() == DataWarning.Kind.KNOWLEDGE);
        assertThat(model.leaderboard()).anyMatch(row -> row.learner().equals("knn"));
    }

    @Test
    void aModelIsNotLostWhereWhatWasLearnedCannotBeKept() throws IOException {
        Path kept = folder.resolve("kept");

        AutoModel model = AutoClassifier.builder()
                .learners("knn")
                .budget(Budget.trials(2))
                .recorder(new KnowledgeRecorder(kept, "mine"))
                .listener(event -> replaceByFile(kept))
                .build()
                .fit(learnable(TaskType.BINARY));

        assertThat(model.report().warnings())
                .anyMatch(warning -> warning.kind() == DataWarning.Kind.KNOWLEDGE
                        && warning.action().contains("not recorded"));
    }

    private static void replaceByFile(Path folder) {
        try {
            if (Files.isDirectory(folder)) {
                Files.delete(folder);
                Files.writeString(folder, "no folder any more");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFileThatCannotBeReadIsNotReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.jsonl.gz"), "half");

        AutoModel model = AutoClassifier.builder()
                .learners("knn")
                .budget(Budget.trials(2))
                .recorder(new KnowledgeRecorder(folder, "mine"))
                .build()
                .fit(learnable(TaskType.BINARY));

        assertThat(model.report().warnings())
                .anyMatch(warning -> warning.kind() == DataWarning.Kind.KNOWLEDGE
                        && warning.action().contains("not recorded"));
        assertThat(file).hasContent("half");
    }
}
