package io.automl4j.neural.train;

/**
 * Neighbouring parameters that are learned alike.
 *
 * @param from the first one
 * @param to after the last one
 * @param rate by what their learning rate is multiplied; 0 for those that gradients do not change
 * @param decayed whether weight decay pulls at them
 */
public record Group(int from, int to, float rate, boolean decayed) {}
