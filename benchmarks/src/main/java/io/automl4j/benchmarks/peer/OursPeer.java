package io.automl4j.benchmarks.peer;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.run.AutoMlEvent;
import io.automl4j.api.run.AutoMlListener;
import io.automl4j.api.run.Budget;
import io.automl4j.api.run.Part;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.Table;
import io.automl4j.benchmarks.peer.Facts.Point;
import io.automl4j.model.AutoModel;
import io.automl4j.model.PredictedRows;
import io.automl4j.tabular.AutoMl;
import io.automl4j.tabular.AutoMlBuilder;
import io.automl4j.tabular.TableReader;
import io.automl4j.tabular.Tables;
import io.automl4j.tabular.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * AutoML4J, whole or with one part changed, perhaps with a label that tells versions apart in a record: {@code ours},
 * {@code ours@02}, {@code ours-without-xgboost}, {@code ours-without-ensemble}, {@code ours-with-lightgbm}, and {@code ours-by-random+folds} by a
 * strategy of that name.
 *
 * @param change what is changed
 */
record OursPeer(UnaryOperator<AutoMlBuilder> change) implements Peer {
    private static final String WHOLE = "ours";
    private static final String WITHOUT = WHOLE + "-without-";
    private static final String WITH = WHOLE + "-with-";
    private static final String BY = WHOLE + "-by-";
    private static final char LABEL = '@';
    private static final Set<String> NETWORKS = Set.of("mlp", "resnet");
    /** Its place among the starts. */
    private static final int TD_S = 1;

    /**
     * The peer of a name.
     *
     * @throws IllegalArgumentException if the name is unknown
     */
    static OursPeer named(String name) {
        String unlabelled = name.indexOf(LABEL) < 0 ? name : name.substring(0, name.indexOf(LABEL));
        if (unlabelled.equals(WHOLE)) {
            return new OursPeer(UnaryOperator.identity());
        }
        if (unlabelled.startsWith(BY)) {
            String strategy = unlabelled.substring(BY.length());
            return new OursPeer(builder -> builder.strategy(strategy));
        }
        OursPeer variant = variants().get(unlabelled);
        if (variant == null) {
            throw new IllegalArgumentException("There is no framework '%s'.%nMaybe one of these: %s, or a variant: %s"
                    .formatted(name, Framework.KNOWN, variants().keySet()));
        }
        return variant;
    }

    /** By their names, those that lack one part, and those that have a learner more which waits to be named. */
    static Map<String, OursPeer> variants() {
        Map<String, OursPeer> variants = new LinkedHashMap<>();
        List<String> usual = learners(provider -> !provider.isOptIn());
        for (String learner : usual) {
            List<String> others =
                    usual.stream().filter(other -> !other.equals(learner)).toList();
            variants.put(WITHOUT + learner, searching(others));
        }
        variants.put(
                WITHOUT + "networks",
                searching(usual.stream()
                        .filter(learner -> !NETWORKS.contains(learner))
                        .toList()));
        for (Part part : Part.values()) {
            variants.put(WITHOUT + part.label(), new OursPeer(builder -> builder.without(part)));
        }
        for (String learner : learners(LearnerProvider::isOptIn)) {
            List<String> all = Stream.concat(usual.stream(), Stream.of(learner)).toList();
            variants.put(WITH + learner, searching(all));
        }
        return variants;
    }

    private static OursPeer searching(List<String> learners) {
        return new OursPeer(builder -> builder.learners(learners.toArray(String[]::new)));
    }

    /** The start of the networks that is RealMLP-TD-S (arXiv:2407.04491), with five folds and nothing else. */
    static OursPeer networkAlone() {
        return new OursPeer(builder -> builder.with(new SingleStart("mlp", TD_S))
                .learners(SingleStart.NAME)
                .budget(Budget.trials(1))
                .validation(Validation.folds(5))
                .without(Part.values()));
    }

    /** The names of those that are searched and can be used here. */
    static List<String> learners(Predicate<LearnerProvider> wanted) {
        return ServiceLoader.load(LearnerProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.unavailable().isEmpty() && !provider.isBaseline())
                .filter(wanted)
                .map(LearnerProvider::name)
                .sorted()
                .toList();
    }

    @Override
    public Facts run(Job job, Stopwatch watch) throws IOException {
        TableReader reader = Tables.reader();
        if (job.task().isClassification()) {
            reader = reader.kind(job.target(), ColumnKind.CATEGORICAL);
        }
        Table train = reader.read(job.train()).withTarget(job.target());
        List<Point> curve = new ArrayList<>();
        AutoModel fitted =
                builder(job, watch).listener(curve(watch, curve)).build().fit(train);
        Path file = job.folder().resolve("model.automl");
        fitted.save(file);
        double fitSeconds = watch.seconds();
        AutoModel model = AutoModel.load(file);
        Table test = Tables.reader().like(model.requiredColumns()).read(job.test());
        double loaded = watch.seconds();
        PredictedRows rows = model.predict(test);
        double predictSeconds = watch.seconds() - loaded;
        PredictionFile.of(model, rows).write(job.predictions());
        long bytes = Files.size(file);
        Files.delete(file);
        return new Facts(fitSeconds, predictSeconds, bytes, curve);
    }

    private AutoMlBuilder builder(Job job, Stopwatch watch) {
        return change.apply(AutoMl.builder()
                .task(job.task())
                .budget(job.budget())
                .clock(watch.clock())
                .startedAt(watch.startedAt())
                .threads(job.threads())
                .seed(job.seed()));
    }

    private static AutoMlListener curve(Stopwatch watch, List<Point> curve) {
        return event -> {
            if (event instanceof AutoMlEvent.TrialEnded ended && ended.best().isPresent()) {
                double best = ended.best().getAsDouble();
                if (curve.isEmpty() || curve.get(curve.size() - 1).score() != best) {
                    curve.add(new Point(watch.seconds(), best));
                }
            }
        };
    }
}
