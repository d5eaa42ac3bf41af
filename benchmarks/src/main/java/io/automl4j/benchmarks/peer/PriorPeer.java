package io.automl4j.benchmarks.peer;

import io.automl4j.benchmarks.table.CsvFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The shares of the classes, or the mean: what every framework has to beat, and what stands in for one that failed. */
public final class PriorPeer implements Peer {

    @Override
    public Facts run(Job job, Stopwatch watch) throws IOException {
        List<String> targets = CsvFile.read(job.train()).cells(job.target());
        int rows = CsvFile.read(job.test()).rows().size();
        double fitted = watch.seconds();
        predictions(job, targets, rows).write(job.predictions());
        return new Facts(fitted, watch.seconds() - fitted, 0, List.of());
    }

    /** The same prediction for each row. */
    public static CsvFile predictions(Job job, List<String> targets, int rows) {
        List<String> header = new ArrayList<>(List.of("prediction"));
        List<String> row = new ArrayList<>();
        if (job.task().isClassification()) {
            Map<String, Integer> counts = new TreeMap<>();
            targets.forEach(target -> counts.merge(target, 1, Integer::sum));
            row.add(Collections.max(counts.entrySet(), Comparator.comparing(Map.Entry::getValue))
                    .getKey());
            counts.forEach((label, count) -> {
                header.add("probability_" + label);
                row.add(Double.toString((double) count / targets.size()));
            });
        } else {
            row.add(Double.toString(
                    targets.stream().mapToDouble(Double::parseDouble).average().orElse(0)));
        }
        return new CsvFile(header, Collections.nCopies(rows, row));
    }
}
