/** Losses, optimisers and schedules, and the training that they are part of. */
@NullMarked
package io.automl4j.neural.train;

import org.jspecify.annotations.NullMarked;
