package io.automl4j.model.encode;

import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Tables with every kind of column. */
final class EncoderExamples {
    private static final List<String> WORDS = List.of("red", "Green", "blue", "solid", "oak", "table", "chair", "lamp");

    private EncoderExamples() {}

    static Fixture mixed(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] numbers = IntStream.range(0, rows)
                .mapToDouble(row -> random.nextInt(6) == 0 ? Double.NaN : random.nextDouble() * 1000)
                .toArray();
        String[] times = IntStream.range(0, rows)
                .mapToObj(row -> random.nextInt(9) == 0
                        ? ""
                        : Instant.ofEpochSecond(1_600_000_000L + random.nextInt(90_000_000))
                                .toString())
                .toArray(String[]::new);
        return Fixture.table()
                .numbers("number", numbers)
                .texts("flag", ColumnKind.BOOLEAN, Fixture.cells(rows, row -> random.nextBoolean() ? "yes" : "no"))
                .levels("few", rows, row -> random.nextInt(8) == 0 ? "" : "f" + random.nextInt(5))
                .levels("many", rows, row -> random.nextInt(8) == 0 ? "" : "m" + random.nextInt(20))
                .levels("unique", rows, row -> "key" + (char) ('a' + row % 26) + row)
                .levels("engine", rows, row -> (800 + 10 * random.nextInt(90)) + " CC")
                .times("time", times)
                .texts("text", ColumnKind.TEXT, Fixture.cells(rows, row -> sentence(random)));
    }

    private static String sentence(SplittableRandom random) {
        int words = random.nextInt(6);
        return String.join(
                " ",
                IntStream.range(0, words)
                        .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
                        .toList());
    }

    /** The columns of {@link #mixed} without a value. */
    static Table allMissing(int rows) {
        double[] numbers = new double[rows];
        Arrays.fill(numbers, Double.NaN);
        String[] empty = new String[rows];
        Arrays.fill(empty, "");
        return Fixture.table()
                .numbers("number", numbers)
                .texts("flag", ColumnKind.BOOLEAN, List.of(empty))
                .levels("few", empty)
                .levels("many", empty)
                .levels("unique", empty)
                .levels("engine", empty)
                .times("time", empty)
                .texts("text", ColumnKind.TEXT, List.of(empty))
                .build();
    }
}
