/** The matrix of framework, table, fold and seed, and its cells. */
@NullMarked
package io.automl4j.benchmarks.run;

import org.jspecify.annotations.NullMarked;
