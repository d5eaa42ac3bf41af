/**
 * Networks on DL4J: the same {@link io.automl4j.model.network.NetworkSpec} as a {@code ComputationGraph}, with its
 * weights, for those who go on in DL4J.
 */
@NullMarked
package io.automl4j.dl4j;

import org.jspecify.annotations.NullMarked;
