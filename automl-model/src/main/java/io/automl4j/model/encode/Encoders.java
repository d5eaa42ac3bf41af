package io.automl4j.model.encode;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.EncoderSpec.Encoding;
import io.automl4j.api.learner.EncoderSpec.ManyLevels;
import io.automl4j.api.learner.Feature;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Role;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import java.util.ArrayList;
import java.util.List;

/** Fits encoders on training rows. */
public final class Encoders {
    /** Columns of more levels have many. */
    private static final int MANY = 10;
    /** Levels that get a one-hot column of a column of many. */
    private static final int ONE_HOT = 30;
    /** A column of more levels than this that are phrases is also read as text. */
    private static final int PHRASES = 30;

    private static final double WORDS = 1.8;

    private Encoders() {}

    /**
     * Fits an encoder on rows and encodes them, with target statistics cross-fitted among these rows.
     *
     * @param train training rows; only columns of {@link Role#FEATURE} that are no {@link ColumnKind#ID} are read
     * @param labels their targets and weights
     * @param task what is predicted
     * @param spec the form of the encoding
     * @param seed the seed of hashing and of the inner folds
     * @return the encoder and the encoded rows
     */
    public static EncodedTraining fit(Table train, Labels labels, Task task, EncoderSpec spec, long seed) {
        List<ColumnEncoder> encoders = new ArrayList<>();
        for (int i = 0; i < train.columns().size(); i++) {
            ColumnSchema described = train.schema().columns().get(i);
            if (described.role() == Role.FEATURE && described.kind() != ColumnKind.ID) {
                addEncoders(encoders, described, train, labels, new Context(task, spec, seed));
            }
        }
        List<Feature> raw = FittedEncoder.rawFeatures(encoders);
        float[] values = encodeTraining(encoders, raw.size(), train, labels, new Context(task, spec, seed));
        boolean network = spec.encoding() == Encoding.NETWORK;
        Finish finish = Finish.fit(raw, values, train.rows(), network || spec.impute(), network);
        FittedEncoder encoder = new FittedEncoder(encoders, finish);
        float[] finished = finish.apply(values, train.rows(), raw.size());
        return new EncodedTraining(encoder, EncodedRows.of(encoder.features(), finished, train.rows()));
    }

    private record Context(Task task, EncoderSpec spec, long seed) {
        boolean network() {
            return spec.encoding() == Encoding.NETWORK;
        }

        boolean statistics() {
            return spec.manyLevels() != ManyLevels.CODES;
        }

        boolean codes() {
            return spec.manyLevels() != ManyLevels.STATISTICS;
        }
    }

    private static float[] encodeTraining(
            List<ColumnEncoder> encoders, int width, Table train, Labels labels, Context context) {
        float[] values = new float[train.rows() * width];
        int offset = 0;
        for (ColumnEncoder encoder : encoders) {
            Column column = train.column(encoder.column());
            if (encoder instanceof StatisticsEncoder statistics) {
                statistics.encodeTraining(
                        (StringColumn) column, labels, context.task(), context.seed(), values, offset, width);
            } else {
                encoder.encode(column, values, offset, width);
            }
            offset += encoder.features().size();
        }
        return values;
    }

    private static void addEncoders(
            List<ColumnEncoder> encoders, ColumnSchema described, Table train, Labels labels, Context context) {
        String name = described.name();
        Column column = train.column(name);
        switch (described.kind()) {
            case NUMERIC -> encoders.add(new NumberEncoder(name));
            case DATETIME -> encoders.add(new DateEncoder(name, train.schema().zone(), context.network()));
            case TEXT -> {
                encoders.add(TextEncoder.fit(name, (StringColumn) column, context.seed()));
                addNumber(encoders, name, (StringColumn) column);
            }
            default -> addLevels(encoders, name, (StringColumn) column, labels, context);
        }
    }

    private static void addLevels(
            List<ColumnEncoder> encoders, String name, StringColumn column, Labels labels, Context context) {
        int levels = LevelIndex.occurring(column);
        if (levels <= MANY) {
            encoders.add(
                    context.network()
                            ? OneHotEncoder.fit(name, column, MANY)
                            : CodeEncoder.fit(name, column, context.spec().impute()));
        } else {
            if (context.statistics()) {
                encoders.add(StatisticsEncoder.fit(name, column, labels, context.task()));
            }
            if (context.codes()) {
                encoders.add(
                        context.network()
                                ? OneHotEncoder.fit(name, column, ONE_HOT)
                                : CodeEncoder.fit(name, column, context.spec().impute()));
            }
            addNumber(encoders, name, column);
            if (levels > PHRASES && TextEncoder.meanWords(column) >= WORDS) {
                encoders.add(TextEncoder.fit(name, column, context.seed()));
            }
        }
    }

    private static void addNumber(List<ColumnEncoder> encoders, String name, StringColumn column) {
        if (TextNumberEncoder.isUsual(column)) {
            encoders.add(new TextNumberEncoder(name));
        }
    }
}
