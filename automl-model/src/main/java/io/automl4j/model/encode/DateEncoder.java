package io.automl4j.model.encode;

import io.automl4j.api.ModelFileException;
import io.automl4j.api.learner.Feature;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.TimeColumn;
import io.automl4j.model.file.Node;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A point in time as its parts: days since the epoch, year, month, day, weekday, hour; for networks also on circles. */
record DateEncoder(String column, ZoneId zone, boolean circles) implements ColumnEncoder {
    static final String KIND = "date";

    private static final List<String> PARTS = List.of("days", "year", "month", "day", "weekday", "hour");
    private static final List<String> CIRCLES =
            List.of("month_sin", "month_cos", "weekday_sin", "weekday_cos", "hour_sin", "hour_cos");

    static DateEncoder load(Node node) {
        return new DateEncoder(node.text("column"), zone(node.text("zone")), node.flag("circles"));
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException unknown) {
            throw new ModelFileException(
                    "The model file names the time zone '%s', which this Java does not know.%n".formatted(id)
                            + "Maybe update the time zone data of this Java.",
                    unknown);
        }
    }

    @Override
    public <R> R accept(EncoderVisitor<R> visitor) {
        return visitor.date(column, zone, circles);
    }

    @Override
    public Node save() {
        return new Node()
                .put("kind", KIND)
                .put("column", column)
                .put("zone", zone.getId())
                .put("circles", circles);
    }

    @Override
    public boolean reads(ColumnKind kind) {
        return kind == ColumnKind.DATETIME;
    }

    @Override
    public int width() {
        return circles ? PARTS.size() + CIRCLES.size() : PARTS.size();
    }

    @Override
    public List<Feature> features() {
        List<String> parts = new ArrayList<>(PARTS);
        if (circles) {
            parts.addAll(CIRCLES);
        }
        return parts.stream().map(part -> new Feature(column + "#" + part, 0)).toList();
    }

    @Override
    public void encode(Column cells, float[] out, int offset, int stride) {
        TimeColumn times = ColumnEncoder.cells(cells, TimeColumn.class, column);
        for (int row = 0; row < times.size(); row++) {
            int at = offset + row * stride;
            if (times.isMissing(row)) {
                Arrays.fill(out, at, at + width(), Float.NaN);
            } else {
                write(Instant.ofEpochMilli(times.millis(row)).atZone(zone), out, at);
            }
        }
    }

    private void write(ZonedDateTime time, float[] out, int at) {
        double hour = time.toLocalTime().toSecondOfDay() / 3600.0;
        out[at] = (float) (time.toLocalDate().toEpochDay() + hour / 24);
        out[at + 1] = time.getYear();
        out[at + 2] = time.getMonthValue();
        out[at + 3] = time.getDayOfMonth();
        out[at + 4] = time.getDayOfWeek().getValue();
        out[at + 5] = (float) hour;
        if (circles) {
            circle((time.getMonthValue() - 1) / 12.0, out, at + 6);
            circle((time.getDayOfWeek().getValue() - 1) / 7.0, out, at + 8);
            circle(hour / 24, out, at + 10);
        }
    }

    private static void circle(double turn, float[] out, int at) {
        out[at] = (float) StrictMath.sin(2 * Math.PI * turn);
        out[at + 1] = (float) StrictMath.cos(2 * Math.PI * turn);
    }
}
