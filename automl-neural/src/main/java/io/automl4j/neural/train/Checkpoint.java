package io.automl4j.neural.train;

import io.automl4j.api.Checks;
import io.automl4j.api.trial.Block;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** The state of a training as bytes: the iteration, then arrays; little-endian. */
final class Checkpoint {
    private Checkpoint() {}

    static Block write(int iteration, List<float[]> arrays) {
        ByteBuffer bytes = ByteBuffer.allocate(size(arrays)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(iteration);
        for (float[] array : arrays) {
            bytes.asFloatBuffer().put(array);
            bytes.position(bytes.position() + array.length * Float.BYTES);
        }
        return Block.of(bytes.array());
    }

    /** The iteration of a checkpoint, by which one knows what arrays it holds. */
    static int iteration(Block checkpoint) {
        Checks.argument(checkpoint.size() >= Integer.BYTES, "A checkpoint of %d bytes is none.", checkpoint.size());
        return checkpoint.buffer().order(ByteOrder.LITTLE_ENDIAN).getInt();
    }

    /** Fills the arrays. */
    static void read(Block checkpoint, List<float[]> arrays) {
        Checks.argument(
                checkpoint.size() == size(arrays),
                "A checkpoint of %d bytes is none of a training with %d.",
                checkpoint.size(),
                size(arrays));
        ByteBuffer bytes = checkpoint.buffer().order(ByteOrder.LITTLE_ENDIAN).position(Integer.BYTES);
        for (float[] array : arrays) {
            bytes.asFloatBuffer().get(array);
            bytes.position(bytes.position() + array.length * Float.BYTES);
        }
    }

    private static int size(List<float[]> arrays) {
        long floats = arrays.stream().mapToLong(array -> array.length).sum();
        return Math.toIntExact(Integer.BYTES + floats * Float.BYTES);
    }
}
