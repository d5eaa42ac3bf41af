/** One {@code main} for each idea, and the demo. */
@NullMarked
package io.automl4j.examples;

import org.jspecify.annotations.NullMarked;
