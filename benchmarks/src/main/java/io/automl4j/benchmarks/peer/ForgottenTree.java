package io.automl4j.benchmarks.peer;

import org.jspecify.annotations.Nullable;
import weka.classifiers.trees.RandomTree;
import weka.core.Instances;
import weka.core.Utils;

/**
 * A tree of Weka's forest that is asked for its predictions as soon as it is grown, and then forgotten: with columns of
 * a thousand levels, each split of which has a thousand branches, 500 trees would not fit into 6 GB. What the forest
 * predicts remains the mean over its trees. Weka copies its trees by serialisation, so the sums are static: one forest in
 * a JVM.
 */
final class ForgottenTree extends RandomTree {
    private static final long serialVersionUID = 1;
    private static @Nullable Sums sums;

    static Sums collect(Instances asked) {
        Sums empty = new Sums(asked);
        sums = empty;
        return empty;
    }

    @Override
    public void buildClassifier(Instances data) throws Exception {
        super.buildClassifier(data);
        Sums all = sums;
        if (all != null) {
            all.add(this);
            m_Tree = null;
        }
    }

    /** Sums of what trees predict; added to by several threads. */
    static final class Sums {
        private final Instances asked;
        private final double[][] total;
        private final int[] counted;

        private Sums(Instances asked) {
            this.asked = asked;
            this.total = new double[asked.numInstances()][asked.numClasses()];
            this.counted = new int[asked.numInstances()];
        }

        private void add(RandomTree tree) throws Exception {
            double[][] predicted = new double[total.length][];
            for (int row = 0; row < predicted.length; row++) {
                predicted[row] = tree.distributionForInstance(asked.instance(row));
            }
            synchronized (this) {
                for (int row = 0; row < predicted.length; row++) {
                    add(row, predicted[row]);
                }
            }
        }

        private void add(int row, double[] values) {
            if (!Utils.isMissingValue(values[0])) {
                counted[row]++;
                for (int i = 0; i < values.length; i++) {
                    total[row][i] += values[i];
                }
            }
        }

        /** The mean for numbers, shares that sum to one for classes. */
        synchronized double[] mean(int row) {
            double[] mean = total[row].clone();
            double by = asked.classAttribute().isNominal() ? Utils.sum(mean) : counted[row];
            for (int i = 0; i < mean.length; i++) {
                mean[i] /= by;
            }
            return mean;
        }
    }
}
