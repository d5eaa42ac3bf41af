/** Tables: immutable, columnar, aware of missing cells; their schema and the roles of their columns. */
@NullMarked
package io.automl4j.api.table;

import org.jspecify.annotations.NullMarked;
