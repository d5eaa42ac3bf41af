/** The conductor: asks the strategy, feeds the executor, keeps what comes back and builds the model from it. */
@NullMarked
package io.automl4j.tabular.conduct;

import org.jspecify.annotations.NullMarked;
