package io.automl4j.model.file;

import io.automl4j.api.ModelFileException;

/**
 * Nodes as plain bytes: quick to write and to read, for models on their way between trials. Files that are kept are
 * written by {@link ModelFile}.
 */
public final class Nodes {
    private Nodes() {}

    /**
     * A node as bytes. Equal nodes give equal bytes.
     *
     * @param node the node
     * @return a new array
     * @throws IllegalArgumentException if the node needs more than 2 GiB
     */
    public static byte[] toBytes(Node node) {
        return NodeBytesWriter.write(node);
    }

    /**
     * The node that bytes hold.
     *
     * @param bytes what {@link #toBytes} gave
     * @return a node with the same values, bit by bit
     * @throws ModelFileException if the bytes are damaged
     */
    public static Node fromBytes(byte[] bytes) {
        return NodeBytesReader.read(java.nio.ByteBuffer.wrap(bytes));
    }
}
