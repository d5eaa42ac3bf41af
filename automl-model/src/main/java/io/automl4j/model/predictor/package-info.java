/** Predictors: trees, linear models, neighbours, the prior. */
@NullMarked
package io.automl4j.model.predictor;

import org.jspecify.annotations.NullMarked;
