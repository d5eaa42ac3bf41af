/** Results side by side. */
@NullMarked
package io.automl4j.benchmarks.report;

import org.jspecify.annotations.NullMarked;
