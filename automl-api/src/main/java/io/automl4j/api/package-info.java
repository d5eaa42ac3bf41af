/** Values and contracts of AutoML4J; every other module depends on this one and this one on none. */
@NullMarked
package io.automl4j.api;

import org.jspecify.annotations.NullMarked;
