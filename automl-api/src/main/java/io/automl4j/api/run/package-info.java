/** A run as a whole: budget, clock, events, warnings, leaderboard and provenance. */
@NullMarked
package io.automl4j.api.run;

import org.jspecify.annotations.NullMarked;
