/** The fitted model: everything that prediction needs, without native code. */
@NullMarked
package io.automl4j.model;

import org.jspecify.annotations.NullMarked;
