/** Networks as learners: search spaces, starting configurations, and what a configuration means. */
@NullMarked
package io.automl4j.neural.learner;

import org.jspecify.annotations.NullMarked;
