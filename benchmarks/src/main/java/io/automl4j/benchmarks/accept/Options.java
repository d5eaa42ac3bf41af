package io.automl4j.benchmarks.accept;

import io.automl4j.benchmarks.table.SuiteTable;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * What an acceptance run is told.
 *
 * @param data the folder of the tables
 * @param out the folder of the results
 * @param budget the budget of each fit in seconds
 * @param tables the names of the tables, all if empty
 * @param resume whether what was measured before is kept
 * @param latency whether single predictions are timed
 */
record Options(Path data, Path out, int budget, Set<String> tables, boolean resume, boolean latency) {

    static Options parse(List<String> words) {
        Options options = new Options(
                Path.of(words.get(0)), Path.of("benchmarks", "target", "accept"), 60, Set.of(), false, true);
        Iterator<String> rest = words.subList(1, words.size()).iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            options = switch (word) {
                case "--resume" -> options.resuming();
                case "--no-latency" -> options.withoutLatency();
                case "--budget" -> options.withBudget(value(word, rest).replaceFirst("s$", ""));
                case "--out" -> options.withOut(Path.of(value(word, rest)));
                case "--tables" -> options.withTables(Set.of(value(word, rest).split(",", -1)));
                default -> throw new IllegalArgumentException("Unknown option '%s'.".formatted(word));
            };
        }
        return options;
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("%s lacks its value.".formatted(option));
        }
        return rest.next();
    }

    private Options resuming() {
        return new Options(data, out, budget, tables, true, latency);
    }

    private Options withoutLatency() {
        return new Options(data, out, budget, tables, resume, false);
    }

    private Options withBudget(String seconds) {
        return new Options(data, out, Integer.parseInt(seconds), tables, resume, latency);
    }

    private Options withOut(Path folder) {
        return new Options(data, folder, budget, tables, resume, latency);
    }

    private Options withTables(Set<String> names) {
        return new Options(data, out, budget, names, resume, latency);
    }

    boolean wants(SuiteTable table) {
        return tables.isEmpty() || tables.contains(table.name());
    }
}
