package io.automl4j.benchmarks.peer;

import io.automl4j.benchmarks.table.CsvFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import weka.classifiers.trees.RandomForest;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.Utils;

/**
 * The peer: Weka's {@code RandomForest -I 500}, else with its defaults, run to its end. Columns are what Weka's own
 * loader would make of them: numbers where every cell is one, else nominal with the levels of both files, missing cells
 * missing. Predictions are written in the form of {@code automl predict}.
 */
final class WekaForest {
    private static final int TREES = 500;

    private final CsvFile train;
    private final CsvFile test;
    private final String target;
    private final ArrayList<Attribute> attributes = new ArrayList<>();

    private WekaForest(CsvFile train, CsvFile test, String target, boolean classes) {
        this.train = train;
        this.test = test;
        this.target = target;
        for (String name : train.header()) {
            Set<String> levels = new LinkedHashSet<>(train.cells(name));
            levels.addAll(test.cells(name));
            levels.remove("");
            boolean nominal = name.equals(target) ? classes : !levels.stream().allMatch(PlainTable::isNumber);
            attributes.add(nominal ? new Attribute(name, List.copyOf(levels)) : new Attribute(name));
        }
    }

    /** Learns and predicts; the trees predict as they grow, so neither has a time of its own. */
    static CsvFile predictions(Job job) throws Exception {
        CsvFile train = CsvFile.read(job.train());
        CsvFile test = CsvFile.read(job.test()).like(train.header());
        return new WekaForest(train, test, job.target(), job.task().isClassification()).predict(job);
    }

    private CsvFile predict(Job job) throws Exception {
        RandomForest forest = new RandomForest();
        ForgottenTree tree = new ForgottenTree();
        tree.setDoNotCheckCapabilities(true);
        forest.setClassifier(tree);
        forest.setNumIterations(TREES);
        forest.setNumExecutionSlots(job.threads());
        forest.setSeed((int) job.seed());
        Instances learned = instances(train);
        ForgottenTree.Sums sums = ForgottenTree.collect(instances(test));
        forest.buildClassifier(learned);
        Attribute label = learned.classAttribute();
        List<String> header = new ArrayList<>(List.of("prediction"));
        for (int i = 0; label.isNominal() && i < label.numValues(); i++) {
            header.add("probability_" + label.value(i));
        }
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < test.rows().size(); row++) {
            double[] distribution = sums.mean(row);
            List<String> cells = new ArrayList<>();
            if (label.isNominal()) {
                cells.add(label.value(Utils.maxIndex(distribution)));
            }
            for (double value : distribution) {
                cells.add(Double.toString(value));
            }
            rows.add(cells);
        }
        return new CsvFile(header, rows);
    }

    private Instances instances(CsvFile file) {
        Instances instances = new Instances("table", attributes, file.rows().size());
        instances.setClassIndex(train.column(target));
        for (List<String> row : file.rows()) {
            double[] values = new double[attributes.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(attributes.get(i), row.get(i));
            }
            instances.add(new DenseInstance(1.0, values));
        }
        return instances;
    }

    private static double value(Attribute attribute, String cell) {
        if (cell.isEmpty()) {
            return Utils.missingValue();
        }
        return attribute.isNominal() ? attribute.indexOfValue(cell) : Double.parseDouble(cell);
    }
}
