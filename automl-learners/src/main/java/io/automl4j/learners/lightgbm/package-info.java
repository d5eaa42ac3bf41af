/** Gradient boosting by LightGBM. */
@NullMarked
package io.automl4j.learners.lightgbm;

import org.jspecify.annotations.NullMarked;
