/** Search spaces: parameters between the unit cube and their values, and configurations. */
@NullMarked
package io.automl4j.api.space;

import org.jspecify.annotations.NullMarked;
