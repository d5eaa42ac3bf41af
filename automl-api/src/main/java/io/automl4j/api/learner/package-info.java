/** The seam of the learners: providers, trainings, encoded rows and fitted models. */
@NullMarked
package io.automl4j.api.learner;

import org.jspecify.annotations.NullMarked;
