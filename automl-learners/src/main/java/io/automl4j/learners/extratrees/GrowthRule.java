package io.automl4j.learners.extratrees;

/**
 * How a tree grows.
 *
 * @param features share of the columns that are tried for a split
 * @param leastRows the fewest rows of a leaf
 */
record GrowthRule(double features, int leastRows) {}
