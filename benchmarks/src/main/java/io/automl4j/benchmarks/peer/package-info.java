/** Who is compared: each framework learns and predicts in a process of its own. */
@NullMarked
package io.automl4j.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
