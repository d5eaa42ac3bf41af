package io.automl4j.model.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.automl4j.api.ModelFileException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Nodes as plain bytes, quick to write and to read, for models on their way between trials; and as lines of JSON. Files
 * that are kept are written by {@link ModelFile}.
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
    static Node fromBytes(ByteBuffer bytes) {
        return NodeBytesReader.read(bytes);
    }

    /**
     * A node without arrays as a line of JSON, for journals and requests to workers.
     *
     * @param node the node
     * @return JSON without line ends; numbers that JSON lacks are objects such as {@code {"$real": "NaN"}}
     * @throws IllegalArgumentException if the node holds an array
     */
    public static String toJson(Node node) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            JsonNodes.write(node, bytes, JsonNodes.ArraySink.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException("An array cannot be written to.", e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /**
     * The node that a line of JSON holds.
     *
     * @param json what {@link #toJson} gave
     * @return a node with the same values
     * @throws ModelFileException if the text is no such JSON
     */
    public static Node fromJson(String json) {
        try {
            return JsonNodes.read(
                    new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), JsonNodes.ArraySource.NONE);
        } catch (JsonProcessingException e) {
            throw noJson(e.getOriginalMessage(), json, e);
        } catch (IOException | IllegalStateException e) {
            throw noJson(String.valueOf(e.getMessage()), json, e);
        }
    }

    private static ModelFileException noJson(String why, String json, Exception cause) {
        return new ModelFileException("This is no JSON of ours (%s): %s".formatted(why, json), cause);
    }
}
