/** Model files that nobody would send in good faith, and what becomes of them. */
@NullMarked
package io.automl4j.benchmarks.hostile;

import org.jspecify.annotations.NullMarked;
