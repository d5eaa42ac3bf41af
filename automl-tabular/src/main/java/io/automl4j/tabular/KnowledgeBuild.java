package io.automl4j.tabular;

import io.automl4j.api.Checks;
import io.automl4j.api.DataException;
import io.automl4j.api.NothingFittedException;
import io.automl4j.api.Seeds;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.run.NanoClock;
import io.automl4j.api.run.Part;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskShape;
import io.automl4j.meta.Attempt;
import io.automl4j.meta.Candidate;
import io.automl4j.meta.CandidateFile;
import io.automl4j.meta.Design;
import io.automl4j.meta.Experience;
import io.automl4j.meta.KnowledgeBase;
import io.automl4j.meta.PortfolioReport;
import io.automl4j.meta.Sketch;
import io.automl4j.meta.Starts;
import io.automl4j.meta.TableFolder;
import io.automl4j.meta.TableProfile;
import io.automl4j.model.file.AtomicFile;
import io.automl4j.search.Opening;
import io.automl4j.search.Start;
import io.automl4j.tabular.conduct.Learners;
import io.automl4j.tabular.validation.LabelledTable;
import io.automl4j.tabular.validation.RowSample;
import io.automl4j.tabular.validation.Targets;
import io.automl4j.tabular.validation.TaskInference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Builds a knowledge base: on every table of a folder the same configurations are tried ({@link Design}), table by table,
 * each into a file of its own. What is there already is not tried again, so that a build that was interrupted goes on,
 * and one that is repeated adds what the design has got since. One build at a time writes to a folder.
 *
 * @param out the folder of the knowledge base
 * @param learners whose configurations are tried; empty for all that are not opt-in
 * @param rows of larger tables so many rows are tried
 * @param perTable how long a table may take; what is missing then is tried by the next build
 * @param perFold how long a training of a fold may be expected to take; what takes longer is not tried
 * @param threads how many trials run at the same time
 * @param seed the seed of everything random
 */
public record KnowledgeBuild(
        Path out, List<String> learners, int rows, Duration perTable, Duration perFold, int threads, long seed) {

    /** So many rows tell good configurations from bad ones without folds: more tables tell more than more trainings. */
    private static final int ENOUGH = 800;

    private static final double HELD_OUT = 1.0 / 3;

    private static final int FOLDS = 3;

    /** Fewer rows make more noise, and cost less. */
    private static final int FOLDS_OF_FEW = 5;

    private static final int FEW = 400;

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no learner of a name, or rows or threads are not positive
     */
    public KnowledgeBuild {
        learners = named(learners);
        Checks.positive(rows, "rows");
        Checks.positive(threads, "threads");
    }

    private static List<String> named(List<String> learners) {
        List<String> names =
                Learners.onClassPath().stream().map(LearnerProvider::name).toList();
        learners.forEach(learner -> Checks.argument(
                names.contains(learner), "There is no learner '%s'.%nMaybe one of these: %s", learner, names));
        return List.copyOf(learners);
    }

    /**
     * Where tables are.
     *
     * @param folder a folder with an index, see {@link TableFolder}
     * @param split only tables of this split; empty for all
     * @param only only tables of these names; empty for all
     */
    public record Source(Path folder, Optional<String> split, List<String> only) {

        private List<TableFolder.Entry> tables() {
            List<TableFolder.Entry> all = TableFolder.read(folder, split);
            List<String> names = all.stream().map(TableFolder.Entry::name).toList();
            only.stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
                throw new DataException(
                        "'%s' has no table '%s'.%nMaybe one of these: %s".formatted(folder, name, names));
            });
            return all.stream()
                    .filter(entry -> only.isEmpty() || only.contains(entry.name()))
                    .toList();
        }
    }

    /**
     * What became of a table.
     *
     * @param table its name
     * @param attempts how many configurations are known of it now
     * @param tried how many of them are new
     * @param took how long they took
     * @param problem why nothing was tried; empty if something was, or nothing is missing
     */
    public record Progress(String table, int attempts, int tried, Duration took, String problem) {}

    /**
     * Tries what is missing.
     *
     * @param source the tables
     * @param budget how long it may take in all
     * @param clock measures the budget
     * @param told of each table
     * @throws DataException if the folder has no index, or not those tables, or the knowledge base cannot be written to
     */
    public void run(Source source, Duration budget, NanoClock clock, Consumer<Progress> told) {
        long started = clock.nanos();
        // shuffled, so that a build that is cut short knows tables of every kind
        List<TableFolder.Entry> order = source.tables().stream()
                .sorted(Comparator.comparingLong(entry -> seedOf(entry.name())))
                .toList();
        for (TableFolder.Entry entry : order) {
            Duration left = budget.minus(clock.since(started));
            if (left.isNegative() || left.isZero()) {
                return;
            }
            KnowledgeRecorder.requireWritable(out);
            told.accept(tried(entry, clock, left.compareTo(perTable) < 0 ? left : perTable));
        }
    }

    /** Whatever is wrong with a table costs that table alone. */
    private Progress tried(TableFolder.Entry entry, NanoClock clock, Duration most) {
        long begun = clock.nanos();
        int known = 0;
        try {
            KnowledgeRecorder recorder = new KnowledgeRecorder(out, entry.name());
            Optional<Experience> before = recorder.earlier();
            known = attempts(before);
            Table whole = read(entry);
            before.ifPresent(there ->
                    recorder.requireSame(Sketch.of(labelled(entry, whole).table()), there));
            if (before.isEmpty() || !recorder.isCurrent() || !isComplete(before.get())) {
                add(entry, whole, recorder, before, most);
            }
            int now = attempts(recorder.earlier());
            return new Progress(entry.name(), now, now - known, clock.since(begun), "");
        } catch (DataException | NothingFittedException | UncheckedIOException | IllegalArgumentException e) {
            return new Progress(entry.name(), known, 0, clock.since(begun), String.valueOf(e.getMessage()));
        }
    }

    private static int attempts(Optional<Experience> experience) {
        return experience.map(there -> there.attempts().size()).orElse(0);
    }

    private long seedOf(String table) {
        return Seeds.mix(seed, table.hashCode());
    }

    private List<LearnerProvider> usable(TaskShape shape) {
        return Learners.choose(Learners.onClassPath(), learners, shape).searched();
    }

    /**
     * Takes networks that others tuned as candidates of a knowledge base, but for those of tables that it is not built from: there
     * it is judged.
     *
     * @param tuned a CSV file, see {@link TunedNetworks}
     * @param data a folder of tables with an index
     * @param split of these the knowledge base is built
     * @param out the folder of the knowledge base, made if it does not exist
     * @return the candidates
     * @throws DataException if a file cannot be read or written
     */
    public static List<Candidate> candidates(Path tuned, Path data, String split, Path out) {
        List<TableFolder.Entry> known = TableFolder.read(data, Optional.of(split));
        List<String> unknown = TableFolder.read(data, Optional.empty()).stream()
                .filter(entry -> !known.contains(entry))
                .map(TableFolder.Entry::name)
                .toList();
        List<Candidate> candidates = TunedNetworks.read(tuned, unknown);
        try {
            Files.createDirectories(out);
            byte[] text = CandidateFile.text(candidates).getBytes(StandardCharsets.UTF_8);
            AtomicFile.write(out.resolve(CandidateFile.NAME), file -> Files.write(file, text));
        } catch (IOException e) {
            throw new DataException("'%s' cannot be written to: %s".formatted(out, e), e);
        }
        return candidates;
    }

    /**
     * What a knowledge base is worth, as judged on its own tables.
     *
     * @param folder the folder of the knowledge base; empty for that of the library
     * @param learners whose configurations are compared; empty for all that are not opt-in
     * @param problem told why a file is left out
     * @return regrets after so many trainings
     * @throws DataException if there is no such folder, or it does not know two tables that are not similar
     * @throws IllegalArgumentException if there is no learner of a name
     */
    public static PortfolioReport report(
            Optional<Path> folder, List<String> learners, Consumer<DataException> problem) {
        List<String> wanted = named(learners);
        List<LearnerProvider> providers = Learners.onClassPath().stream()
                .filter(provider -> provider.unavailable().isEmpty() && !provider.isBaseline())
                .filter(provider -> wanted.isEmpty() ? !provider.isOptIn() : wanted.contains(provider.name()))
                .toList();
        KnowledgeBase base =
                folder.map(own -> KnowledgeBase.read(own, problem)).orElseGet(() -> KnowledgeBase.shipped(problem));
        PortfolioReport report = PortfolioReport.of(base, providers);
        if (report.tables() == 0) {
            throw new DataException(
                    "%s does not know two tables that are not similar.%nMaybe add tables: automl portfolio build, or automl fit --record"
                            .formatted(folder.map(own -> "'" + own + "'").orElse("The library")));
        }
        return report;
    }

    private static Table read(TableFolder.Entry entry) {
        TableReader reader = Tables.reader();
        if (entry.type().isClassification()) {
            reader = reader.kind(entry.target(), ColumnKind.CATEGORICAL);
        }
        return reader.read(entry.file()).withTarget(entry.target());
    }

    private static LabelledTable labelled(TableFolder.Entry entry, Table table) {
        return Targets.of(table, TaskInference.infer(table, Optional.of(entry.type())), Map.of());
    }

    private boolean isComplete(Experience before) {
        return !before.metaFeatures().isEmpty()
                && missing(
                                before.attempts(),
                                Design.of(usable(before.shape()), CandidateFile.read(out), before.shape(), perFold))
                        .isEmpty();
    }

    private static List<Start> missing(List<Attempt> before, List<Start> design) {
        Set<Start> known = before.stream().map(Attempt::start).collect(Collectors.toSet());
        return design.stream().filter(start -> !known.contains(start)).toList();
    }

    private void add(
            TableFolder.Entry entry,
            Table whole,
            KnowledgeRecorder recorder,
            Optional<Experience> before,
            Duration most) {
        AutoMlBuilder builder = AutoMl.builder()
                .task(entry.type())
                .budget(most)
                .strategy("random+whole")
                .learners(learners.toArray(String[]::new))
                .threads(threads)
                .seed(seed)
                .validation(validation(Math.min(rows, whole.rows())))
                .without(Part.ENSEMBLE)
                .recorder(recorder);
        Task task = TaskInference.infer(whole, Optional.of(entry.type()));
        LabelledTable labelled = labelled(entry, whole);
        builder.experiment(
                new Missing(before.map(Experience::attempts).orElse(List.of()), CandidateFile.read(out), perFold),
                TableProfile.of(labelled.table(), labelled.labels(), task));
        builder.build().fit(RowSample.of(whole, entry.type(), rows, seedOf(entry.name()))).report().warnings().stream()
                .filter(warning -> warning.kind() == DataWarning.Kind.KNOWLEDGE)
                .findFirst()
                .ifPresent(warning -> {
                    throw new DataException(warning.message());
                });
    }

    private static Validation validation(int rows) {
        if (rows >= ENOUGH) {
            return Validation.holdOut(HELD_OUT);
        }
        return Validation.folds(rows < FEW ? FOLDS_OF_FEW : FOLDS);
    }

    /** What the design has and nobody has tried yet. */
    private record Missing(List<Attempt> before, List<Candidate> candidates, Duration perFold) implements Starts {
        @Override
        public Opening of(List<LearnerProvider> providers, TaskShape shape, Duration perTrial, int folds) {
            return Opening.of(missing(before, Design.of(providers, candidates, shape, perFold)));
        }

        @Override
        public boolean only() {
            return true;
        }
    }
}
