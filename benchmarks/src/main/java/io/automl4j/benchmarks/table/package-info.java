/** Tables to be measured on: suites of them, and how their rows are split. */
@NullMarked
package io.automl4j.benchmarks.table;

import org.jspecify.annotations.NullMarked;
