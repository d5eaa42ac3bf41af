/** Which candidates make up the ensemble, and with what weights. */
@NullMarked
package io.automl4j.ensemble;

import org.jspecify.annotations.NullMarked;
