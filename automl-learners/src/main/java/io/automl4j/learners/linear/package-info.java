/** Regularised linear, logistic and softmax regression. */
@NullMarked
package io.automl4j.learners.linear;

import org.jspecify.annotations.NullMarked;
