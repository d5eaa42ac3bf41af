/** The prior. */
@NullMarked
package io.automl4j.learners.prior;

import org.jspecify.annotations.NullMarked;
