package io.automl4j.benchmarks.measure;

/**
 * What predictions are worth, as in the AutoML Benchmark (Gijsbers et al. 2024, JMLR 25): ROC AUC of two classes, log
 * loss of more (cut at 1e-7, for everybody alike), RMSE of numbers; beside it accuracy or R².
 *
 * @param metric the name of the metric
 * @param value its value
 * @param second accuracy or R²; NaN of a framework that failed
 */
public record Score(String metric, double value, double second) {}
