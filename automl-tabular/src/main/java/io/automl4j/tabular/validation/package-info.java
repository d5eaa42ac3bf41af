/** What is predicted, from which labels, and on which rows it is validated. */
@NullMarked
package io.automl4j.tabular.validation;

import org.jspecify.annotations.NullMarked;
