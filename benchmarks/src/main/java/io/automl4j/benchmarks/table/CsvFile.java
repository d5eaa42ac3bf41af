package io.automl4j.benchmarks.table;

import io.automl4j.api.DataException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * A CSV file as mere texts, so that a split or a score owes nothing to the readers under test: comma, quotes doubled,
 * UTF-8, gzip by name. Empty lines are none, unless there is a single column.
 *
 * @param header the names of the columns
 * @param rows cells, empty where missing
 */
public record CsvFile(List<String> header, List<List<String>> rows) {

    public static CsvFile read(Path path) throws IOException {
        try (InputStream raw = Files.newInputStream(path);
                InputStream in = path.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<List<String>> records = new Parser(reader).records();
            if (records.isEmpty()) {
                throw new DataException(
                        "%s is empty.%nMaybe something cut it off: delete it, or put it back.".formatted(path));
            }
            return new CsvFile(records.get(0), records.subList(1, records.size()));
        }
    }

    public int column(String name) {
        int index = header.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("There is no column '%s' among %s.".formatted(name, header));
        }
        return index;
    }

    public List<String> cells(String name) {
        int index = column(name);
        return rows.stream().map(row -> row.get(index)).toList();
    }

    public CsvFile select(int[] chosen) {
        return new CsvFile(header, Arrays.stream(chosen).mapToObj(rows::get).toList());
    }

    public CsvFile without(String name) {
        int left = column(name);
        return columns(IntStream.range(0, header.size()).filter(i -> i != left).toArray());
    }

    /** The columns of another header, in its order; those that are not here are empty. */
    public CsvFile like(List<String> names) {
        int[] places = names.stream().mapToInt(header::indexOf).toArray();
        return new CsvFile(
                names,
                rows.stream()
                        .map(row -> Arrays.stream(places)
                                .mapToObj(place -> place < 0 ? "" : row.get(place))
                                .toList())
                        .toList());
    }

    public CsvFile only(String name) {
        return columns(new int[] {column(name)});
    }

    private CsvFile columns(int[] kept) {
        return new CsvFile(
                pick(header, kept), rows.stream().map(row -> pick(row, kept)).toList());
    }

    private static List<String> pick(List<String> cells, int[] kept) {
        return Arrays.stream(kept).mapToObj(cells::get).toList();
    }

    public void write(Path path) throws IOException {
        try (Writer out = Files.newBufferedWriter(path)) {
            writeLine(out, header);
            for (List<String> row : rows) {
                writeLine(out, row);
            }
        }
    }

    private static void writeLine(Writer out, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            out.write(i == 0 ? "" : ",");
            out.write(quoted(cells.get(i)));
        }
        out.write("\n");
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** A state machine over characters; the cell under construction is its only state. */
    private static final class Parser {
        private static final char BYTE_ORDER_MARK = '\uFEFF';

        private final BufferedReader in;
        private final StringBuilder cell = new StringBuilder();

        Parser(BufferedReader in) {
            this.in = in;
        }

        List<List<String>> records() throws IOException {
            List<List<String>> records = new ArrayList<>();
            List<String> row = new ArrayList<>();
            in.mark(1);
            if (in.read() != BYTE_ORDER_MARK) {
                in.reset();
            }
            for (int c = in.read(); c >= 0; c = in.read()) {
                switch (c) {
                    case '"' -> {
                        // within a cell it is a letter like any other, as in 5" disk
                        if (cell.length() == 0) {
                            readQuoted();
                        } else {
                            cell.append('"');
                        }
                    }
                    case ',' -> row.add(take());
                    case '\r' -> {}
                    case '\n' -> {
                        row.add(take());
                        add(row, records);
                        row = new ArrayList<>();
                    }
                    default -> cell.append((char) c);
                }
            }
            if (!row.isEmpty() || cell.length() > 0) {
                row.add(take());
                add(row, records);
            }
            return records;
        }

        private static void add(List<String> row, List<List<String>> records) {
            boolean isEmpty = row.equals(List.of(""))
                    && (records.isEmpty() || records.get(0).size() > 1);
            if (!isEmpty) {
                records.add(row);
            }
        }

        private void readQuoted() throws IOException {
            for (int c = in.read(); c >= 0; c = in.read()) {
                if (c == '"') {
                    in.mark(1);
                    if (in.read() != '"') {
                        in.reset();
                        return;
                    }
                }
                cell.append((char) c);
            }
        }

        private String take() {
            String text = cell.toString();
            cell.setLength(0);
            return text;
        }
    }
}
