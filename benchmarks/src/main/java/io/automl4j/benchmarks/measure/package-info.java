/** From predictions to scores, and from scores to statements. */
@NullMarked
package io.automl4j.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
