/** What the operations of a network do while training, forwards and backwards, on arrays. */
@NullMarked
package io.automl4j.neural.kernel;

import org.jspecify.annotations.NullMarked;
