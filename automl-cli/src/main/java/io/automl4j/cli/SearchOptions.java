package io.automl4j.cli;

import io.automl4j.api.NoSuchDeviceException;
import io.automl4j.api.learner.Compute.Device;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.metric.Metric;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.run.Budget;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.tabular.AutoMl;
import io.automl4j.tabular.AutoMlBuilder;
import io.automl4j.tabular.Validation;
import io.automl4j.tabular.validation.TaskInference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How the search goes. */
final class SearchOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--task",
            defaultValue = "auto",
            paramLabel = "TASK",
            description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}, as the target suggests.")
    private TaskChoice task = TaskChoice.AUTO;

    @Option(
            names = "--quantiles",
            split = ",",
            paramLabel = "SHARE",
            description = "Predicts quantiles of a number in place of its mean, such as 0.05,0.5,0.95.")
    private List<Double> quantiles = new ArrayList<>();

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            description = "What to optimise, such as roc_auc, log_loss, f1_macro, rmse, mae.")
    @Nullable
    private String metric;

    @Mixin
    private StrategyOptions strategy = new StrategyOptions();

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "The seed of everything random; default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many trials run at a time, up to four a core; default: all cores.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--learners",
            split = ",",
            paramLabel = "NAME",
            description = "Which learners; default: the usual ones.")
    private List<String> learners = new ArrayList<>();

    @Option(
            names = "--engine",
            defaultValue = "native",
            paramLabel = "ENGINE",
            description = "What trains networks: native or dl4j; default: ${DEFAULT-VALUE}.")
    private String engine = "native";

    @Option(
            names = "--device",
            defaultValue = "auto",
            paramLabel = "DEVICE",
            description = "Where networks are trained: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private Device device = Device.AUTO;

    @Option(names = "--folds", paramLabel = "N", description = "How many folds; default: as the rows suggest.")
    private int folds;

    @Option(
            names = "--class-weights",
            split = ",",
            paramLabel = "CLASS=WEIGHT",
            description = "Weights of classes, 1 for those not named.")
    private Map<String, Double> classWeights = new LinkedHashMap<>();

    /** Refuses what no table can make right. */
    void check() {
        refuseUnless(threads >= 1, "--threads is %d, but must be at least 1.".formatted(threads));
        refuseUnless(folds >= 2 || !given("--folds"), "--folds is %d, but must be at least 2.".formatted(folds));
        classWeights.forEach((name, weight) -> refuseUnless(
                weight >= 0 && Double.isFinite(weight),
                "--class-weights: class '%s' has weight %s; weights are finite and not negative."
                        .formatted(name, weight)));
        List<String> known = ServiceLoader.load(LearnerProvider.class).stream()
                .map(provider -> provider.get().name())
                .sorted()
                .toList();
        learners.forEach(name -> refuseUnless(
                known.contains(name),
                "--learners: there is no learner '%s'. Maybe one of %s.".formatted(name, String.join(", ", known))));
        metric();
        checkQuantiles();
        strategy.check();
        checkCompute();
    }

    private void checkQuantiles() {
        try {
            Task.checkQuantiles(quantiles);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--quantiles: " + e.getMessage(), e);
        }
        refuseUnless(
                quantiles.isEmpty() || task == TaskChoice.AUTO || task == TaskChoice.REGRESSION,
                "--quantiles are of numbers, but --task is %s. Leave one of them out.".formatted(task));
        refuseUnless(
                quantiles.isEmpty() || !given("--record"),
                "--record: what is learned about --quantiles does not help other tables. Leave one of them out.");
    }

    private void checkCompute() {
        try {
            builder().build();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--engine: " + e.getMessage(), e);
        } catch (NoSuchDeviceException e) {
            throw new ParameterException(spec.commandLine(), "--engine, --device: " + e.getMessage(), e);
        }
    }

    Budget budget() {
        return strategy.budget();
    }

    /** Lets a run that is resumed record as before, or elsewhere. */
    void recordIn(AutoMlBuilder builder) {
        strategy.recordIn(builder);
    }

    /** Where what is found is kept. */
    Optional<Path> workDirectory() {
        return strategy.workDirectory();
    }

    /** The budget of a run that is resumed. */
    Budget budgetAgain(Budget before) {
        return strategy.again(before);
    }

    /** The task of a table. */
    Task taskOf(Table table) {
        if (quantiles.isEmpty()) {
            return TaskInference.infer(table, task.type());
        }
        return TaskInference.infer(table, Optional.of(TaskType.REGRESSION)).withQuantiles(quantiles);
    }

    /** The metric that was asked for. */
    Optional<Metric> metric() {
        if (metric == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Metrics.byName(metric));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--metric: " + e.getMessage(), e);
        }
    }

    /** A run with these options. */
    AutoMlBuilder builder() {
        AutoMlBuilder builder = AutoMl.builder()
                .seed(seed)
                .threads(threads)
                .learners(learners.toArray(String[]::new))
                .classWeights(classWeights)
                .engine(engine)
                .device(device);
        task.type().ifPresent(builder::task);
        if (!quantiles.isEmpty()) {
            builder.quantiles(
                    quantiles.stream().mapToDouble(Double::doubleValue).toArray());
        }
        metric().ifPresent(builder::metric);
        strategy.in(builder);
        return folds == 0 ? builder : builder.validation(Validation.folds(folds));
    }

    /** Refuses a metric that is not defined for the task. */
    void checkMetric(Task of) {
        metric().ifPresent(wanted -> refuseUnless(
                wanted.supports(of.type()),
                "--metric: '%s' is not defined for a %s task. Maybe one of %s."
                        .formatted(wanted.name(), of.type().name().toLowerCase(Locale.ROOT), supporting(of))));
    }

    private static String supporting(Task of) {
        return Stream.concat(Stream.of(Metrics.defaultFor(of)), Metrics.all().stream())
                .filter(one -> one.supports(of.type()))
                .map(Metric::name)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private boolean given(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    private void refuseUnless(boolean condition, String message) {
        if (!condition) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
