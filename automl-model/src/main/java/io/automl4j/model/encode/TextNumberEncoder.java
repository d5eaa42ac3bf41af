package io.automl4j.model.encode;

import io.automl4j.api.learner.Feature;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.StringColumn;
import io.automl4j.model.file.Node;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number in a text: {@code 1197 CC} is 1197, {@code $1,200} is 1200, {@code 45 %} is 45, and a range such as
 * {@code 1200 - 1500} its middle. NaN where there is none.
 */
record TextNumberEncoder(String column) implements ColumnEncoder {
    static final String KIND = "text_number";

    private static final double USUAL = 0.8;
    private static final String NUMBER = "[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?|[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+";
    private static final Pattern FIRST = Pattern.compile("(-?)(" + NUMBER + ")(?:\\s*(?:-|–|to)\\s*(" + NUMBER + "))?");

    /** Whether most cells of a column hold a number. */
    static boolean isUsual(StringColumn column) {
        int present = 0;
        int numbers = 0;
        double[] values = values(column);
        for (int row = 0; row < column.size(); row++) {
            int code = column.code(row);
            if (code != StringColumn.MISSING) {
                present++;
                numbers += Double.isNaN(values[code]) ? 0 : 1;
            }
        }
        return present > 0 && numbers >= USUAL * present;
    }

    private static double[] values(StringColumn column) {
        return column.levels().stream().mapToDouble(TextNumberEncoder::first).toArray();
    }

    /** The first number in a text, the middle of a range; NaN without one. */
    static double first(String text) {
        Matcher matcher = FIRST.matcher(text);
        if (!matcher.find()) {
            return Double.NaN;
        }
        boolean attached = matcher.start() > 0 && Character.isLetterOrDigit(text.charAt(matcher.start() - 1));
        double value = parse(matcher.group(2)) * (matcher.group(1).isEmpty() || attached ? 1 : -1);
        return matcher.group(3) == null ? value : (value + parse(matcher.group(3))) / 2;
    }

    private static double parse(String digits) {
        return Double.parseDouble(digits.replace(",", ""));
    }

    /** The number that a text is as a whole; positive infinity if it is none. */
    static double whole(String text) {
        Matcher matcher = FIRST.matcher(text);
        return matcher.matches() && matcher.group(3) == null ? first(text) : Double.POSITIVE_INFINITY;
    }

    @Override
    public List<Feature> features() {
        return List.of(new Feature(column + "#number", 0));
    }

    @Override
    public void encode(Column cells, float[] out, int offset, int stride) {
        StringColumn texts = (StringColumn) cells;
        double[] values = values(texts);
        for (int row = 0; row < texts.size(); row++) {
            int code = texts.code(row);
            out[offset + row * stride] = code == StringColumn.MISSING ? Float.NaN : (float) values[code];
        }
    }

    @Override
    public Node save() {
        return new Node().put("kind", KIND).put("column", column);
    }
}
