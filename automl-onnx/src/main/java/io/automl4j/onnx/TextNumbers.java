package io.automl4j.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;

/**
 * The first number in a text, or the middle of a rising range. ONNX can compare a text with a regular expression but not
 * take what it finds; for that there is an operator of ONNX Runtime.
 */
final class TextNumbers {
    /** The version of the standard that knows regular expressions. */
    private static final int WITH_EXPRESSIONS = 20;

    private static final String THOUSANDS = "[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?";
    private static final String WITH_DIGIT = "(?:" + THOUSANDS + "|[0-9]+(?:\\.[0-9]+)?)";
    private static final String WITH_POINT = "\\.[0-9]+";
    private static final String NUMBER = "(?:" + WITH_DIGIT + "|" + WITH_POINT + ")";
    /** The first number with all before it. */
    private static final String UP_TO_FIRST = "(?s)(?:[^0-9]*" + WITH_POINT + "|(?:[^0-9]*[^0-9.])?" + WITH_DIGIT + ")";

    private static final String SPACES = "[ \\t\\n\\x0B\\f\\r]*";
    /** The end of a range does not go on as a date or a telephone number does. */
    private static final String NOT_A_DATE = "[-–/.,0-9]?[-–/.,]*(?:[^-–/.,0-9].*)?";

    private static final String RANGE = UP_TO_FIRST + SPACES + "(?:-|–|to)" + SPACES + NUMBER + NOT_A_DATE;
    /** A minus counts unless it follows a letter or a digit; letters beyond the first plane of Unicode are none. */
    private static final String NEGATIVE = "(?s)(?:[^0-9]*(?:[^\\pL\\p{Nd}]|[\\x{10000}-\\x{10FFFF}]))?-\\.?[0-9].*";

    /** Digits that a double holds. */
    private static final String SOUND = "[0-9.,]{1,300}";

    /** The Java of ONNX Runtime parts characters beyond the first plane in two, at which the other operator would end. */
    private static final String NO_SURROGATES = "[^\\x{D800}-\\x{DFFF}]*";

    private final Graph graph;
    private final Inputs inputs;
    private final Lookup lookup;

    TextNumbers(Graph graph, Inputs inputs, Lookup lookup) {
        this.graph = graph;
        this.inputs = inputs;
        this.lookup = lookup;
    }

    /** The numbers of a column, {@code [rows × 1]}, NaN where there is none. */
    Value numbers(String column) {
        graph.needs(WITH_EXPRESSIONS);
        Value texts = inputs.texts(column);
        Value valid = graph.where(matches(texts, NO_SURROGATES), texts, text(""));
        // two numbers more, so that there are two in every text
        Value longer = graph.add("StringConcat", valid, text(" 0 0"));
        Value found = graph.addOfRuntime(
                "Tokenizer",
                longer,
                DataType.STRING,
                Attributes.of("tokenexp", NUMBER),
                Attributes.of("mark", 0L),
                Attributes.of("mincharnum", 1L),
                Attributes.of("pad_value", "0"));
        Value size = read(graph.gather(found, new long[] {0}, 1));
        Value first = graph.where(matches(texts, NEGATIVE), graph.add("Neg", size), size);
        Value second = read(graph.gather(found, new long[] {1}, 1));
        Value rises = graph.add("And", matches(texts, RANGE), graph.add("Greater", second, first));
        Value half = graph.constant(0.5);
        Value middle = graph.add("Add", graph.add("Mul", first, half), graph.add("Mul", second, half));
        Value number = graph.where(rises, middle, first);
        Value known = graph.where(holdsNumber(column, texts), number, graph.constant(Double.NaN));
        return graph.reshape(inputs.single(known), -1, 1);
    }

    private Value holdsNumber(String column, Value texts) {
        Value digits = matches(texts, "(?s).*[0-9].*");
        boolean missing = inputs.meanings(column).entrySet().stream()
                .anyMatch(text ->
                        text.getValue().isEmpty() && text.getKey().chars().anyMatch(Character::isDigit));
        // such as -999 for a missing cell
        Value present = graph.add("Equal", lookup.numbers(column, List.of()), graph.constant(1L));
        return missing ? graph.add("And", digits, present) : digits;
    }

    /** Digits {@code [rows × 1]} as numbers {@code [rows]}: commas part them into thousands. */
    private Value read(Value digits) {
        Value flat = graph.reshape(digits, -1);
        Value sound = graph.where(matches(flat, SOUND), flat, text("NaN"));
        List<Value> split = graph.addAll("StringSplit", 2, List.of(sound), Attributes.of("delimiter", ","));
        Value parts = split.get(0);
        Value filled = graph.where(graph.add("Equal", parts, text("")), text("0"), parts);
        Value values = graph.cast(filled, DataType.DOUBLE);
        Value last = graph.unsqueeze(graph.add("Sub", split.get(1), graph.constant(1L)), 1);
        Value count = graph.add("Shape", parts, Attributes.of("start", 1L), Attributes.of("end", 2L));
        Value places = graph.add("Range", List.of(graph.constant(0L), graph.squeeze(count, 0), graph.constant(1L)));
        Value thousands = graph.cast(graph.add("Sub", last, places), DataType.DOUBLE);
        Value factors = graph.add("Pow", graph.constant(1000.0), thousands);
        return graph.add(
                "ReduceSum", List.of(graph.add("Mul", values, factors), graph.list(1)), Attributes.of("keepdims", 0L));
    }

    private Value matches(Value texts, String pattern) {
        return graph.add("RegexFullMatch", texts, Attributes.of("pattern", pattern));
    }

    private Value text(String text) {
        return graph.constant(Tensors.of(List.of(text), 1));
    }
}
