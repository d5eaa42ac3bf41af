package io.automl4j.api.trial;

/**
 * A point of a learning curve.
 *
 * @param iteration iterations done
 * @param loss the watched loss then
 */
public record CurvePoint(int iteration, double loss) {}
