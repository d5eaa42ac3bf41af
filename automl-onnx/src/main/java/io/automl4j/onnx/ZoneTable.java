package io.automl4j.onnx;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The offset of a time zone from UTC, as arrays that are looked into by time: time is cut into pieces so short that none
 * holds two changes of the offset.
 *
 * @param start where the first piece begins, in seconds since the epoch
 * @param width of a piece, in seconds
 * @param before for each piece the offset at its beginning, in seconds
 * @param change for each piece when the offset changes in it; never where it does not
 * @param after for each piece the offset at its end, in seconds
 */
record ZoneTable(long start, long width, long[] before, long[] change, long[] after) {
    /** Changes later than this are left out; before it there are some hundred in most zones. */
    static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private static final Instant FIRST = Instant.parse("1800-01-01T00:00:00Z");

    /** The table of a zone. */
    static ZoneTable of(ZoneId zone) {
        List<ZoneOffsetTransition> changes = changes(zone.getRules());
        if (changes.isEmpty()) {
            long offset = zone.getRules().getOffset(FIRST).getTotalSeconds();
            return new ZoneTable(0, 1, new long[] {offset}, new long[] {Long.MAX_VALUE}, new long[] {offset});
        }
        long start = changes.get(0).toEpochSecond();
        long end = changes.get(changes.size() - 1).toEpochSecond();
        // of one change all is one piece
        long width = end - start + 1;
        for (int i = 1; i < changes.size(); i++) {
            width = Math.min(
                    width, changes.get(i).toEpochSecond() - changes.get(i - 1).toEpochSecond());
        }
        int pieces = Math.toIntExact((end - start) / width + 1);
        ZoneTable table = new ZoneTable(start, width, new long[pieces], new long[pieces], new long[pieces]);
        table.fill(changes);
        return table;
    }

    private static List<ZoneOffsetTransition> changes(ZoneRules rules) {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        Optional<ZoneOffsetTransition> next = Optional.ofNullable(rules.nextTransition(FIRST));
        while (next.isPresent() && next.get().getInstant().isBefore(LAST)) {
            changes.add(next.get());
            next = Optional.ofNullable(rules.nextTransition(next.get().getInstant()));
        }
        return changes;
    }

    private void fill(List<ZoneOffsetTransition> changes) {
        int next = 0;
        for (int piece = 0; piece < before.length; piece++) {
            ZoneOffsetTransition change = changes.get(Math.min(next, changes.size() - 1));
            boolean here = next < changes.size() && change.toEpochSecond() < start + (piece + 1) * width;
            boolean past = next == changes.size();
            before[piece] = (past ? change.getOffsetAfter() : change.getOffsetBefore()).getTotalSeconds();
            this.change[piece] = here ? change.toEpochSecond() : Long.MAX_VALUE;
            after[piece] = here ? change.getOffsetAfter().getTotalSeconds() : before[piece];
            next += here ? 1 : 0;
        }
    }

    /** Whether the offset never changes. */
    boolean isFixed() {
        return before.length == 1 && before[0] == after[0];
    }
}
