package io.automl4j.examples;

import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.tabular.Tables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** A thousand bank customers who got credit; the class says whether they paid it back. Weka's jar carries it. */
final class GermanCredit {
    private static final String RESOURCE = "/weka/gui/beans/templates/credit-g.arff";
    private static final String TARGET = "class";

    private GermanCredit() {}

    static Table table() throws IOException {
        Path file = Files.createTempFile("credit-g", ".arff");
        try (InputStream arff = Objects.requireNonNull(GermanCredit.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            Files.copy(arff, file, StandardCopyOption.REPLACE_EXISTING);
            return Tables.read(file).withTarget(TARGET);
        } finally {
            Files.delete(file);
        }
    }

    /** The table in two parts, each with the same share of classes. */
    static Split split(double heldOut, long seed) throws IOException {
        Table table = table();
        StringColumn target = (StringColumn) table.column(TARGET);
        Map<Integer, List<Integer>> rowsOfClass = new LinkedHashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            rowsOfClass
                    .computeIfAbsent(target.code(row), code -> new ArrayList<>())
                    .add(row);
        }
        List<Integer> train = new ArrayList<>();
        List<Integer> test = new ArrayList<>();
        for (List<Integer> rows : rowsOfClass.values()) {
            Collections.shuffle(rows, new Random(seed));
            int cut = (int) Math.round(heldOut * rows.size());
            test.addAll(rows.subList(0, cut));
            train.addAll(rows.subList(cut, rows.size()));
        }
        return new Split(table.select(sorted(train)), table.select(sorted(test)));
    }

    private static int[] sorted(List<Integer> rows) {
        return rows.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /**
     * Two parts of a table.
     *
     * @param train rows to learn from
     * @param test rows that are held out
     */
    record Split(Table train, Table test) {}
}
