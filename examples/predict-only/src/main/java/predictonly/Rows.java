package predictonly;

import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.TimeColumn;
import io.automl4j.model.AutoModel;
import io.automl4j.model.parse.ValueParser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Rows that fit a model. A library takes what it is given, and an unreadable cell as a missing one; a service had better tell its
 * client.
 */
final class Rows {
    private final List<ColumnSchema> needed;
    private final Set<String> known;
    private final ValueParser parser;

    Rows(AutoModel model) {
        this.needed = model.requiredColumns().columns();
        this.known = model.schema().columns().stream().map(ColumnSchema::name).collect(Collectors.toSet());
        this.parser = ValueParser.of(model.requiredColumns());
    }

    List<Map<String, Object>> read(byte[] body) {
        List<Map<String, Object>> rows = Json.objects(body);
        for (int i = 0; i < rows.size(); i++) {
            check(i + 1, rows.get(i));
        }
        return rows;
    }

    private void check(int number, Map<String, Object> row) {
        for (String name : row.keySet()) {
            if (!known.contains(name)) {
                throw new Refused(400, "Row %d: there is no column '%s'. There are %s.".formatted(number, name, names()));
            }
        }
        for (ColumnSchema column : needed) {
            if (!row.containsKey(column.name())) {
                String hint = "Row %d: column '%s' (%s) is missing. Give null if its value is unknown.";
                throw new Refused(400, hint.formatted(number, column.name(), column.kind()));
            }
            if (row.get(column.name()) instanceof String text && !isReadable(column, text)) {
                throw new Refused(
                        400, "Row %d: '%s' is no value of '%s' (%s).".formatted(number, text, column.name(), column.kind()));
            }
        }
    }

    private boolean isReadable(ColumnSchema column, String text) {
        return parser.isMissing(text)
                || switch (column.kind()) {
                    case NUMERIC -> !Double.isNaN(parser.number(text));
                    case DATETIME -> parser.time(column, text) != TimeColumn.MISSING;
                    default -> true;
                };
    }

    private String names() {
        Set<String> names = new TreeSet<>();
        needed.forEach(column -> names.add("'" + column.name() + "'"));
        return String.join(", ", names);
    }
}
