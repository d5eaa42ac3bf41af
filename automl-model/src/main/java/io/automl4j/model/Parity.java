package io.automl4j.model;

import io.automl4j.api.Checks;
import io.automl4j.api.ModelFileException;
import io.automl4j.api.table.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows that no table has, and what a model predicts for them: kept in its file, and predicted again when it is loaded, by every
 * ensemble of its front. The bits must be the same: all that predicts is the same on every machine by the rules of Java, so a
 * difference is an error of whoever wrote, changed or reads the file.
 *
 * @param rows the columns that the model needs
 * @param count how many rows there are, which a table without columns does not know
 * @param predictions {@code [count × outputs]} of the model itself, then of each ensemble of its front
 */
record Parity(Table rows, int count, List<float[]> predictions) {
    private static final int MOST_ROWS = 64;
    /** So many values are added up at most, over all ensembles: a small file must not take long. */
    private static final long MOST_SUMS = 200_000_000;

    Parity {
        Checks.in(count, "parity rows", 1, MOST_ROWS);
        Checks.argument(
                rows.columns().isEmpty() || rows.rows() == count, "%d rows, not %d parity rows.", rows.rows(), count);
        predictions = List.copyOf(predictions);
    }

    /** What is to be kept of a model. */
    static Parity of(ModelParts parts) {
        return predicted(parts, ParityRows.of(parts), ParityRows.COUNT);
    }

    private static Parity predicted(ModelParts parts, Table rows, int count) {
        KnownValues known = KnownValues.of(parts, rows, count);
        List<float[]> predictions = new ArrayList<>(List.of(Ensemble.of(parts).predict(known)));
        for (OperatingPoint point : parts.front().points()) {
            predictions.add(Ensemble.of(parts, point).predict(known));
        }
        return new Parity(rows, count, predictions);
    }

    /** Refuses a model that predicts anything else. */
    void check(ModelParts parts) {
        int values = Math.multiplyExact(
                Math.max(ParityRows.COUNT, count), parts.task().outputs());
        if (parts.foldsOfEnsembles() > MOST_SUMS / values) {
            throw new ModelFileException("its front takes longer to check than any that a search makes."
                    + "%nMaybe the file is damaged: copy it again.".formatted());
        }
        List<float[]> now = predicted(parts, rows, count).predictions;
        if (now.size() != predictions.size()) {
            throw new ModelFileException(
                    "it has predictions of %d ensembles, and is %d.%nMaybe the file is damaged: copy it again."
                            .formatted(predictions.size(), now.size()));
        }
        for (int ensemble = 0; ensemble < now.size(); ensemble++) {
            check(ensemble, now.get(ensemble), predictions.get(ensemble));
        }
    }

    private void check(int ensemble, float[] now, float[] before) {
        boolean same = now.length == before.length;
        for (int i = 0; same && i < now.length; i++) {
            same = Float.floatToIntBits(now[i]) == Float.floatToIntBits(before[i]);
            if (!same) {
                throw new ModelFileException(
                        ("it predicts %s where it predicted %s when it was saved (row %d, %s).%nMaybe the file was changed, "
                                        + "or this Java computes in another way: fit the model again, and tell us.")
                                .formatted(
                                        now[i],
                                        before[i],
                                        i * count / now.length,
                                        ensemble == 0 ? "the model itself" : "ensemble " + ensemble + " of the front"));
            }
        }
        if (!same) {
            throw new ModelFileException(
                    "it predicts %d values where it predicted %d.%nMaybe the file is damaged: copy it again."
                            .formatted(now.length, before.length));
        }
    }
}
