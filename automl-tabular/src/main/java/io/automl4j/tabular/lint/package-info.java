/** What is wrong with the data, before the search learns it as if it were right. */
@NullMarked
package io.automl4j.tabular.lint;

import org.jspecify.annotations.NullMarked;
