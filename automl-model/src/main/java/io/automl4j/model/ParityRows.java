package io.automl4j.model;

import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.table.TimeColumn;
import io.automl4j.model.encode.Finish;
import io.automl4j.model.encode.FittedEncoder;
import io.automl4j.model.predictor.TreesModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Draws rows of what a model's file holds anyway: levels of its encoders, medians, and thresholds of its trees. So they tell
 * nothing of the training table that the file does not, and yet go many ways through its trees.
 *
 * <p>All cells of the first row are missing, all of the second are strange; of the others some are missing.
 */
final class ParityRows {
    static final int COUNT = 8;

    private static final long SEED = 6;
    private static final int STRANGE = 1;
    private static final int MISSING_OF = 10;
    /** Thresholds are looked for among so many nodes of a model. */
    private static final int NODES = 4_096;
    /** The part of a date's encoding whose thresholds are days. */
    private static final String DAYS = "#days";

    private static final double DAY = 86_400_000;
    private static final double VERY_MUCH = 1e12;
    private static final long LONG_AGO = Instant.parse("1900-02-28T23:59:59Z").toEpochMilli();
    private static final long FIRST_TIME = Instant.parse("1990-01-01T00:00:00Z").toEpochMilli();
    private static final long LAST_TIME = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
    private static final String UNSEEN = "(unseen)";
    private static final List<String> WORDS =
            List.of("new", "red", "house", "near", "the", "1,200", "$7.50", "station");

    private final SplittableRandom random = new SplittableRandom(SEED);
    /** What is known of columns of numbers by their names. */
    private final Map<String, List<Double>> numbers = new HashMap<>();
    /** Levels by the name of the column. */
    private final Map<String, List<String>> texts = new HashMap<>();

    private ParityRows(ModelParts parts) {
        for (ColumnSchema column : parts.neededColumns().columns()) {
            numbers.put(column.name(), new ArrayList<>());
            numbers.put(column.name() + DAYS, new ArrayList<>());
        }
        parts.encoders().forEach(encoder -> {
            encoder.landmarks().forEach((feature, value) -> add(feature, value));
            encoder.levels().forEach(texts::putIfAbsent);
        });
        parts.everyMember()
                .forEach(member -> member.folds().forEach(fold -> {
                    if (fold.model() instanceof TreesModel trees) {
                        thresholds(parts.encoders().get(fold.encoder()), trees);
                    }
                }));
    }

    /** Rows of the columns that a model needs. */
    static Table of(ModelParts parts) {
        ParityRows rows = new ParityRows(parts);
        Schema needed = parts.neededColumns();
        return Table.of(needed, needed.columns().stream().map(rows::column).toList());
    }

    private void thresholds(FittedEncoder encoder, TreesModel trees) {
        if (encoder.finish().mode() != Finish.Mode.SCALE) {
            trees.thresholds(NODES).forEach((feature, values) -> {
                String name = encoder.features().get(feature).name();
                values.forEach(value -> add(name, value));
            });
        }
    }

    private void add(String feature, float value) {
        List<Double> known = numbers.get(feature);
        if (known != null) {
            known.add((double) value);
        }
    }

    private Column column(ColumnSchema described) {
        return switch (described.kind()) {
            case NUMERIC -> numbers(described.name());
            case DATETIME -> times(described.name());
            default -> texts(described);
        };
    }

    private boolean isMissing(int row) {
        return row == 0 || (row > STRANGE && random.nextInt(MISSING_OF) == 0);
    }

    private Column numbers(String name) {
        NumericColumn.Builder cells = NumericColumn.builder(COUNT);
        for (int row = 0; row < COUNT; row++) {
            if (isMissing(row)) {
                cells.add(Double.NaN);
            } else {
                cells.add(row == STRANGE ? (random.nextBoolean() ? VERY_MUCH : -VERY_MUCH) : number(name));
            }
        }
        return cells.build();
    }

    /** A known number, or one beside it: what tests a threshold from both of its sides. */
    private double number(String name) {
        List<Double> known = numbers.getOrDefault(name, List.of());
        if (known.isEmpty()) {
            return random.nextInt(-100, 100) / 4.0;
        }
        double value = known.get(random.nextInt(known.size()));
        return switch (random.nextInt(3)) {
            case 0 -> value;
            case 1 -> Math.nextUp((float) value);
            default -> value + random.nextDouble(-0.1, 0.1) * Math.max(1, Math.abs(value));
        };
    }

    private Column times(String name) {
        TimeColumn.Builder cells = TimeColumn.builder(COUNT);
        boolean known = !numbers.getOrDefault(name + DAYS, List.of()).isEmpty();
        for (int row = 0; row < COUNT; row++) {
            if (isMissing(row)) {
                cells.add(TimeColumn.MISSING);
            } else if (row == STRANGE) {
                cells.add(LONG_AGO);
            } else {
                cells.add(known ? Math.round(number(name + DAYS) * DAY) : random.nextLong(FIRST_TIME, LAST_TIME));
            }
        }
        return cells.build();
    }

    private Column texts(ColumnSchema described) {
        List<String> known = texts.getOrDefault(described.name(), List.of());
        List<String> cells = new ArrayList<>();
        for (int row = 0; row < COUNT; row++) {
            if (isMissing(row)) {
                cells.add("");
            } else if (row == STRANGE) {
                cells.add(UNSEEN);
            } else {
                boolean free = known.isEmpty() || (described.kind() == ColumnKind.TEXT && random.nextBoolean());
                cells.add(free ? sentence() : known.get(random.nextInt(known.size())));
            }
        }
        return StringColumn.of(cells);
    }

    private String sentence() {
        List<String> words = new ArrayList<>();
        for (int i = random.nextInt(1, WORDS.size()); i > 0; i--) {
            words.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        return String.join(" ", words);
    }
}
