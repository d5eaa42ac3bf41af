package io.automl4j.model.file;

import io.automl4j.api.ModelFileException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link ModelCodec} wrote. */
final class NodeReader {
    private static final int MOST_DEPTH = 32;

    private final ByteBuffer bytes;

    private NodeReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    static Node read(ByteBuffer bytes) {
        try {
            return new NodeReader(bytes).node(0);
        } catch (BufferUnderflowException e) {
            throw new ModelFileException("The bytes of the model end too early.", e);
        }
    }

    private Node node(int depth) {
        if (depth > MOST_DEPTH) {
            throw new ModelFileException("The nodes of the model are nested deeper than %d.".formatted(MOST_DEPTH));
        }
        Node node = new Node();
        for (int left = size(); left > 0; left--) {
            String name = text();
            node.put(name, value(depth));
        }
        return node;
    }

    private Object value(int depth) {
        ValueType type = ValueType.named(bytes.get());
        return switch (type) {
            case TEXT -> text();
            case LONG -> bytes.getLong();
            case DOUBLE -> bytes.getDouble();
            case FLAG -> bytes.get() != 0;
            case NODE -> node(depth + 1);
            case LIST -> list(depth);
            default -> type.array(slice());
        };
    }

    private List<Object> list(int depth) {
        int count = size();
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(value(depth + 1));
        }
        return list;
    }

    private String text() {
        return StandardCharsets.UTF_8.decode(slice()).toString();
    }

    private ByteBuffer slice() {
        int size = size();
        ByteBuffer slice = bytes.slice(bytes.position(), size);
        bytes.position(bytes.position() + size);
        return slice;
    }

    private int size() {
        int size = bytes.getInt();
        if (size < 0 || size > bytes.remaining()) {
            throw new ModelFileException("The bytes of the model are damaged: %d of %d bytes are wanted."
                    .formatted(size, bytes.remaining()));
        }
        return size;
    }
}
