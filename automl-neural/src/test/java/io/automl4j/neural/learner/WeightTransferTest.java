package io.automl4j.neural.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.Feature;
import io.automl4j.api.learner.FittedModel;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.learner.Training;
import io.automl4j.api.learner.Transfer;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.model.encode.EncodedTraining;
import io.automl4j.model.encode.Encoders;
import io.automl4j.model.encode.FeatureLinks;
import io.automl4j.model.predictor.NetworkModel;
import io.automl4j.neural.train.Milestones;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks that begin with the weights of others predict what these predict, before they have learned anything. */
final class WeightTransferTest {
    private static final int ROWS = 240;
    private static final Task CLASSES = new Task(TaskType.MULTICLASS, "y", List.of("a", "b", "c"));
    private static final Task NUMBERS = new Task(TaskType.REGRESSION, "y", List.of());

    /** Networks of every kind of input, and of one member and several. */
    static List<Arguments> networks() {
        List<Arguments> networks = new ArrayList<>();
        for (LearnerProvider provider : List.of(new MlpProvider(), new ResNetProvider())) {
            for (String inputs : List.of("plain", "periodic")) {
                for (String members : List.of("1", "4")) {
                    networks.add(Arguments.of(provider, inputs, members));
                }
            }
        }
        return networks;
    }

    private record Setting(LearnerProvider provider, Configuration configuration) {

        static Setting of(LearnerProvider provider, String inputs, String members) {
            TaskShape shape = new TaskShape(TaskType.MULTICLASS, ROWS, 3, 4, 2, 0, 30, true);
            Configuration start = provider.starts(shape)
                    .get(0)
                    .with("inputs", inputs)
                    .with("members", members)
                    .with("width", 32)
                    .with("epochs", 16)
                    .with("many_levels", "codes");
            Configuration whole = provider.space(shape).repair(start);
            // other shapes narrow towards the number of classes
            return new Setting(provider, whole.find("shape").isPresent() ? whole.with("shape", "brick") : whole);
        }

        /** A network that has learned a little. */
        NetworkModel trained(Task task, EncodedTraining rows, Labels labels) {
            try (Training training = provider.create(configuration).start(FoldData.of(task, rows.rows(), labels), 3)) {
                training.advance(3, Cancellation.NEVER);
                return (NetworkModel) training.model(3);
            }
        }

        /** A network that has learned nothing yet. */
        NetworkModel begun(Task task, EncodedTraining rows, Labels labels, Transfer transfer) {
            NetworkLearner learner =
                    (NetworkLearner) provider.create(configuration).from(transfer);
            NetworkLearner.Beginning beginning = learner.beginning(FoldData.of(task, rows.rows(), labels), 8);
            return NetworkModel.of(
                    beginning.plan().spec(),
                    List.of(beginning.plan().start()),
                    beginning.learned().link(),
                    beginning.learned().target());
        }
    }

    /** Columns of every kind, of which some cells are missing. */
    private static Table table(String... names) {
        List<ColumnSchema> described = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (String name : names) {
            boolean number = name.startsWith("x");
            described.add(
                    new ColumnSchema(name, number ? ColumnKind.NUMERIC : ColumnKind.CATEGORICAL, Role.FEATURE, ""));
            columns.add(number ? numbers(name) : levels(name));
        }
        return Table.of(Schema.of(described), columns);
    }

    private static NumericColumn numbers(String name) {
        SplittableRandom random = new SplittableRandom(name.hashCode());
        double[] values = new double[ROWS];
        Arrays.setAll(values, row -> row % 17 == 3 && name.equals("x1") ? Double.NaN : random.nextGaussian());
        return NumericColumn.of(values);
    }

    private static StringColumn levels(String name) {
        SplittableRandom random = new SplittableRandom(name.hashCode());
        int many = name.equals("many") ? 30 : 4;
        return StringColumn.of(
                Stream.generate(() -> name + random.nextInt(many)).limit(ROWS).toList());
    }

    private static Labels labels(Task task) {
        SplittableRandom random = new SplittableRandom(5);
        double[] targets = new double[ROWS];
        int classes = task.classes().size();
        Arrays.setAll(targets, row -> classes > 0 ? random.nextInt(classes) : 100 + 20 * random.nextGaussian());
        return Labels.of(targets);
    }

    private static EncodedTraining encoded(Table table, Task task) {
        return Encoders.fit(
                table,
                labels(task),
                task,
                new EncoderSpec(EncoderSpec.Encoding.NETWORK, EncoderSpec.ManyLevels.CODES, true, true),
                4);
    }

    private static Transfer transfer(
            FittedModel model, EncodedTraining earlier, EncodedTraining now, List<Integer> outputs) {
        return new Transfer(model, FeatureLinks.between(earlier.encoder(), now.encoder(), outputs), outputs);
    }

    private static float[] predictions(FittedModel model, EncodedTraining rows) {
        float[] out = new float[ROWS * model.outputs()];
        model.predict(rows.rows(), out);
        return out;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void columnsInAnotherOrderPredictTheSame(LearnerProvider provider, String inputs, String members) {
        Setting setting = Setting.of(provider, inputs, members);
        EncodedTraining earlier = encoded(table("x1", "few", "x2", "many"), CLASSES);
        EncodedTraining now = encoded(table("many", "x2", "x1", "few"), CLASSES);
        NetworkModel model = setting.trained(CLASSES, earlier, labels(CLASSES));
        NetworkModel begun =
                setting.begun(CLASSES, now, labels(CLASSES), transfer(model, earlier, now, List.of(0, 1, 2)));
        assertThat(furthest(predictions(begun, now), predictions(model, earlier)))
                .isLessThan(1e-4);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void newColumnsChangeNothingYet(LearnerProvider provider, String inputs, String members) {
        Setting setting = Setting.of(provider, inputs, members);
        EncodedTraining earlier = encoded(table("x1", "few", "many"), CLASSES);
        EncodedTraining now = encoded(table("x3", "x1", "few", "other", "many"), CLASSES);
        NetworkModel model = setting.trained(CLASSES, earlier, labels(CLASSES));
        NetworkModel begun =
                setting.begun(CLASSES, now, labels(CLASSES), transfer(model, earlier, now, List.of(0, 1, 2)));
        assertThat(furthest(predictions(begun, now), predictions(model, earlier)))
                .isLessThan(1e-4);
        assertThat(begun.spec().parameters()).isGreaterThan(model.spec().parameters());
    }

    /** A number that is at its median throughout is encoded as 0. */
    @ParameterizedTest
    @MethodSource("networks")
    void aColumnThatIsGoneIsAsIfAtItsMedian(LearnerProvider provider, String inputs, String members) {
        Setting setting = Setting.of(provider, "plain", members);
        EncodedTraining earlier = encoded(table("x1", "x2", "few"), CLASSES);
        EncodedTraining now = encoded(table("few", "x1"), CLASSES);
        NetworkModel model = setting.trained(CLASSES, earlier, labels(CLASSES));
        NetworkModel begun =
                setting.begun(CLASSES, now, labels(CLASSES), transfer(model, earlier, now, List.of(0, 1, 2)));
        int width = earlier.rows().width();
        int gone =
                earlier.rows().features().stream().map(f -> f.name()).toList().indexOf("x2");
        float[] values = earlier.rows().values().clone();
        for (int row = 0; row < ROWS; row++) {
            values[row * width + gone] = 0;
        }
        float[] expected = new float[ROWS * 3];
        model.predict(EncodedRows.of(earlier.rows().features(), values, ROWS), expected);
        assertThat(furthest(predictions(begun, now), expected)).isLessThan(1e-4);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void classesInAnotherOrderKeepTheirProbabilities(LearnerProvider provider, String inputs, String members) {
        Setting setting = Setting.of(provider, inputs, members);
        EncodedTraining rows = encoded(table("x1", "few", "many"), CLASSES);
        NetworkModel model = setting.trained(CLASSES, rows, labels(CLASSES));
        NetworkModel begun =
                setting.begun(CLASSES, rows, labels(CLASSES), transfer(model, rows, rows, List.of(2, 0, 1)));
        float[] before = predictions(model, rows);
        float[] now = predictions(begun, rows);
        for (int row = 0; row < ROWS; row++) {
            assertThat(now[3 * row]).isCloseTo(before[3 * row + 2], within(1e-4f));
            assertThat(now[3 * row + 1]).isCloseTo(before[3 * row], within(1e-4f));
        }
    }

    /** The hidden layers carry over, the scores do not. */
    @ParameterizedTest
    @MethodSource("networks")
    void aNewClassBeginsTheLastLayerAnew(LearnerProvider provider, String inputs, String members) {
        Setting setting = Setting.of(provider, inputs, members);
        EncodedTraining rows = encoded(table("x1", "few"), CLASSES);
        NetworkModel model = setting.trained(CLASSES, rows, labels(CLASSES));
        Task four = new Task(TaskType.MULTICLASS, "y", List.of("a", "b", "c", "d"));
        Transfer transfer = transfer(model, rows, rows, List.of(0, 1, 2, -1));
        NetworkModel begun = setting.begun(four, rows, labels(four), transfer);
        assertThat(transfer.hasSameOutputs()).isFalse();
        int head = begun.spec().offset(begun.spec().nodes().size() - 1);
        assertThat(furthest(
                        Arrays.copyOf(begun.sets().get(0), head),
                        Arrays.copyOf(model.sets().get(0), head)))
                .isZero();
    }

    /** Rows that lie elsewhere are scaled by others; exact but for the smooth clipping, which bends what is far away. */
    @ParameterizedTest
    @MethodSource("networks")
    void anotherScalingPredictsNearlyTheSame(LearnerProvider provider, String inputs, String members) {
        Setting setting = Setting.of(provider, inputs, members);
        Table before = table("x1", "x2", "few");
        Table wider = moved(before);
        EncodedTraining earlier = encoded(before, NUMBERS);
        EncodedTraining now = encoded(wider, NUMBERS);
        NetworkModel model = setting.trained(NUMBERS, earlier, labels(NUMBERS));
        Transfer transfer = transfer(model, earlier, now, List.of(0));
        NetworkModel begun = setting.begun(NUMBERS, now, labels(NUMBERS), transfer);
        float[] truth = predictions(
                model, new EncodedTraining(earlier.encoder(), earlier.encoder().transform(wider)));
        assertThat(transfer.columns().get(0).factor()).isNotCloseTo(1, within(0.1f));
        assertThat(distance(predictions(begun, now), truth)).isLessThan(0.1 * spread(truth));
        Transfer unscaled = new Transfer(
                model,
                transfer.columns().stream()
                        .map(column -> new Transfer.Column(column.earlier(), 1, 0, column.codes()))
                        .toList(),
                List.of(0));
        NetworkModel careless = setting.begun(NUMBERS, now, labels(NUMBERS), unscaled);
        assertThat(distance(predictions(begun, now), truth))
                .isLessThan(0.5 * distance(predictions(careless, now), truth));
    }

    /** Targets in other units are told by the last layer. */
    @ParameterizedTest
    @MethodSource("networks")
    void otherTargetsLeaveThePredictions(LearnerProvider provider, String inputs, String members) {
        Setting setting = Setting.of(provider, inputs, members);
        EncodedTraining rows = encoded(table("x1", "x2"), NUMBERS);
        NetworkModel model = setting.trained(NUMBERS, rows, labels(NUMBERS));
        double[] others = new double[ROWS];
        Arrays.setAll(others, row -> 500 * row - 3_000);
        NetworkModel begun = setting.begun(NUMBERS, rows, Labels.of(others), transfer(model, rows, rows, List.of(0)));
        assertThat(furthest(predictions(begun, rows), predictions(model, rows))).isLessThan(0.05);
    }

    /** Counted in iterations: what the earlier network has learned need not be learned again. */
    @ParameterizedTest
    @MethodSource("networks")
    void aLossIsReachedInFewerIterations(LearnerProvider provider, String inputs, String members) {
        Setting setting = Setting.of(provider, inputs, members);
        FoldData before = signal(600, 11);
        FoldData now = signal(120, 12);
        Learner anew = setting.provider().create(setting.configuration());
        NetworkModel model;
        try (Training training = anew.start(before, 3)) {
            training.advance(Milestones.COUNT, Cancellation.NEVER);
            model = (NetworkModel) training.model(Milestones.COUNT);
        }
        Transfer.Column same = new Transfer.Column(0, 1, 0, List.of());
        Transfer transfer = new Transfer(model, List.of(same, new Transfer.Column(1, 1, 0, List.of())), List.of(0));
        double[] cold = losses(anew, now);
        double[] warm = losses(anew.from(transfer), now);
        double reached = Arrays.stream(cold).min().orElseThrow();
        assertThat(firstBelow(warm, reached)).isLessThan(firstBelow(cold, reached));
    }

    /** Numbers to learn from, and others to watch. */
    private static FoldData signal(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Feature> features = List.of(new Feature("a", 0), new Feature("b", 0));
        float[][] values = new float[2][];
        Labels[] labels = new Labels[2];
        for (int part = 0; part < 2; part++) {
            int count = part == 0 ? rows : 400;
            values[part] = new float[2 * count];
            double[] targets = new double[count];
            for (int row = 0; row < count; row++) {
                values[part][2 * row] = (float) random.nextGaussian();
                values[part][2 * row + 1] = (float) random.nextGaussian();
                targets[row] = Math.sin(2 * values[part][2 * row]) * values[part][2 * row + 1];
            }
            labels[part] = Labels.of(targets);
        }
        return new FoldData(
                NUMBERS,
                EncodedRows.of(features, values[0], rows),
                labels[0],
                EncodedRows.of(features, values[1], 400),
                labels[1]);
    }

    private static double[] losses(Learner learner, FoldData data) {
        try (Training training = learner.start(data, 4)) {
            training.advance(Milestones.COUNT, Cancellation.NEVER);
            double[] losses = new double[Milestones.COUNT];
            Arrays.setAll(losses, i -> training.watchedLoss(i + 1));
            return losses;
        }
    }

    /** The first iteration, from 1, whose loss is at most a bound. */
    private static int firstBelow(double[] losses, double bound) {
        int iteration = 0;
        while (iteration < losses.length && losses[iteration] > bound) {
            iteration++;
        }
        return iteration + 1;
    }

    private static Table moved(Table table) {
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column instanceof NumericColumn numbers) {
                double[] values = new double[ROWS];
                Arrays.setAll(values, row -> 0.3 + 1.4 * numbers.value(row));
                columns.add(NumericColumn.of(values));
            } else {
                columns.add(column);
            }
        }
        return Table.of(table.schema(), columns);
    }

    private static double furthest(float[] one, float[] other) {
        assertThat(one).hasSameSizeAs(other);
        double furthest = 0;
        for (int i = 0; i < one.length; i++) {
            furthest = Math.max(furthest, Math.abs(one[i] - other[i]));
        }
        return furthest;
    }

    private static double distance(float[] one, float[] other) {
        return mean(one, i -> Math.abs(one[i] - other[i]));
    }

    private static double spread(float[] values) {
        double mean = mean(values, i -> values[i]);
        return Math.sqrt(mean(values, i -> Math.pow(values[i] - mean, 2)));
    }

    private static double mean(float[] values, ToDoubleFunction<Integer> value) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += value.applyAsDouble(i);
        }
        return sum / values.length;
    }
}
