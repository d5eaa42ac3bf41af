package io.automl4j.model.encode;

import io.automl4j.api.learner.Feature;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.StringColumn;
import io.automl4j.model.file.Node;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number in a text: {@code 1197 CC} is 1197, {@code $1,200} is 1200, {@code 45 %} is 45, and a rising range such
 * as {@code 1200 - 1500} its middle. NaN where there is none.
 */
record TextNumberEncoder(String column) implements ColumnEncoder {
    static final String KIND = "text_number";

    /** Takes what it can and gives nothing back, so that a long text takes no square of its length. */
    private static final String NUMBER =
            "[0-9]{1,3}+(?:,[0-9]{3}+)++(?:\\.[0-9]++)?+|[0-9]++(?:\\.[0-9]++)?+|\\.[0-9]++";

    /** What follows a range must not go on as a date or a telephone number does. */
    private static final Pattern FIRST =
            Pattern.compile("(-?)(" + NUMBER + ")(?:\\s*+(?:-|–|to)\\s*+(" + NUMBER + ")(?![-–/.,0-9]+[0-9]))?");

    private static final Pattern WHOLE = Pattern.compile("-?(?:" + NUMBER + ")");

    /** The first number in a text, the middle of a range; NaN without one, or if it is too large for a double. */
    static double first(String text) {
        Matcher matcher = FIRST.matcher(text);
        if (!matcher.find()) {
            return Double.NaN;
        }
        boolean negative = !matcher.group(1).isEmpty() && !followsLetter(text, matcher.start());
        double value = parse(matcher.group(2)) * (negative ? -1 : 1);
        double end = matcher.group(3) == null ? value : parse(matcher.group(3));
        double middle = end > value ? value / 2 + end / 2 : value;
        return Double.isInfinite(middle) ? Double.NaN : middle;
    }

    /** Whether there is a number, and if {@code detached} one that does not directly follow a letter. */
    static boolean holdsNumber(String text, boolean detached) {
        Matcher matcher = FIRST.matcher(text);
        return matcher.find() && !(detached && followsLetter(text, matcher.start()));
    }

    private static boolean followsLetter(String text, int at) {
        return at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private static double parse(String digits) {
        return Double.parseDouble(digits.replace(",", ""));
    }

    /** The number that a text is as a whole; positive infinity if it is none. */
    static double whole(String text) {
        char start = text.isEmpty() ? 'x' : text.charAt(0);
        boolean perhaps = (start >= '0' && start <= '9') || start == '-' || start == '.';
        return perhaps && WHOLE.matcher(text).matches()
                ? Double.parseDouble(text.replace(",", ""))
                : Double.POSITIVE_INFINITY;
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public List<Feature> features() {
        return List.of(new Feature(column + "#number", 0));
    }

    @Override
    public void encode(Column cells, float[] out, int offset, int stride) {
        StringColumn texts = ColumnEncoder.cells(cells, StringColumn.class, column);
        boolean few = texts.size() <= texts.levels().size();
        float[] values = few ? new float[0] : values(texts);
        for (int row = 0; row < texts.size(); row++) {
            int code = texts.code(row);
            if (code == StringColumn.MISSING) {
                out[offset + row * stride] = Float.NaN;
            } else {
                out[offset + row * stride] = few ? value(texts, code) : values[code];
            }
        }
    }

    private static float[] values(StringColumn texts) {
        float[] values = new float[texts.levels().size()];
        for (int code = 0; code < values.length; code++) {
            values[code] = value(texts, code);
        }
        return values;
    }

    private static float value(StringColumn texts, int code) {
        return NumberEncoder.single(first(texts.levels().get(code)));
    }

    @Override
    public <R> R accept(EncoderVisitor<R> visitor) {
        return visitor.textNumber(column);
    }

    @Override
    public Node save() {
        return new Node().put("kind", KIND).put("column", column);
    }
}
