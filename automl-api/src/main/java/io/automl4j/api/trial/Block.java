package io.automl4j.api.trial;

import java.nio.ByteBuffer;

/** Immutable bytes: predictions, a model or a checkpoint on its way between trial, store and file. */
public final class Block {
    /** The block without bytes. */
    public static final Block EMPTY = new Block(new byte[0]);

    private final byte[] bytes;

    private Block(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A block over an array that the caller hands over and no longer writes to.
     *
     * @param bytes the bytes
     * @return the block
     */
    public static Block of(byte[] bytes) {
        return new Block(bytes);
    }

    /**
     * The number of bytes.
     *
     * @return the number of bytes
     */
    public int size() {
        return bytes.length;
    }

    /**
     * The bytes for reading.
     *
     * @return a new read-only buffer over all bytes, big-endian until set otherwise
     */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }
}
