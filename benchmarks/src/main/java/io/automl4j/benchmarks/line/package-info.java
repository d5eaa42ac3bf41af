/** The words of a command. */
@NullMarked
package io.automl4j.benchmarks.line;

import org.jspecify.annotations.NullMarked;
