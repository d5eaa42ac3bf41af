package io.automl4j.benchmarks.run;

import io.automl4j.benchmarks.peer.Framework;
import io.automl4j.benchmarks.table.SuiteTable;

/** One run of the matrix. */
record Cell(Framework framework, SuiteTable table, int fold, long seed) {

    /** What tells it from others of one suite and budget. */
    String key() {
        return key(framework.name(), table.name(), fold, seed);
    }

    static String key(String framework, String table, int fold, long seed) {
        return "%s/%s/%d/%d".formatted(framework, table, fold, seed);
    }
}
