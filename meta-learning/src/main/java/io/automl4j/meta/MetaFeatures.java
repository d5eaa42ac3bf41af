package io.automl4j.meta;

import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Figures about a table, recorded with what was tried on it: tables that are near by what can be counted tell more about each other
 * ({@link WarmStart}), and whoever studies which configurations do well where has the others too. All but the
 * simple ones are those of a sample, drawn with a fixed seed, so that larger tables take hardly longer.
 *
 * <table>
 *   <caption>What there is</caption>
 *   <tr><th>name</th><th>meaning</th></tr>
 *   <tr><td>log_rows, log_features, log_rows_per_feature</td><td>natural logarithms of numbers</td></tr>
 *   <tr><td>numeric, categorical, text</td><td>shares of the features</td></tr>
 *   <tr><td>log_levels_mean, log_levels_max</td><td>of categorical features; 0 without any</td></tr>
 *   <tr><td>missing_cells, missing_columns</td><td>shares</td></tr>
 *   <tr><td>log_classes, majority, minority, entropy</td><td>number of classes, shares of the most and the least frequent one,
 *       entropy of the classes as a part of that of equal shares; of numbers 0</td></tr>
 *   <tr><td>target_skewness, target_tails, target_distinct</td><td>third and (logarithm of the) fourth standardised moment of a
 *       numeric target, share of distinct values; of classes 0</td></tr>
 *   <tr><td>skewness_mean, skewness_max, tails_mean</td><td>the same of numeric features, absolute</td></tr>
 *   <tr><td>whole, zeros, two_valued, outliers</td><td>shares of numeric features with whole numbers only, of cells that are
 *       zero, of features with two values, and of cells beyond three standard deviations</td></tr>
 *   <tr><td>correlation_mean, correlation_max</td><td>absolute correlations between numeric features</td></tr>
 *   <tr><td>dependence_mean, dependence_max, dependence_top5</td><td>mutual information of a feature (numbers in eight
 *       quantiles) and the target (numbers in five), as a part of the target's entropy; corrected for chance by Miller and
 *       Madow</td></tr>
 *   <tr><td>landmark_stump, landmark_tree, landmark_neighbours, landmark_linear</td><td>landmarkers (Pfahringer, Bensusan
 *       and Giraud-Carrier, 2000): share of the target's variance, for classes of that of their indicators, that is explained
 *       on held-out rows by one split, a tree of depth 4, the five nearest neighbours, and least squares</td></tr>
 * </table>
 */
public final class MetaFeatures {
    private static final long SEED = 0x5eed;

    private MetaFeatures() {}

    /**
     * What can be counted: the first five lines of the table above.
     *
     * @param rows the rows with the roles of their columns
     * @param labels the target of each row
     * @param task what is predicted
     * @return finite numbers by name
     */
    public static Map<String, Double> counts(Table rows, Labels labels, Task task) {
        Map<String, Double> figures = new LinkedHashMap<>();
        SimpleFigures.of(rows, labels, task).addTo(figures);
        return Collections.unmodifiableMap(figures);
    }

    /**
     * The figures about a table.
     *
     * @param rows the rows with the roles of their columns
     * @param labels the target of each row
     * @param task what is predicted
     * @return finite numbers by name, always the same of the same table
     */
    public static Map<String, Double> of(Table rows, Labels labels, Task task) {
        Map<String, Double> figures = new LinkedHashMap<>();
        SplittableRandom random = new SplittableRandom(SEED);
        SampledTable sample = SampledTable.draw(rows, labels, task, random);
        SimpleFigures.of(rows, labels, task).addTo(figures);
        new ColumnFigures(sample).addTo(figures);
        new Dependence(sample).addTo(figures);
        new Landmarks(sample, random).addTo(figures);
        figures.replaceAll((name, value) -> Double.isFinite(value) ? value : 0);
        return Collections.unmodifiableMap(figures);
    }
}
