package io.automl4j.tabular.conduct;

import io.automl4j.api.Seeds;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.learner.Training;
import io.automl4j.api.run.LeaderboardRow.Status;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.api.trial.Cost;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.Origin;
import io.automl4j.api.trial.TrialOutcome.Completed;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.model.Member;
import io.automl4j.model.PostProcessing;
import io.automl4j.model.file.ModelCodec;
import io.automl4j.model.predictor.Model;
import io.automl4j.tabular.validation.OutOfFold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Teaches one network what an ensemble predicts (Buciluă, Caruana and Niculescu-Mizil 2006, doi:10.1145/1150402.1150464; Hinton,
 * Vinyals and Dean 2015, arXiv:1503.02531). It learns from the rows, whose labels are mixed with what the ensemble predicts, and
 * from new rows that are made of them. How good it is is told by networks of folds, taught by the models of their fold alone: neither
 * has seen the rows that it is judged by.
 */
final class Distillation {
    /** The learner that is taught. */
    static final String STUDENT = "mlp";

    /** The time of a run that does not end by time. */
    static final Duration UNLIMITED = Duration.ofDays(365);

    /** Whether it can be taught; of quantiles nothing is known of rows that are made. */
    static boolean suits(Task task) {
        return task.type() != TaskType.QUANTILE;
    }

    /** What the ensemble's word counts beside the label of a known row. */
    private static final double TRUST = 0.5;
    /** For each known row so many are made, but all together are no more than some. */
    private static final int MADE = 3;

    private static final int MOST = 20_000;

    private final RunData data;
    private final LearnerProvider student;
    private final Encodings encodings;
    private final RunSettings settings;
    private final Configuration configuration;
    private final EncoderSpec spec;

    Distillation(RunData data, LearnerProvider student, Encodings encodings, RunSettings settings) {
        this.data = data;
        this.student = student;
        this.encodings = encodings.suitedTo(student);
        this.settings = settings;
        TaskShape taught = shape();
        // the smallest of its starts
        this.configuration = student.space(taught).repair(student.starts(taught).get(0));
        this.spec = Learners.encoding(student, configuration, data.shape());
    }

    /**
     * A network that was taught.
     *
     * @param outcome how good it is, and what it costs
     * @param processing what is made of its predictions
     * @param model of all rows
     */
    record Taught(Completed outcome, PostProcessing processing, Model model) {}

    /** The size of a lesson: known rows and those that are made, each once for two classes. */
    private TaskShape shape() {
        TaskShape known = data.shape();
        int rows = known.rows() + made(known.rows());
        return new TaskShape(
                known.type(),
                known.type().isClassification() ? 2 * rows : rows,
                known.outputs(),
                known.numeric(),
                known.categorical(),
                known.text(),
                known.maxLevels(),
                known.missing());
    }

    private static int made(int rows) {
        return Math.max(0, Math.min(MADE * rows, MOST - rows));
    }

    /**
     * Teaches.
     *
     * @param teacher the ensemble
     * @param id the number of the network
     * @param time what it may take
     * @param cancellation ends it early
     * @return nothing for quantiles, or if the time is too short
     */
    Optional<Taught> of(Teacher teacher, long id, Duration time, Cancellation cancellation) {
        long started = settings.clock().nanos();
        // of repeated folds those of the first repetition judge every row
        int folds = Math.min(teacher.folds(), data.plan().foldsOfRepetition());
        OptionalInt iterations = iterations(folds + 1, time);
        if (!suits(data.task()) || iterations.isEmpty()) {
            return Optional.empty();
        }
        Cancellation ending = () ->
                cancellation.cancelled() || settings.clock().since(started).compareTo(time) > 0;
        List<Callable<Model>> lessons = new ArrayList<>();
        for (int fold = 0; fold <= folds; fold++) {
            int number = fold < folds ? fold : Encodings.ALL_ROWS;
            long seed = fold < folds ? Seeds.mix(settings.seed(), fold) : settings.seed();
            lessons.add(() -> trained(lesson(teacher, number), seed, iterations.getAsInt(), ending));
        }
        List<Model> models = together(lessons, time);
        return models.isEmpty()
                ? Optional.empty()
                : Optional.of(judged(
                        models,
                        Collections.nCopies(folds, iterations.getAsInt()),
                        request(teacher.members(), id, folds),
                        settings.clock().since(started)));
    }

    /** The most iterations at which the student may end, of those that are ready in time; empty if none are. */
    private OptionalInt iterations(int lessons, Duration time) {
        double waves = Math.ceil((double) lessons / settings.threads());
        double whole = student.forecast(configuration, shape()).toNanos() * waves;
        int maximum = student.create(configuration).plan().maximum();
        return student.rungs(shape()).iterations().shares().stream()
                .filter(share -> share * whole <= time.toNanos())
                .mapToInt(share -> (int) Math.ceil(share * maximum))
                .max();
    }

    private TrialRequest request(List<Member> teachers, long id, int folds) {
        return TrialRequest.of(id, student.name(), configuration, Fidelity.full(folds), settings.seed())
                .withOrigin(new Origin(
                        Status.DISTILLED.label(),
                        teachers.stream().map(Member::trial).toList()));
    }

    /** What all lessons leave; nothing if one of them fails or does not end in time. */
    private List<Model> together(List<Callable<Model>> lessons, Duration time) {
        ExecutorService pool = Workers.pool(settings.threads(), "automl4j-distillation");
        try {
            List<Model> models = new ArrayList<>();
            for (Future<Model> lesson : pool.invokeAll(lessons, time.toNanos(), TimeUnit.NANOSECONDS)) {
                if (lesson.isCancelled()) {
                    return List.of();
                }
                models.add(lesson.get());
            }
            return models;
        } catch (ExecutionException e) {
            System.getLogger(Distillation.class.getName())
                    .log(System.Logger.Level.DEBUG, "No network could be taught.", e);
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } finally {
            pool.shutdownNow();
        }
    }

    private Model trained(FoldData lesson, long seed, int iterations, Cancellation cancellation) {
        Learner learner = student.create(configuration);
        try (Training training = learner.start(Learners.weighted(student, lesson, seed), seed)) {
            training.advance(iterations, cancellation);
            return (Model) training.model(iterations);
        }
    }

    /** The rows of a fold with what its models predict, or all rows with what all models do; and those that are made of them. */
    private FoldData lesson(Teacher teacher, int fold) {
        EncodedFold known = encodings.of(fold, spec);
        int[] rows = fold == Encodings.ALL_ROWS
                ? IntStream.range(0, data.table().rows()).toArray()
                : data.plan().folds().get(fold).train();
        Table table = data.table().select(rows);
        double[] said = said(teacher, table, fold);
        Table made = new Recombination(table, said, data.task().outputs())
                .rows(made(rows.length), new SplittableRandom(Seeds.mix(settings.seed(), fold)));
        SoftLabels soft = new SoftLabels(data.task());
        for (int row = 0; row < rows.length; row++) {
            soft.add(row, mixed(known.labels(), row, said), known.labels().weight(row));
        }
        double[] saidOfMade = said(teacher, made, fold);
        double usual = known.labels().totalWeight() / rows.length;
        for (int row = 0; row < made.rows(); row++) {
            soft.add(rows.length + row, ofRow(saidOfMade, row), usual);
        }
        return soft.of(joined(known.train(), known.encoder().transform(made)));
    }

    private static double[] said(Teacher teacher, Table rows, int fold) {
        return fold == Encodings.ALL_ROWS ? teacher.ofAll(rows) : teacher.ofFold(rows, fold);
    }

    private double[] ofRow(double[] said, int row) {
        int outputs = data.task().outputs();
        return Arrays.copyOfRange(said, row * outputs, (row + 1) * outputs);
    }

    private double[] mixed(Labels labels, int row, double[] said) {
        double[] values = ofRow(said, row);
        for (int i = 0; i < values.length; i++) {
            double truth = data.task().type().isClassification() ? labels.label(row) == i ? 1 : 0 : labels.target(row);
            values[i] = TRUST * values[i] + (1 - TRUST) * truth;
        }
        return values;
    }

    private static EncodedRows joined(EncodedRows one, EncodedRows other) {
        float[] values = Arrays.copyOf(one.values(), one.values().length + other.values().length);
        System.arraycopy(other.values(), 0, values, one.values().length, other.values().length);
        return EncodedRows.of(one.features(), values, one.rows() + other.rows());
    }

    private Taught judged(List<Model> models, List<Integer> iterations, TrialRequest request, Duration wall) {
        int folds = iterations.size();
        List<Predictions> predictions = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            EncodedFold rows = encodings.of(fold, spec);
            predictions.add(rows.predicted(models.get(fold)));
            losses.add(data.metric().loss(rows.validationLabels(), predictions.get(fold)));
        }
        OutOfFold outOfFold = data.plan().outOfFold(folds);
        Labels truth = data.labels().select(outOfFold.rows());
        PostProcessor.Processed processed = new PostProcessor(data.task(), data.metric(), truth, settings.leftOut())
                .of(outOfFold.merge(predictions));
        Model model = models.get(folds);
        Cost cost = new Cost(
                wall,
                encodings.encoder(Encodings.ALL_ROWS, spec).operations() + model.operations(),
                ModelCodec.toBlock(model).size());
        return new Taught(
                new Completed(
                        request,
                        processed.score(),
                        data.metric().toLoss(processed.score()),
                        losses,
                        iterations,
                        List.of(),
                        cost),
                processed.processing(),
                model);
    }
}
