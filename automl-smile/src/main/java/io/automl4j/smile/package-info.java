/** The random forest on Smile's trees (LGPL-3.0: the jar stays as it is and can be replaced). */
@NullMarked
package io.automl4j.smile;

import org.jspecify.annotations.NullMarked;
