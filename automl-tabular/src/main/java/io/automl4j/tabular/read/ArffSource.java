package io.automl4j.tabular.read;

import io.automl4j.api.DataException;
import io.automl4j.api.table.ColumnSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A file in Weka's ARFF, plain or gzipped: numeric, nominal, string and date columns, dense and sparse rows. Weights of
 * single rows are not read.
 */
public final class ArffSource implements RowSource {
    private final TextInput input;
    private final ArffHeader header;
    private final List<String> names;
    private final List<Set<String>> allowed;
    private final Map<String, ColumnSchema> declared = new HashMap<>();

    private ArffSource(TextInput input) {
        this.input = input;
        try (BufferedReader reader = new BufferedReader(input.open())) {
            this.header = ArffHeader.read(reader, title());
        } catch (IOException e) {
            throw input.failure(e);
        }
        this.names = header.attributes().stream().map(ArffAttribute::name).toList();
        this.allowed = header.attributes().stream().map(ArffAttribute::allowed).toList();
        header.attributes()
                .forEach(attribute -> attribute.declared().ifPresent(column -> declared.put(column.name(), column)));
    }

    /**
     * A file whose header has been read.
     *
     * @param file the file
     * @param options its charset
     * @return the source
     * @throws DataException if the header is malformed; the message names the line
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public static ArffSource open(Path file, ReadOptions options) {
        return new ArffSource(new TextInput(file, options.charset()));
    }

    @Override
    public String title() {
        return "'" + input.file() + "'";
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public Map<String, ColumnSchema> declared() {
        return declared;
    }

    @Override
    public Set<String> missingTokens() {
        return Set.of("", "?");
    }

    @Override
    public void replay(CellSink sink) {
        try (BufferedReader reader = new BufferedReader(input.open())) {
            int number = ArffHeader.read(reader, title()).lines();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                ArffLine tokens = new ArffLine(line);
                if (!tokens.atEnd()) {
                    row(tokens, number, sink);
                }
            }
        } catch (IOException e) {
            throw input.failure(e);
        }
    }

    private void row(ArffLine tokens, int number, CellSink sink) {
        List<String> cells;
        try {
            cells = tokens.take('{') ? sparse(tokens) : dense(tokens);
        } catch (IllegalArgumentException e) {
            throw ArffHeader.malformed(title(), number, e.getMessage());
        }
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            Set<String> levels = allowed.get(i);
            if (!levels.isEmpty() && !cell.equals("?") && !levels.contains(cell.strip())) {
                throw new DataException(
                        "%s line %d: '%s' is none of the levels of column '%s'.%nMaybe add it to the header."
                                .formatted(title(), number, cell, names.get(i)));
            }
            sink.text(i, cell);
        }
        sink.endRow();
    }

    private List<String> dense(ArffLine tokens) {
        List<String> cells = new ArrayList<>();
        do {
            if (!cells.isEmpty() && tokens.take('{')) {
                tokens.untilBrace();
                break;
            }
            cells.add(tokens.cell(','));
        } while (tokens.take(','));
        if (cells.size() != allowed.size()) {
            throw new IllegalArgumentException(
                    "the row has %d cells, but there are %d columns".formatted(cells.size(), allowed.size()));
        }
        return cells;
    }

    /** Pairs of column number and value; columns not spoken of hold zero or their first level. */
    private List<String> sparse(ArffLine tokens) {
        List<String> cells = new ArrayList<>(
                header.attributes().stream().map(ArffAttribute::sparseDefault).toList());
        while (!tokens.take('}')) {
            if (tokens.atEnd()) {
                throw new IllegalArgumentException("the brace { is not closed");
            }
            String index = tokens.token(",}");
            if (!index.matches("[0-9]{1,9}") || Integer.parseInt(index) >= cells.size()) {
                throw new IllegalArgumentException("'%s' is no column number".formatted(index));
            }
            cells.set(Integer.parseInt(index), tokens.cell('}'));
            tokens.take(',');
        }
        return cells;
    }
}
