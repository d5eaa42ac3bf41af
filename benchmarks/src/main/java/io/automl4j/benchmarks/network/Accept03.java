package io.automl4j.benchmarks.network;

import io.automl4j.benchmarks.accept.Figure;
import io.automl4j.benchmarks.accept.Recorded;
import io.automl4j.benchmarks.measure.Interval;
import io.automl4j.benchmarks.report.Comparison;
import io.automl4j.model.network.LayerStyle.Norm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Issue "Networks" is done when this shows no {@code MISSED}. Steps are compared with DL4J's and with the bare products
 * in one run, by ratios; gradients by the tests of the modules; quality by recorded results.
 *
 * @param data the folder of the tables
 * @param home the folder of the project
 */
public record Accept03(Path data, Path home) {
    private static final List<Integer> BATCHES = List.of(32, 128, 256, 512);
    private static final List<Integer> WIDTHS = List.of(64, 256, 512);
    private static final int BRIEF_EPOCHS = 16;
    private static final int WHOLE_EPOCHS = 256;
    private static final int ROUNDS = 7;

    private static final String TD_S = "mlp-td-s";
    private static final String FOREST = "weka-rf";
    private static final Recorded ALONE = new Recorded("public-60s", List.of(TD_S, FOREST), 60, 1);
    private static final String WITH = "ours";
    private static final String WITHOUT = "ours-without-networks";
    private static final Recorded TOGETHER = new Recorded("networks-60s", List.of(WITH, WITHOUT), 60, 2);
    private static final String GRADIENTS =
            "mvn -q test -pl automl-neural,automl-dl4j -am -Dtest=TrainingGraphTest,LossTest,Dl4jNetworkTest,Dl4jTrainerTest -Dsurefire.failIfNoSpecifiedTests=false";

    /**
     * Runs it, about ten minutes where quality is recorded.
     *
     * @return whether everything holds
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if interrupted; finished cells are kept
     */
    public boolean run() throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        System.out.printf(
                "%-7s %-6s %5s %5s %10s %10s %12s%n",
                "body", "norm", "batch", "width", "ours us", "dl4j us", "products us");
        for (boolean residual : List.of(false, true)) {
            for (Norm norm : List.of(Norm.NONE, Norm.BATCH)) {
                for (int batch : BATCHES) {
                    for (int width : WIDTHS) {
                        figures.addAll(step(new StepCase(residual, batch, width, norm)));
                    }
                }
            }
        }
        figures.addAll(trainings());
        figures.add(Figure.tests("gradients within 1e-4", GRADIENTS, home));
        figures.add(alone());
        figures.add(together());
        figures.forEach(System.out::println);
        return figures.stream().allMatch(Figure::ok);
    }

    /** Times one size and says what is owed of it, if anything is. */
    private static List<Figure> step(StepCase size) {
        StepTimes times = StepTimes.of(size.ours(), size.dl4j(), size.products());
        System.out.printf(
                Locale.ROOT,
                "%-7s %-6s %5d %5d %10.1f %10.1f %12.1f%n",
                size.residual() ? "resnet" : "mlp",
                size.norm(),
                size.batch(),
                size.width(),
                times.micros().get(0),
                times.micros().get(1),
                times.micros().get(2));
        if (size.residual()) {
            return List.of();
        }
        List<Figure> owed = new ArrayList<>();
        boolean plain = size.norm() == Norm.NONE;
        String name =
                "MLP, norm %s, batch %d, width %d: step against ".formatted(size.norm(), size.batch(), size.width());
        if (size.batch() == 128 && size.width() == 64) {
            owed.add(Figure.atMost(name + "DL4J", plain ? 1.0 / 12 : 1.0 / 25, times.ratio(0, 1), "x"));
        }
        if (size.batch() == 128 && size.width() == 256) {
            owed.add(Figure.atMost(name + "DL4J", plain ? 1.0 / 3 : 1.0 / 8, times.ratio(0, 1), "x"));
        }
        if (size.batch() == 256 && size.width() == 256 && plain) {
            owed.add(Figure.atMost(name + "products", 2, times.ratio(0, 2), "x"));
        }
        return owed;
    }

    private Figure alone() throws IOException, InterruptedException {
        Interval difference = ALONE.comparison(data, home).difference(TD_S, FOREST);
        return new Figure(
                        "TD-S with 5 folds less Weka's forest, normalised score",
                        ">= 0",
                        difference.toString(),
                        difference.mean() >= 0)
                .by(ALONE.command());
    }

    private Figure together() throws IOException, InterruptedException {
        Comparison comparison = TOGETHER.comparison(data, home);
        return new Figure(
                        "networks in the ensemble at 60 s",
                        "better",
                        comparison.verdict(WITH, WITHOUT),
                        comparison.difference(WITH, WITHOUT).verdict().equals("better"))
                .by(TOGETHER.command());
    }

    private static List<Figure> trainings() {
        TdsRun.of(BRIEF_EPOCHS); // warms up
        // other machines' work comes and goes: rounds of both, one after the other, of which the middle one counts
        double[] ratios = IntStream.range(0, ROUNDS)
                .mapToDouble(round -> {
                    double one = TdsRun.of(BRIEF_EPOCHS).seconds();
                    return secondsOfTwo() / one;
                })
                .sorted()
                .toArray();
        System.out.printf("two trainings against one, round by round: %s%n", Arrays.toString(ratios));
        TdsRun whole = TdsRun.of(WHOLE_EPOCHS);
        return List.of(
                Figure.atMost("two trainings in two threads against one", 1.15, ratios[ROUNDS / 2], "x"),
                Figure.atMost("256 epochs of TD-S on 10,000 x 20", 60, whole.seconds(), "s"),
                Figure.atMost("memory beyond the data", 200, whole.allocated() / 1e6, "MB"));
    }

    /** Until the later one of two trainings ends. */
    private static double secondsOfTwo() {
        return Stream.generate(() -> CompletableFuture.supplyAsync(() -> TdsRun.of(BRIEF_EPOCHS)))
                .limit(2)
                .toList()
                .stream()
                .mapToDouble(run -> run.join().seconds())
                .max()
                .orElseThrow();
    }
}
