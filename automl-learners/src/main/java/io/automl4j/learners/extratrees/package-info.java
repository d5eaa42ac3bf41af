/** Extremely randomised trees. */
@NullMarked
package io.automl4j.learners.extratrees;

import org.jspecify.annotations.NullMarked;
