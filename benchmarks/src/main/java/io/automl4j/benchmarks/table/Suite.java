package io.automl4j.benchmarks.table;

import io.automl4j.api.DataException;
import io.automl4j.api.task.TaskType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tables that belong together.
 *
 * @param name the name in results
 * @param tables the tables, of different names
 * @param bayesLosses by table what no model can better, where that is known
 */
public record Suite(String name, List<SuiteTable> tables, Map<String, Double> bayesLosses) {
    /** Small and mid-size, each task, one with text and many levels, one with missing cells. */
    private static final List<String> QUICK =
            List.of("phoneme", "titanic", "vehicle", "midwest_survey", "wine_quality", "used_cars_cardekho");

    private static final Set<String> BUILT = Set.of("quick", "synthetic", "bundled", "openml");

    /** Copies the list. */
    public Suite {
        tables = List.copyOf(tables);
        bayesLosses = Map.copyOf(bayesLosses);
        List<String> names = tables.stream().map(SuiteTable::name).toList();
        if (Set.copyOf(names).size() < names.size()) {
            throw new IllegalArgumentException("Two tables of the suite '%s' have one name: %s".formatted(name, names));
        }
    }

    /** A name that only one set of tables has, or {@code folder} for those of a folder. */
    public String kind() {
        return BUILT.contains(name) ? name : "folder";
    }

    /**
     * A table.
     *
     * @param table its name
     * @return the table
     * @throws IllegalArgumentException if there is none of this name; names those that there are
     */
    public SuiteTable named(String table) {
        return tables.stream()
                .filter(some -> some.name().equals(table))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("The suite '%s' has no table '%s'.%nMaybe one of these: %s"
                                .formatted(
                                        name,
                                        table,
                                        tables.stream().map(SuiteTable::name).toList())));
    }

    /** Tables of which nothing is known. */
    Suite(String name, List<SuiteTable> tables) {
        this(name, tables, Map.of());
    }

    /**
     * Drawn tables whose Bayes error is known.
     *
     * @param folder where the tables are written
     * @return the suite {@code synthetic}
     * @throws IOException if they cannot be written
     */
    public static Suite synthetic(Path folder) throws IOException {
        List<SuiteTable> tables = new ArrayList<>();
        Map<String, Double> losses = new HashMap<>();
        for (SyntheticTable table : SyntheticTable.values()) {
            tables.add(table.write(folder));
            losses.put(table.tableName(), table.bayesLoss());
        }
        return new Suite("synthetic", tables, losses);
    }

    /**
     * A folder of CSV files, gzipped or plain, with an {@code index.json}.
     *
     * @param folder the folder
     * @param split which tables by the index's {@code split}; all if empty
     * @return the suite
     * @throws IOException if there is no index, or it is not as it should be; says what to do
     */
    public static Suite folder(Path folder, String split) throws IOException {
        return new Suite(
                String.valueOf(folder.toAbsolutePath().normalize().getFileName()),
                notEmpty(new SuiteIndex(folder).tables(split), folder, split));
    }

    private static List<SuiteTable> notEmpty(List<SuiteTable> tables, Path folder, String split) throws IOException {
        if (tables.isEmpty()) {
            throw new DataException("%s has no table%s."
                    .formatted(folder, split.isEmpty() ? "" : " of the split '%s'".formatted(split)));
        }
        return tables;
    }

    /**
     * Six tables of a folder, for the inner loop of development.
     *
     * @param folder a folder that has them
     * @return the suite {@code quick}
     * @throws IOException if it has not
     */
    public static Suite quick(Path folder) throws IOException {
        List<SuiteTable> all = new SuiteIndex(folder).tables("");
        List<SuiteTable> chosen =
                all.stream().filter(table -> QUICK.contains(table.name())).toList();
        if (chosen.size() < QUICK.size()) {
            throw new DataException("%s lacks some of %s.".formatted(folder, QUICK));
        }
        return new Suite("quick", chosen);
    }

    /**
     * What Weka's jar carries, so that a fresh machine has something to measure on: German credit and iris.
     *
     * @param folder where the tables are written
     * @return the suite {@code bundled}
     * @throws IOException if they cannot be written
     */
    public static Suite bundled(Path folder) throws IOException {
        return new Suite(
                "bundled",
                List.of(
                        BundledTable.write("credit-g", TaskType.BINARY, folder),
                        BundledTable.write("iris", TaskType.MULTICLASS, folder)));
    }

    /**
     * Some of the tables.
     *
     * @param names their names; all if empty
     * @return the smaller suite
     * @throws IllegalArgumentException if a name is unknown
     */
    public Suite only(List<String> names) {
        List<String> known = tables.stream().map(SuiteTable::name).toList();
        for (String wanted : names) {
            if (!known.contains(wanted)) {
                throw new IllegalArgumentException(
                        "The suite '%s' has no table '%s'.%nMaybe one of these: %s".formatted(name, wanted, known));
            }
        }
        return names.isEmpty()
                ? this
                : new Suite(
                        name,
                        tables.stream().filter(t -> names.contains(t.name())).toList(),
                        bayesLosses);
    }

    /** The names of the tables, for messages. */
    @Override
    public String toString() {
        return name + Arrays.toString(tables.stream().map(SuiteTable::name).toArray());
    }
}
