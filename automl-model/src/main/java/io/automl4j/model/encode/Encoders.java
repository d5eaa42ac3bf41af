package io.automl4j.model.encode;

import io.automl4j.api.Checks;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.EncoderSpec.Encoding;
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
     * @throws IllegalArgumentException if there are not as many labels as rows
     * @throws io.automl4j.api.DataException if the encoded rows do not fit into one array
     */
    public static EncodedTraining fit(Table train, Labels labels, Task task, EncoderSpec spec, long seed) {
        Checks.argument(labels.rows() == train.rows(), "%d labels for %d training rows.", labels.rows(), train.rows());
        TargetMeans targets = TargetMeans.of(labels, task, seed);
        EncoderFit fit = new EncoderFit(spec, targets, seed);
        List<ColumnEncoder> encoders = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < train.columns().size(); i++) {
            ColumnSchema described = train.schema().columns().get(i);
            if (described.role() == Role.FEATURE) {
                for (ColumnEncoder encoder :
                        fit.encoders(described, train.column(i), train.schema().zone())) {
                    encoders.add(encoder);
                    columns.add(train.column(i));
                }
            }
        }
        return finish(encoders, encode(encoders, columns, targets, train.rows()), train.rows(), mode(spec));
    }

    private static Finish.Mode mode(EncoderSpec spec) {
        if (spec.encoding() == Encoding.NETWORK) {
            return Finish.Mode.SCALE;
        }
        return spec.impute() ? Finish.Mode.IMPUTE : Finish.Mode.KEEP;
    }

    private static float[] encode(List<ColumnEncoder> encoders, List<Column> columns, TargetMeans targets, int rows) {
        int width = encoders.stream().mapToInt(ColumnEncoder::width).sum();
        float[] values = FittedEncoder.matrix(rows, width);
        int offset = 0;
        for (int i = 0; i < columns.size(); i++) {
            if (encoders.get(i) instanceof StatisticsEncoder statistics) {
                statistics.encodeTraining((StringColumn) columns.get(i), targets, values, offset, width);
            } else {
                encoders.get(i).encode(columns.get(i), values, offset, width);
            }
            offset += encoders.get(i).width();
        }
        return values;
    }

    private static EncodedTraining finish(List<ColumnEncoder> encoders, float[] raw, int rows, Finish.Mode mode) {
        Finish finish = Finish.fit(encoders, raw, rows, mode);
        FittedEncoder encoder = new FittedEncoder(encoders, finish);
        float[] finished = finish.apply(raw, rows, encoder.rawWidth());
        return new EncodedTraining(encoder, EncodedRows.of(encoder.features(), finished, rows));
    }
}
