package io.automl4j.benchmarks.table;

import io.automl4j.api.task.TaskType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import weka.core.Statistics;

/** Tables that are drawn, so that it is known what no model can better: the Bayes error. */
enum SyntheticTable {
    /** Two normal distributions of unit variance in six dimensions, three of which tell them apart. */
    GAUSSIANS_2(TaskType.BINARY, 6) {
        @Override
        String draw(SplittableRandom random, double[] features) {
            boolean second = random.nextBoolean();
            for (int i = 0; i < features.length; i++) {
                double shift = i < 3 ? DISTANCE / Math.sqrt(3) / 2 : 0;
                features[i] = random.nextGaussian() + (second ? shift : -shift);
            }
            return second ? "second" : "first";
        }

        /** 1 − AUC, the AUC being Φ(distance/√2). */
        @Override
        double bayesLoss() {
            return 1 - Statistics.normalProbability(DISTANCE / Math.sqrt(2));
        }
    },
    /** Four normal distributions of unit variance in eight dimensions, one along each of the first four axes. */
    GAUSSIANS_4(TaskType.MULTICLASS, 8) {
        @Override
        String draw(SplittableRandom random, double[] features) {
            int label = random.nextInt(CLASSES);
            for (int i = 0; i < features.length; i++) {
                features[i] = random.nextGaussian() + (i == label ? DISTANCE : 0);
            }
            return "c" + label;
        }

        /** The mean of −log of the true class's probability given the features, over many draws. */
        @Override
        double bayesLoss() {
            SplittableRandom random = new SplittableRandom(SEED + 1);
            double[] features = new double[8];
            double sum = 0;
            for (int i = 0; i < DRAWS; i++) {
                int label = Integer.parseInt(draw(random, features).substring(1));
                double total = IntStream.range(0, CLASSES)
                        .mapToDouble(other -> Math.exp(DISTANCE * features[other]))
                        .sum();
                sum -= DISTANCE * features[label] - Math.log(total);
            }
            return sum / DRAWS;
        }
    },
    /** Friedman 1991 (doi:10.1214/aos/1176347963), equation 61: five of ten features matter, noise of unit variance. */
    FRIEDMAN_1(TaskType.REGRESSION, 10) {
        @Override
        String draw(SplittableRandom random, double[] features) {
            for (int i = 0; i < features.length; i++) {
                features[i] = random.nextDouble();
            }
            double value = 10 * Math.sin(Math.PI * features[0] * features[1])
                    + 20 * (features[2] - 0.5) * (features[2] - 0.5)
                    + 10 * features[3]
                    + 5 * features[4];
            return Double.toString(value + random.nextGaussian());
        }

        @Override
        double bayesLoss() {
            return 1;
        }
    };

    private static final double DISTANCE = 1.6;
    private static final int CLASSES = 4;
    private static final int DRAWS = 200_000;
    private static final int ROWS = 2_000;
    private static final long SEED = 1;

    private final TaskType task;
    private final int width;

    SyntheticTable(TaskType task, int width) {
        this.task = task;
        this.width = width;
    }

    /** Draws the features of a row and returns its target. */
    abstract String draw(SplittableRandom random, double[] features);

    /** The least that can be lost: 1 − AUC, log loss or RMSE. */
    abstract double bayesLoss();

    String tableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    SuiteTable write(Path folder) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        List<String> header = new ArrayList<>();
        IntStream.range(0, width).forEach(i -> header.add("x" + i));
        header.add("y");
        List<List<String>> rows = new ArrayList<>();
        double[] features = new double[width];
        for (int row = 0; row < ROWS; row++) {
            String target = draw(random, features);
            List<String> cells = new ArrayList<>();
            for (double feature : features) {
                cells.add(Float.toString((float) feature));
            }
            cells.add(target);
            rows.add(cells);
        }
        Files.createDirectories(folder);
        Path file = folder.resolve(tableName() + ".csv");
        new CsvFile(header, rows).write(file);
        return new SuiteTable(tableName(), task, "y", file);
    }
}
