/** The model file: a zip of a manifest, JSON and little-endian arrays. */
@NullMarked
package io.automl4j.model.file;

import org.jspecify.annotations.NullMarked;
