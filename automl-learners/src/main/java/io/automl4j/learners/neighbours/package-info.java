/** Nearest neighbours. */
@NullMarked
package io.automl4j.learners.neighbours;

import org.jspecify.annotations.NullMarked;
