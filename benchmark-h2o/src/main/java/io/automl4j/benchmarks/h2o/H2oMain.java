package io.automl4j.benchmarks.h2o;

import ai.h2o.automl.AutoML;
import ai.h2o.automl.AutoMLBuildSpec;
import hex.Model;
import hex.ModelMetrics;
import hex.ModelMetricsBinomial;
import hex.ModelMetricsMultinomial;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import water.H2OStarter;
import water.Key;
import water.fvec.Frame;
import water.fvec.NFSFileVec;
import water.fvec.Vec;
import water.parser.ParseDataset;
import water.parser.ParseSetup;

/**
 * Runs H2O AutoML on the job of a folder: learns from {@code train.csv} and predicts {@code test.csv}. The budget counts
 * from the start of the JVM, as for every framework. Arguments: the folder, and {@code mojo} where the speed of the leader's MOJO is
 * wanted too, in {@code mojo.properties}.
 */
public final class H2oMain {
    /** What the leader is chosen by, as it is judged; H2O's own choice for classes would be their mean error. */
    private static final Map<String, String> METRICS =
            Map.of("BINARY", "AUC", "MULTICLASS", "logloss", "REGRESSION", "RMSE");

    private final Path folder;
    private final Properties job = new Properties();

    private H2oMain(Path folder) throws IOException {
        this.folder = folder;
        try (Reader in = Files.newBufferedReader(folder.resolve("job.properties"))) {
            job.load(in);
        }
    }

    /**
     * Runs it.
     *
     * @param arguments see above
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        new H2oMain(Path.of(arguments[0])).run(arguments.length > 1 && arguments[1].equals("mojo"));
        System.exit(0);
    }

    private static double seconds() {
        return seconds(System.currentTimeMillis());
    }

    /** From the start of the JVM until a time. */
    private static double seconds(long time) {
        return (time - ManagementFactory.getRuntimeMXBean().getStartTime()) / 1e3;
    }

    private void run(boolean mojo) throws IOException {
        start();
        ParseSetup setup = setup();
        Frame train = parse("train.csv", setup);
        AutoML automl = search(train);
        Model<?, ?, ?> leader = automl.leader();
        if (leader == null) {
            throw new IllegalStateException("H2O AutoML found no model.");
        }
        double fitted = seconds();
        Frame test = parse("aligned.csv", setup);
        double parsed = seconds();
        Frame predicted = leader.score(test);
        double scored = seconds() - parsed;
        write(predicted, leader._output.classNames());
        facts(fitted, scored, curve(automl));
        if (mojo) {
            double rate = MojoSpeed.of(leader, test, folder.resolve("leader.zip"));
            Files.writeString(
                    folder.resolve("mojo.properties"),
                    "model=%s%nrows_per_second=%s%n".formatted(leader.getClass().getSimpleName(), rate));
        }
    }

    private void start() {
        H2OStarter.start(
                new String[] {
                    "-disable_web",
                    "-disable_net",
                    "-ip",
                    "127.0.0.1",
                    "-nthreads",
                    job.getProperty("threads"),
                    "-name",
                    "automl4j-" + ProcessHandle.current().pid(),
                    "-ice_root",
                    folder.resolve("h2o").toString(),
                    "-log_level",
                    "WARN"
                },
                false);
    }

    /** The types of the training file, which hold for the test file too; the target's is known. */
    private ParseSetup setup() {
        NFSFileVec file = NFSFileVec.make(folder.resolve("train.csv").toFile());
        ParseSetup setup = ParseSetup.guessSetup(new Key<?>[] {file._key}, false, ParseSetup.HAS_HEADER);
        byte[] types = setup.getColumnTypes();
        int target = Arrays.asList(setup.getColumnNames()).indexOf(job.getProperty("target"));
        types[target] = job.getProperty("task").equals("REGRESSION") ? Vec.T_NUM : Vec.T_CAT;
        return setup.setColumnTypes(types);
    }

    private Frame parse(String name, ParseSetup setup) {
        NFSFileVec file = NFSFileVec.make(folder.resolve(name).toFile());
        return ParseDataset.parse(Key.make(name + ".hex"), new Key<?>[] {file._key}, true, setup);
    }

    private AutoML search(Frame train) {
        double budget = Duration.parse(job.getProperty("budget")).toMillis() / 1e3;
        AutoMLBuildSpec spec = new AutoMLBuildSpec();
        spec.input_spec.training_frame = train._key;
        spec.input_spec.response_column = job.getProperty("target");
        spec.input_spec.sort_metric = METRICS.get(job.getProperty("task"));
        spec.build_control.stopping_criteria.set_max_runtime_secs(Math.max(1, budget - seconds()));
        spec.build_control.stopping_criteria.set_seed(Long.parseLong(job.getProperty("seed")));
        AutoML automl = AutoML.startAutoML(spec);
        automl.get();
        return automl;
    }

    private void write(Frame predicted, String[] classes) throws IOException {
        List<String> header = new ArrayList<>(List.of("prediction"));
        for (int i = 0; classes != null && i < classes.length; i++) {
            header.add(quoted("probability_" + classes[i]));
        }
        try (Writer out = Files.newBufferedWriter(folder.resolve("predictions.csv"))) {
            out.write(String.join(",", header) + "\n");
            for (long row = 0; row < predicted.numRows(); row++) {
                List<String> cells = new ArrayList<>();
                double first = predicted.vec(0).at(row);
                cells.add(classes == null ? Double.toString(first) : quoted(classes[(int) first]));
                for (int i = 1; i < header.size(); i++) {
                    cells.add(Double.toString(predicted.vec(i).at(row)));
                }
                out.write(String.join(",", cells) + "\n");
            }
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** The best score in validation so far, whenever a model bettered it: {@code seconds:score;seconds:score}. */
    private static String curve(AutoML automl) {
        Model<?, ?, ?>[] models = automl.leaderboard().getModels();
        Arrays.sort(models, Comparator.comparingLong(model -> model._output._end_time));
        StringBuilder curve = new StringBuilder();
        double best = Double.NEGATIVE_INFINITY;
        for (Model<?, ?, ?> model : models) {
            // where there is little time for many rows H2O holds rows out instead
            ModelMetrics folds = model._output._cross_validation_metrics;
            ModelMetrics metrics = folds == null ? model._output._validation_metrics : folds;
            if (metrics != null && gain(metrics) > best) {
                best = gain(metrics);
                curve.append(curve.length() == 0 ? "" : ";")
                        .append(seconds(model._output._end_time))
                        .append(':')
                        .append(Math.abs(best));
            }
        }
        return curve.toString();
    }

    /** The measure of the benchmark, negative where less is better. */
    private static double gain(ModelMetrics metrics) {
        if (metrics instanceof ModelMetricsBinomial binomial) {
            return binomial.auc();
        }
        return metrics instanceof ModelMetricsMultinomial multinomial ? -multinomial.logloss() : -metrics.rmse();
    }

    private void facts(double fitted, double scored, String curve) throws IOException {
        String facts = String.format(
                Locale.ROOT, "fit_seconds=%s%npredict_seconds=%s%nmodel_bytes=0%ncurve=%s%n", fitted, scored, curve);
        Files.writeString(folder.resolve("facts.properties"), facts);
    }
}
