/** What to begin with: configurations that did well on other tables. */
@NullMarked
package io.automl4j.meta;

import org.jspecify.annotations.NullMarked;
