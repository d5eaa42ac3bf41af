/** What the boosting libraries have in common. */
@NullMarked
package io.automl4j.learners.boosting;

import org.jspecify.annotations.NullMarked;
