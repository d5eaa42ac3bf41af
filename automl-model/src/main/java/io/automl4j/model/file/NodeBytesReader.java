package io.automl4j.model.file;

import io.automl4j.api.ModelFileException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link NodeBytesWriter} wrote; every length is compared with what is left before memory is taken. */
final class NodeBytesReader {
    private static final int DEEPEST = 64;

    private final ByteBuffer bytes;

    private NodeBytesReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    static Node read(ByteBuffer bytes) {
        NodeBytesReader reader = new NodeBytesReader(bytes.order(ByteOrder.LITTLE_ENDIAN));
        try {
            int version = bytes.get();
            if (version != NodeBytesWriter.VERSION) {
                throw damaged("version " + version);
            }
            Node node = reader.node(0);
            if (bytes.hasRemaining()) {
                throw damaged(bytes.remaining() + " bytes too many");
            }
            return node;
        } catch (BufferUnderflowException e) {
            throw new ModelFileException("The bytes of a model are damaged: they end too early.", e);
        }
    }

    private Node node(int depth) {
        if (depth > DEEPEST) {
            throw damaged("more than " + DEEPEST + " levels");
        }
        Node node = new Node();
        int count = count(Integer.BYTES + 1);
        for (int i = 0; i < count; i++) {
            node.put(text(), value(depth));
        }
        return node;
    }

    private Object value(int depth) {
        byte tag = bytes.get();
        return switch (tag) {
            case NodeBytesWriter.TEXT -> text();
            case NodeBytesWriter.INTEGER -> bytes.getLong();
            case NodeBytesWriter.REAL -> Double.longBitsToDouble(bytes.getLong());
            case NodeBytesWriter.FLAG -> bytes.get() != 0;
            case NodeBytesWriter.NODE -> node(depth + 1);
            case NodeBytesWriter.TEXTS -> texts();
            case NodeBytesWriter.NODES -> nodes(depth + 1);
            default -> array(tag);
        };
    }

    private String text() {
        int length = count(Character.BYTES);
        char[] characters = new char[length];
        bytes.asCharBuffer().get(characters);
        skip(Character.BYTES * length);
        return new String(characters);
    }

    private List<String> texts() {
        int count = count(Integer.BYTES);
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return List.copyOf(texts);
    }

    private List<Node> nodes(int depth) {
        int count = count(Integer.BYTES);
        List<Node> nodes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            nodes.add(node(depth));
        }
        return List.copyOf(nodes);
    }

    private Object array(byte tag) {
        ArrayKind kind = ArrayKind.tagged(tag).orElseThrow(() -> damaged("a value of unknown type " + tag));
        int length = count(kind.width());
        Object array = kind.get(bytes, length);
        skip(length * kind.width());
        return array;
    }

    private int count(int width) {
        int count = bytes.getInt();
        if (count < 0 || (long) count * width > bytes.remaining()) {
            throw damaged(count + " items in " + bytes.remaining() + " bytes");
        }
        return count;
    }

    private void skip(int count) {
        bytes.position(bytes.position() + count);
    }

    private static ModelFileException damaged(String what) {
        return new ModelFileException("The bytes of a model are damaged: %s.".formatted(what));
    }
}
