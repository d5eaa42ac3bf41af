package io.automl4j.model.encode;

import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.EncoderSpec.Encoding;
import io.automl4j.api.learner.EncoderSpec.ManyLevels;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.StringColumn;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Decides which encoders the columns of a training table get. */
final class EncoderFit {
    /** Levels that get a one-hot column of a column of many. */
    private static final int ONE_HOT = 30;
    /** A column of more levels than this that are phrases is also read as text. */
    private static final int PHRASES = 30;

    private static final double WORDS = 1.8;
    /** The share of cells that must hold a number before it becomes a column. */
    private static final double NUMBERS = 0.8;

    private final EncoderSpec spec;
    private final TargetMeans targets;
    private final long seed;
    private final TermSelection terms = new TermSelection();
    private final List<ColumnEncoder> encoders = new ArrayList<>();

    EncoderFit(EncoderSpec spec, TargetMeans targets, long seed) {
        this.spec = spec;
        this.targets = targets;
        this.seed = seed;
    }

    private boolean network() {
        return spec.encoding() == Encoding.NETWORK;
    }

    /** The encoders of a column. */
    List<ColumnEncoder> encoders(ColumnSchema described, Column column, ZoneId zone) {
        encoders.clear();
        String name = described.name();
        if (described.kind() == ColumnKind.NUMERIC) {
            encoders.add(new NumberEncoder(name));
        } else if (described.kind() == ColumnKind.DATETIME) {
            encoders.add(new DateEncoder(name, zone, network()));
        } else if (described.kind() != ColumnKind.ID) {
            StringColumn texts = ColumnEncoder.cells(column, StringColumn.class, name);
            addTexts(described, texts, LevelCounts.of(texts));
        }
        return List.copyOf(encoders);
    }

    private void addTexts(ColumnSchema described, StringColumn column, LevelCounts counts) {
        String name = described.name();
        boolean text = described.kind() == ColumnKind.TEXT;
        if (!text || counts.repeats()) {
            addLevels(name, column, counts);
        }
        // the number in one of a few codes such as A34 counts nothing
        boolean few = !text && counts.size() <= ManyLevels.MORE_THAN;
        if (counts.size() > 2 && counts.shareOfNumbers(few) >= NUMBERS) {
            encoders.add(new TextNumberEncoder(name));
        }
        if (text || (counts.size() > PHRASES && counts.meanNames() >= WORDS)) {
            encoders.add(TextEncoder.fit(name, column, terms, seed));
        }
    }

    private void addLevels(String name, StringColumn column, LevelCounts counts) {
        boolean many = counts.size() > ManyLevels.MORE_THAN;
        if (many && spec.manyLevels() != ManyLevels.CODES) {
            encoders.add(StatisticsEncoder.fit(name, column, counts, targets));
        }
        if (!many || spec.manyLevels() != ManyLevels.STATISTICS) {
            encoders.add(levels(name, column, counts, many));
        }
    }

    private ColumnEncoder levels(String name, StringColumn column, LevelCounts counts, boolean many) {
        if (!network()) {
            return CodeEncoder.fit(name, column, counts, spec.impute());
        }
        return many && spec.codes()
                ? CodeEncoder.embedded(name, column, counts)
                : OneHotEncoder.fit(name, counts, ONE_HOT);
    }
}
