/** Benchmarks: acceptance runs and their peers. */
@NullMarked
package io.automl4j.benchmarks;

import org.jspecify.annotations.NullMarked;
