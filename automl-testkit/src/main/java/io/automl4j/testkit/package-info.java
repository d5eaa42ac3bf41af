/**
 * Contracts that every learner, executor, metric and search strategy keeps, as JUnit classes to extend; synthetic tables
 * and search landscapes to try them on.
 */
@NullMarked
package io.automl4j.testkit;

import org.jspecify.annotations.NullMarked;
