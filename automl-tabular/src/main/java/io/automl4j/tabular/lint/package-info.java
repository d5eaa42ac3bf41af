/** What is noticed about the data before the search. */
@NullMarked
package io.automl4j.tabular.lint;

import org.jspecify.annotations.NullMarked;
