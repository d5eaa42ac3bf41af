/** Encoders: raw columns to numbers, fitted on training rows. */
@NullMarked
package io.automl4j.model.encode;

import org.jspecify.annotations.NullMarked;
