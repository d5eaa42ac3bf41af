/** The task, its labels, and the folds. */
@NullMarked
package io.automl4j.tabular.validation;

import org.jspecify.annotations.NullMarked;
