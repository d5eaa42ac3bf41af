/** Gradient boosting by XGBoost. */
@NullMarked
package io.automl4j.learners.xgboost;

import org.jspecify.annotations.NullMarked;
