package io.automl4j.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.time.ZoneId;
import java.util.List;

/** Seconds since the epoch as parts of a date. Whole numbers have 64 bits; columns are {@code [rows × 1]}. */
final class Dates {
    private static final long DAY = 86_400;
    /** From 0000-03-01, where years of four centuries begin with their leap days at last, to 1970-01-01. */
    private static final long DAYS_TO_EPOCH = 719_468;

    private static final long DAYS_OF_400_YEARS = 146_097;
    /** Beyond it a number is no time. */
    private static final double MOST_MILLIS = 1e17;

    private final Graph graph;
    private final Inputs inputs;

    Dates(Graph graph, Inputs inputs) {
        this.graph = graph;
        this.inputs = inputs;
    }

    /** Days with a fraction, year, month, day, weekday, hour with a fraction; {@code [rows × 6]}, NaN where it is missing. */
    Value parts(String column, ZoneId zone) {
        Calendar calendar = calendar(column, zone);
        Value hour = divided(calendar.second, 3600);
        Value days = graph.add("Add", wide(calendar.day), graph.add("Div", hour, graph.constant(24.0)));
        List<Value> parts = List.of(
                graph.cast(days, DataType.FLOAT),
                narrow(calendar.year),
                narrow(calendar.month),
                narrow(calendar.dayOfMonth),
                narrow(calendar.weekday),
                graph.cast(hour, DataType.FLOAT));
        return known(column, graph.concat(parts, 1));
    }

    /** Sine and cosine of month, weekday and hour; {@code [rows × 6]}, NaN where the time is missing. */
    Value circles(String column, ZoneId zone) {
        Calendar calendar = calendar(column, zone);
        Value turn =
                graph.cast(graph.add("Mul", wide(calendar.second), graph.constant(2 * Math.PI / DAY)), DataType.FLOAT);
        List<Value> circles = List.of(
                circle(calendar.month, 12),
                circle(calendar.weekday, 7),
                graph.add("Sin", turn),
                graph.add("Cos", turn));
        return known(column, graph.concat(circles, 1));
    }

    /** What a date and a time of day consist of. */
    private record Calendar(Value day, Value second, Value year, Value month, Value dayOfMonth, Value weekday) {}

    private Calendar calendar(String column, ZoneId zone) {
        Value millis =
                graph.cast(graph.add("Floor", graph.add("Add", present(column), graph.constant(0.5))), DataType.INT64);
        Value seconds = local(floor(millis, 1000), ZoneTable.of(zone));
        Value day = floor(seconds, DAY);
        Value second = remainder(seconds, DAY);
        // Hinnant, chrono-compatible low-level date algorithms: civil_from_days
        Value shifted = plus(day, DAYS_TO_EPOCH);
        Value ofEra = remainder(shifted, DAYS_OF_400_YEARS);
        Value leapless =
                minus(graph.add("Add", minus(ofEra, over(ofEra, 1460)), over(ofEra, 36_524)), over(ofEra, 146_096));
        Value yearOfEra = over(leapless, 365);
        Value leaps = minus(over(yearOfEra, 4), over(yearOfEra, 100));
        Value dayOfYear = minus(ofEra, graph.add("Add", times(yearOfEra, 365), leaps));
        Value monthFromMarch = over(plus(times(dayOfYear, 5), 2), 153);
        Value dayOfMonth = plus(minus(dayOfYear, over(plus(times(monthFromMarch, 153), 2), 5)), 1);
        Value inNextYear = graph.cast(graph.add("Greater", monthFromMarch, graph.constant(9L)), DataType.INT64);
        Value month = minus(plus(monthFromMarch, 3), times(inNextYear, 12));
        Value year = graph.add(
                "Add", graph.add("Add", yearOfEra, times(floor(shifted, DAYS_OF_400_YEARS), 400)), inNextYear);
        Value weekday = plus(remainder(plus(day, 3), 7), 1);
        return new Calendar(day, second, year, month, dayOfMonth, weekday);
    }

    /** Seconds of the clock on the wall. */
    private Value local(Value seconds, ZoneTable zone) {
        if (zone.isFixed()) {
            return plus(seconds, zone.before()[0]);
        }
        Value piece = floor(plus(seconds, -zone.start()), zone.width());
        Value last = graph.constant(zone.before().length - 1L);
        Value notBelow = graph.where(graph.add("Less", piece, graph.constant(0L)), graph.constant(0L), piece);
        Value within = graph.where(graph.add("Greater", notBelow, last), last, notBelow);
        Value changed = graph.add("GreaterOrEqual", seconds, looked(zone.change(), within));
        Value offset = graph.where(changed, looked(zone.after(), within), looked(zone.before(), within));
        return graph.add("Add", seconds, offset);
    }

    private Value looked(long[] table, Value piece) {
        return graph.add("Gather", graph.constant(table, table.length), piece);
    }

    private Value millis(String column) {
        return graph.add("Mul", inputs.seconds(column), graph.constant(1000.0));
    }

    private Value isPresent(String column) {
        return graph.add("Less", graph.add("Abs", millis(column)), graph.constant(MOST_MILLIS));
    }

    /** Milliseconds, 0 where they are missing. */
    private Value present(String column) {
        return graph.where(isPresent(column), millis(column), graph.constant(0.0));
    }

    private Value known(String column, Value parts) {
        return graph.where(isPresent(column), parts, graph.constant(Float.NaN));
    }

    private Value circle(Value part, int size) {
        float[] table = new float[2 * (size + 1)];
        for (int i = 1; i <= size; i++) {
            double turn = 2 * Math.PI * (i - 1) / size;
            table[2 * i] = (float) StrictMath.sin(turn);
            table[2 * i + 1] = (float) StrictMath.cos(turn);
        }
        return graph.add("Gather", graph.constant(table, size + 1L, 2), graph.reshape(part, -1));
    }

    private Value plus(Value value, long summand) {
        return graph.add("Add", value, graph.constant(summand));
    }

    private Value minus(Value value, Value subtrahend) {
        return graph.add("Sub", value, subtrahend);
    }

    private Value times(Value value, long factor) {
        return graph.add("Mul", value, graph.constant(factor));
    }

    /** The quotient of a number that is not negative. */
    private Value over(Value value, long divisor) {
        return graph.add("Div", value, graph.constant(divisor));
    }

    /** The remainder, from 0 to below the divisor. */
    private Value remainder(Value value, long divisor) {
        return graph.add("Mod", value, graph.constant(divisor));
    }

    /** The quotient, rounded down. */
    private Value floor(Value value, long divisor) {
        return over(minus(value, remainder(value, divisor)), divisor);
    }

    private Value wide(Value whole) {
        return graph.cast(whole, DataType.DOUBLE);
    }

    private Value divided(Value whole, double divisor) {
        return graph.add("Div", wide(whole), graph.constant(divisor));
    }

    private Value narrow(Value whole) {
        return graph.cast(whole, DataType.FLOAT);
    }
}
