/** Raw text to values, as the schema fixes it. */
@NullMarked
package io.automl4j.model.parse;

import org.jspecify.annotations.NullMarked;
