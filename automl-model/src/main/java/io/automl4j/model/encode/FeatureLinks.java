package io.automl4j.model.encode;

import io.automl4j.api.learner.Feature;
import io.automl4j.api.learner.Transfer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which columns of one encoding are those of another: of the same raw column, read in the same way, and, where there are
 * several, in the same role, such as that of a level. Numbers that were centred and scaled by other rows are told by a line;
 * it is exact up to the smooth clipping, which bends both ends.
 */
public final class FeatureLinks {
    private final FittedEncoder earlier;
    private final FittedEncoder now;
    private final List<Integer> outputs;
    private final Map<String, Raw> known = new HashMap<>();
    private final List<Finish.Kept> keptBefore;
    /** Where the raw columns of before went, by their positions. */
    private final Map<Integer, Integer> places = new HashMap<>();
    /** Where the indicators of before went, by what they indicate. */
    private final Map<String, Integer> indicators = new HashMap<>();

    private FeatureLinks(FittedEncoder earlier, FittedEncoder now, List<Integer> outputs) {
        this.earlier = earlier;
        this.now = now;
        this.outputs = outputs;
        this.keptBefore = earlier.finish().columns();
        List<Raw> before = raw(earlier);
        before.forEach(raw -> known.putIfAbsent(raw.key(raw.feature().name()), raw));
        keptBefore.forEach(kept -> places.put(kept.column(), places.size()));
        for (int position : earlier.finish().indicators()) {
            indicators.put(before.get(position).key(""), keptBefore.size() + indicators.size());
        }
    }

    /** A column before the last step of an encoder. */
    private record Raw(ColumnEncoder encoder, Feature feature, int position) {

        String key(String name) {
            return encoder.meaning() + '\0' + encoder.column() + '\0' + name;
        }

        boolean isFlagOfTwo() {
            return encoder instanceof OneHotEncoder && encoder.width() == 1;
        }
    }

    /** {@code value of before = factor · value of now + shift}. */
    private record Line(double factor, double shift) {
        static final Line SAME = new Line(1, 0);
    }

    /**
     * What the columns of an encoding were in an earlier one.
     *
     * @param earlier the earlier encoding
     * @param now that of now
     * @param outputs for each output of now, such as a class, its number before, or -1; target statistics follow them
     * @return one for each of {@link FittedEncoder#features()} of now
     */
    public static List<Transfer.Column> between(FittedEncoder earlier, FittedEncoder now, List<Integer> outputs) {
        return new FeatureLinks(earlier, now, outputs).links();
    }

    private static List<Raw> raw(FittedEncoder encoder) {
        List<Raw> all = new ArrayList<>();
        for (ColumnEncoder one : encoder.encoders()) {
            for (Feature feature : one.features()) {
                all.add(new Raw(one, feature, all.size()));
            }
        }
        return all;
    }

    private List<Transfer.Column> links() {
        List<Raw> raw = raw(now);
        List<Transfer.Column> links = new ArrayList<>();
        now.finish().columns().forEach(kept -> links.add(link(raw.get(kept.column()), kept)));
        for (int position : now.finish().indicators()) {
            links.add(indicator(raw.get(position)));
        }
        return links;
    }

    private Transfer.Column link(Raw raw, Finish.Kept kept) {
        if (isMeanOfTwo(raw) && !outputs.equals(List.of(0, 1)) && !outputs.equals(List.of(1, 0))) {
            // the share of a class that is not the one of before
            return Transfer.Column.NEW;
        }
        Raw before = known.get(raw.key(nameBefore(raw)));
        if (before == null || before.feature().isCategorical() != raw.feature().isCategorical()) {
            return Transfer.Column.NEW;
        }
        Integer place = places.get(before.position());
        if (place == null) {
            return Transfer.Column.NEW;
        }
        if (raw.feature().isCategorical()) {
            return new Transfer.Column(place, 1, 0, codes(raw, before));
        }
        Line line = finished(line(raw, before), kept, keptBefore.get(place));
        return new Transfer.Column(place, (float) line.factor(), (float) line.shift(), List.of());
    }

    /** Means of classes are numbered by class. */
    private String nameBefore(Raw raw) {
        String name = raw.feature().name();
        String prefix = raw.encoder().column() + StatisticsEncoder.MEAN;
        if (!(raw.encoder() instanceof StatisticsEncoder) || !name.startsWith(prefix) || name.equals(prefix)) {
            return name;
        }
        int output = Integer.parseInt(name.substring(prefix.length()));
        return prefix + (output < outputs.size() ? outputs.get(output) : -1);
    }

    /** Of two classes one has its mean. */
    private boolean isMeanOfTwo(Raw raw) {
        return outputs.size() == 2
                && raw.encoder() instanceof StatisticsEncoder
                && raw.feature().name().endsWith(StatisticsEncoder.MEAN);
    }

    private Line line(Raw raw, Raw before) {
        if (isMeanOfTwo(raw) && outputs.equals(List.of(1, 0))) {
            return new Line(-1, 1);
        }
        if (raw.isFlagOfTwo() == before.isFlagOfTwo()) {
            return Line.SAME;
        }
        // of two levels one column is -1 or 1, of more each has one of 0 or 1
        return before.isFlagOfTwo() ? new Line(2, -1) : new Line(0.5, 0.5);
    }

    private Line finished(Line raw, Finish.Kept kept, Finish.Kept then) {
        if (earlier.finish().mode() != Finish.Mode.SCALE || now.finish().mode() != Finish.Mode.SCALE) {
            return raw;
        }
        double shift = (raw.factor() * kept.centre() + raw.shift() - then.centre()) * then.factor();
        return new Line(raw.factor() * then.factor() / kept.factor(), shift);
    }

    private static List<Integer> codes(Raw raw, Raw before) {
        List<String> levels = raw.encoder().levels();
        LevelIndex index = LevelIndex.of(before.encoder().levels());
        int unknown = before.encoder() instanceof CodeEncoder coded ? coded.unknown() : -1;
        List<Integer> codes = new ArrayList<>();
        for (int code = 0; code < raw.feature().levels(); code++) {
            int number = code < levels.size() ? index.number(levels.get(code)) : LevelIndex.UNSEEN;
            codes.add(number < 0 ? unknown : number);
        }
        return codes;
    }

    private Transfer.Column indicator(Raw raw) {
        Integer place = indicators.get(raw.key(""));
        return place == null ? Transfer.Column.NEW : new Transfer.Column(place, 1, 0, List.of());
    }
}
