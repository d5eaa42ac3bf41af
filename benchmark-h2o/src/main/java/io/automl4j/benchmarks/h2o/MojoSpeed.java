package io.automl4j.benchmarks.h2o;

import hex.Model;
import hex.genmodel.MojoModel;
import hex.genmodel.easy.EasyPredictModelWrapper;
import hex.genmodel.easy.RowData;
import hex.genmodel.easy.exception.PredictException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import water.fvec.Frame;
import water.fvec.Vec;

/** How many rows a second the MOJO of a model predicts by H2O's easy-predict, one by one on one thread, as a service does. */
final class MojoSpeed {
    private static final long WARM_UP = 3_000_000_000L;
    private static final long MEASURED = 3_000_000_000L;

    private MojoSpeed() {}

    /**
     * Measures it.
     *
     * @param model a model of H2O
     * @param rows what is predicted over and over
     * @param file where its MOJO goes
     * @return rows a second
     * @throws IOException if the file cannot be written or read
     */
    static double of(Model<?, ?, ?> model, Frame rows, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            model.getMojo().writeTo(out);
        }
        EasyPredictModelWrapper mojo = new EasyPredictModelWrapper(new EasyPredictModelWrapper.Config()
                .setModel(MojoModel.load(file.toString()))
                .setConvertUnknownCategoricalLevelsToNa(true)
                .setConvertInvalidNumbersToNa(true));
        List<RowData> data = data(rows);
        rate(mojo, data, WARM_UP);
        return rate(mojo, data, MEASURED);
    }

    private static double rate(EasyPredictModelWrapper mojo, List<RowData> rows, long nanos) {
        long started = System.nanoTime();
        long count = 0;
        while (System.nanoTime() - started < nanos) {
            for (RowData row : rows) {
                predict(mojo, row);
            }
            count += rows.size();
        }
        return count * 1e9 / (System.nanoTime() - started);
    }

    private static void predict(EasyPredictModelWrapper mojo, RowData row) {
        try {
            mojo.predict(row);
        } catch (PredictException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<RowData> data(Frame rows) {
        List<RowData> data = new ArrayList<>();
        for (long row = 0; row < rows.numRows(); row++) {
            RowData cells = new RowData();
            for (int column = 0; column < rows.numCols(); column++) {
                Vec vec = rows.vec(column);
                if (!vec.isNA(row)) {
                    Object cell = vec.isCategorical() ? vec.domain()[(int) vec.at(row)] : (Object) vec.at(row);
                    cells.put(rows.name(column), cell);
                }
            }
            data.add(cells);
        }
        return data;
    }
}
