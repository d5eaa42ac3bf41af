/** The front door: tables in, models out. */
@NullMarked
package io.automl4j.tabular;

import org.jspecify.annotations.NullMarked;
