/** The seams between search, execution and training: requests, outcomes, artifacts. */
@NullMarked
package io.automl4j.api.trial;

import org.jspecify.annotations.NullMarked;
