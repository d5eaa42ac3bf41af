/** Pages of one file: text, tables and charts, with the chart library inside. Knows nothing of what is reported. */
@NullMarked
package io.automl4j.report;

import org.jspecify.annotations.NullMarked;
