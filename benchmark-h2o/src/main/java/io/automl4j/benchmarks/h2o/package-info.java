/** H2O AutoML as a peer of the benchmarks; its libraries get along with none of ours, so it shares no class with them. */
@NullMarked
package io.automl4j.benchmarks.h2o;

import org.jspecify.annotations.NullMarked;
