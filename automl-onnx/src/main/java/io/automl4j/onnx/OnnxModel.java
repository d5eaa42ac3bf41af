package io.automl4j.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.automl4j.api.DataException;
import io.automl4j.model.AutoModel;
import io.automl4j.model.file.AtomicFile;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A fitted model as ONNX: one graph from raw cells to what is predicted, with all that {@link AutoModel#predict} does in
 * between.
 *
 * <pre>{@code
 * OnnxModel.of(model).save(Path.of("credit.onnx"));
 * }</pre>
 *
 * <p>There is one input of shape {@code [rows × 1]} for each of {@link AutoModel#requiredColumns()}, by its name: numbers
 * in double precision (NaN is missing), points in time as seconds since 1970-01-01T00:00Z in double precision (NaN is
 * missing), all others as text (empty is missing). A classification gives {@code label}, the class that the model
 * decides for as text {@code [rows]}, and {@code probabilities}, {@code [rows × classes]} in single precision in the order of the
 * classes; a regression {@code value}, {@code [rows]} in single precision; quantiles {@code quantiles}, {@code [rows × quantiles]}.
 *
 * @implNote Immutable, safe for use by many threads.
 */
public final class OnnxModel {
    private final ModelProto message;

    OnnxModel(ModelProto message) {
        this.message = message;
    }

    /**
     * Turns a model into ONNX.
     *
     * @param model a fitted model; one of its front is {@link AutoModel#at}
     * @return the same model as ONNX
     * @throws DataException if ONNX cannot do what the model does: it reads a column as text, looks for neighbours
     *     among more than 5,000 rows, or is too large; the message names the column or the member
     */
    public static OnnxModel of(AutoModel model) {
        return new Export(model).run();
    }

    /**
     * The model as a message of ONNX.
     *
     * @return what {@link #save} writes, a new array
     */
    public byte[] bytes() {
        return message.toByteArray();
    }

    /**
     * Saves the model. The file appears at once, never by half; one that is there is replaced.
     *
     * @param file where to
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public void save(Path file) {
        AtomicFile.write(file, draft -> {
            try (OutputStream out =
                    new BufferedOutputStream(Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW))) {
                message.writeTo(out);
            }
        });
    }
}
