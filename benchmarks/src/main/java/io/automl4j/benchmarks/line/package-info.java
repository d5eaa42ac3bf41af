/** The words of commands, those that come in and those that are started. */
@NullMarked
package io.automl4j.benchmarks.line;

import org.jspecify.annotations.NullMarked;
