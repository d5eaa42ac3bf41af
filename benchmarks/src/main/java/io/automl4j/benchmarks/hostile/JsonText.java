package io.automl4j.benchmarks.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The text of a JSON document and where its names and values are, so that one of them can be changed. */
final class JsonText {
    private static final List<String> ODD = List.of(
            "0",
            "-1",
            "1",
            "2",
            "255",
            "65536",
            "2147483647",
            "-2147483648",
            "2147483648",
            "9223372036854775807",
            "-9223372036854775808",
            "99999999999999999999",
            "0.5",
            "-0.0",
            "1e-320",
            "1e308",
            "1e999",
            "{\"$real\":\"NaN\"}",
            "{\"$real\":\"Infinity\"}",
            "{\"$real\":\"x\"}",
            "{\"$float32\":1}",
            "{\"$int32\":0}",
            "{\"$int64\":-1}",
            "{\"$float64\":2147483647}",
            "{\"$odd\":1}",
            "null",
            "true",
            "false",
            "\"\"",
            "\"NaN\"",
            "\"../../etc/passwd\"",
            "\"\\u0000\\ud800\"",
            "[]",
            "{}",
            "[[]]",
            "[{}]",
            "[".repeat(100) + "]".repeat(100),
            "{\"a\":".repeat(100) + "1" + "}".repeat(100));
    private static final int MOST_COPIES = 20;

    private final String text;
    private final List<Span> values = new ArrayList<>();
    private final List<Span> names = new ArrayList<>();
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    /** From a first character to the one after the last; whether it is an item of a list. */
    private record Span(int from, int to, boolean item) {
        String of(String text) {
            return text.substring(from, to);
        }
    }

    static JsonText of(String text) {
        JsonText json = new JsonText(text);
        json.value(false);
        return json;
    }

    private void value(boolean item) {
        int from = at;
        char first = text.charAt(at);
        if (first == '{' || first == '[') {
            at++;
            while (text.charAt(at) != '}' && text.charAt(at) != ']') {
                if (text.charAt(at) == ',') {
                    at++;
                }
                if (first == '{') {
                    int name = at;
                    string();
                    names.add(new Span(name, at, false));
                    at++;
                }
                value(first == '[');
            }
            at++;
        } else if (first == '"') {
            string();
        } else {
            while (at < text.length() && ",]}".indexOf(text.charAt(at)) < 0) {
                at++;
            }
        }
        values.add(new Span(from, at, item));
    }

    private void string() {
        at++;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    /** The document with one thing changed. */
    String changed(SplittableRandom random) {
        Span value = values.get(random.nextInt(values.size()));
        return switch (random.nextInt(7)) {
            case 0 -> renamed(names.get(random.nextInt(names.size())), random);
            case 1 -> with(value, values.get(random.nextInt(values.size())).of(text));
            case 2 -> value.item() ? without(value) : with(value, odd(random));
            case 3 ->
                value.item()
                        ? with(value, (value.of(text) + ",").repeat(copies(random)) + value.of(text))
                        : near(random);
            case 4, 5 -> near(random);
            default -> with(value, odd(random));
        };
    }

    /** A number a little beside what it was, or many times as large, as of one that looks right. */
    private String near(SplittableRandom random) {
        for (int tries = 0; tries < 1_000; tries++) {
            Span value = values.get(random.nextInt(values.size()));
            String old = value.of(text);
            if (old.matches("-?[0-9]{1,9}")) {
                long number = Long.parseLong(old);
                long other = random.nextBoolean() ? number + random.nextInt(-2, 3) : number * random.nextInt(-3, 100);
                return with(value, Long.toString(other));
            }
            if (old.matches("-?[0-9.]{1,20}(E-?[0-9]+)?")) {
                return with(value, Double.toString(Double.parseDouble(old) * random.nextDouble(-2, 2)));
            }
        }
        return with(values.get(0), odd(random));
    }

    private String renamed(Span name, SplittableRandom random) {
        String other = names.get(random.nextInt(names.size())).of(text);
        return with(name, random.nextBoolean() ? other : "\"x" + name.of(text).substring(1));
    }

    private static String odd(SplittableRandom random) {
        return ODD.get(random.nextInt(ODD.size()));
    }

    private static int copies(SplittableRandom random) {
        return random.nextInt(1, MOST_COPIES);
    }

    private String with(Span span, String other) {
        return text.substring(0, span.from) + other + text.substring(span.to);
    }

    private String without(Span item) {
        boolean first = text.charAt(item.from - 1) != ',';
        boolean last = text.charAt(item.to) != ',';
        int from = first ? item.from : item.from - 1;
        int to = first && !last ? item.to + 1 : item.to;
        return text.substring(0, from) + text.substring(to);
    }
}
