/** The command line: {@code fit}, {@code predict}, {@code leaderboard}, {@code inspect}, and what others add. */
@NullMarked
package io.automl4j.cli;

import org.jspecify.annotations.NullMarked;
