/** Metrics: how good predictions are. */
@NullMarked
package io.automl4j.api.metric;

import org.jspecify.annotations.NullMarked;
