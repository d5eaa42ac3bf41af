/** Readers: files, databases and objects to tables, and the inference of what their columns mean. */
@NullMarked
package io.automl4j.tabular.read;

import org.jspecify.annotations.NullMarked;
