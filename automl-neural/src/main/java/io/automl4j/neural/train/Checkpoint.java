package io.automl4j.neural.train;

import io.automl4j.api.Checks;
import io.automl4j.api.trial.Block;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The state of a training as bytes: the epoch, the parameters, what the optimiser remembers; little-endian. */
final class Checkpoint {
    private Checkpoint() {}

    static Block write(int epoch, float[] parameters, float[][] memory) {
        ByteBuffer bytes = ByteBuffer.allocate(size(parameters, memory)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(epoch);
        put(bytes, parameters);
        for (float[] array : memory) {
            put(bytes, array);
        }
        return Block.of(bytes.array());
    }

    /** Fills the arrays and gives the epoch. */
    static int read(Block checkpoint, float[] parameters, float[][] memory) {
        Checks.argument(
                checkpoint.size() == size(parameters, memory),
                "A checkpoint of %d bytes is none of a training with %d.",
                checkpoint.size(),
                size(parameters, memory));
        ByteBuffer bytes = checkpoint.buffer().order(ByteOrder.LITTLE_ENDIAN);
        int epoch = bytes.getInt();
        get(bytes, parameters);
        for (float[] array : memory) {
            get(bytes, array);
        }
        return epoch;
    }

    private static int size(float[] parameters, float[][] memory) {
        int floats = parameters.length;
        for (float[] array : memory) {
            floats += array.length;
        }
        return Integer.BYTES + floats * Float.BYTES;
    }

    private static void put(ByteBuffer bytes, float[] values) {
        bytes.asFloatBuffer().put(values);
        bytes.position(bytes.position() + values.length * Float.BYTES);
    }

    private static void get(ByteBuffer bytes, float[] values) {
        bytes.asFloatBuffer().get(values);
        bytes.position(bytes.position() + values.length * Float.BYTES);
    }
}
