package io.automl4j.model.file;

import io.automl4j.api.trial.Block;
import io.automl4j.model.predictor.Model;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/**
 * A node as plain bytes: how fold models travel between trials, store and ensemble. Fast rather than small; the form is
 * internal and lives no longer than a run.
 */
public final class ModelCodec {
    private ModelCodec() {}

    /**
     * A model as bytes.
     *
     * @param model the model
     * @return the bytes
     */
    public static Block toBlock(Model model) {
        return Block.of(toBytes(model.save()));
    }

    /**
     * The model that bytes hold.
     *
     * @param block what {@link #toBlock} gave
     * @return the model, predicting bit by bit as the one that was written
     * @throws io.automl4j.api.ModelFileException if the bytes hold no model
     */
    public static Model fromBlock(Block block) {
        return Model.load(NodeReader.read(block.buffer()));
    }

    static byte[] toBytes(Node node) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Node node) throws IOException {
        out.writeInt(node.values().size());
        for (Map.Entry<String, Object> entry : node.values().entrySet()) {
            text(out, entry.getKey());
            value(out, entry.getValue());
        }
    }

    private static void value(DataOutputStream out, Object value) throws IOException {
        ValueType type = ValueType.of(value);
        out.writeByte(type.code());
        switch (type) {
            case TEXT -> text(out, (String) value);
            case LONG -> out.writeLong((Long) value);
            case DOUBLE -> out.writeDouble((Double) value);
            case FLAG -> out.writeBoolean((Boolean) value);
            case NODE -> write(out, (Node) value);
            case LIST -> {
                List<?> list = (List<?>) value;
                out.writeInt(list.size());
                for (Object item : list) {
                    value(out, item);
                }
            }
            default -> {
                byte[] array = arrayBytes(value);
                out.writeInt(array.length);
                out.write(array);
            }
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** An array of numbers as little-endian bytes. */
    static byte[] arrayBytes(Object array) {
        byte[] bytes;
        if (array instanceof int[] ints) {
            bytes = new byte[ints.length * Integer.BYTES];
            little(bytes).asIntBuffer().put(ints);
        } else if (array instanceof float[] floats) {
            bytes = new byte[floats.length * Float.BYTES];
            little(bytes).asFloatBuffer().put(floats);
        } else if (array instanceof double[] doubles) {
            bytes = new byte[doubles.length * Double.BYTES];
            little(bytes).asDoubleBuffer().put(doubles);
        } else {
            long[] longs = (long[]) array;
            bytes = new byte[longs.length * Long.BYTES];
            little(bytes).asLongBuffer().put(longs);
        }
        return bytes;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
