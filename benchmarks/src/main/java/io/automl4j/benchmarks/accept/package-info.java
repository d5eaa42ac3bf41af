/** Acceptance runs: what an issue promised, measured on real tables and compared with peers. */
@NullMarked
package io.automl4j.benchmarks.accept;

import org.jspecify.annotations.NullMarked;
