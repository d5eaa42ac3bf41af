/** Explanations of fitted models: which columns count, how a column moves predictions, and why a row is predicted so. */
@NullMarked
package io.automl4j.model.explain;

import org.jspecify.annotations.NullMarked;
