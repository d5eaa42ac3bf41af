package io.automl4j.model.file;

import io.automl4j.api.Checks;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/** Writes nodes as little-endian bytes. The size is computed first, so that one array is filled once. */
final class NodeBytesWriter {
    static final byte VERSION = 1;
    static final byte TEXT = 1;
    static final byte INTEGER = 2;
    static final byte REAL = 3;
    static final byte FLAG = 4;
    static final byte NODE = 5;
    static final byte TEXTS = 6;
    static final byte NODES = 7;

    private final ByteBuffer bytes;

    private NodeBytesWriter(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    static byte[] write(Node node) {
        long size = 1 + size(node);
        Checks.argument(size <= Integer.MAX_VALUE - 8, "A model of %d bytes is too large.", size);
        byte[] array = new byte[(int) size];
        ByteBuffer bytes = ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(VERSION);
        new NodeBytesWriter(bytes).put(node);
        return array;
    }

    private static long size(Node node) {
        long size = Integer.BYTES;
        for (Map.Entry<String, Object> entry : node.values().entrySet()) {
            size += size(entry.getKey()) + 1 + size(entry.getValue());
        }
        return size;
    }

    private static long size(Object value) {
        if (value instanceof String text) {
            return Integer.BYTES + (long) Character.BYTES * text.length();
        }
        if (value instanceof Node node) {
            return size(node);
        }
        if (value instanceof List<?> list) {
            return Integer.BYTES
                    + list.stream().mapToLong(NodeBytesWriter::size).sum();
        }
        if (value instanceof Boolean) {
            return 1;
        }
        return ArrayKind.of(value)
                .map(kind -> Integer.BYTES + kind.bytes(value))
                .orElse((long) Long.BYTES);
    }

    private void put(Node node) {
        bytes.putInt(node.values().size());
        node.values().forEach((name, value) -> {
            put(name);
            putTagged(name, value);
        });
    }

    /** The characters themselves: unlike UTF-8, they come back even where surrogates are not paired. */
    private void put(String text) {
        bytes.putInt(text.length());
        bytes.asCharBuffer().put(text);
        bytes.position(bytes.position() + Character.BYTES * text.length());
    }

    private void putTagged(String name, Object value) {
        if (value instanceof String text) {
            bytes.put(TEXT);
            put(text);
        } else if (value instanceof Long number) {
            bytes.put(INTEGER).putLong(number);
        } else if (value instanceof Double number) {
            bytes.put(REAL).putLong(Double.doubleToRawLongBits(number));
        } else if (value instanceof Boolean flag) {
            bytes.put(FLAG).put((byte) (flag ? 1 : 0));
        } else if (value instanceof Node node) {
            bytes.put(NODE);
            put(node);
        } else if (value instanceof List<?> list) {
            putList(name, list);
        } else {
            ArrayKind kind = ArrayKind.of(value).orElseThrow(() -> unknown(name, value));
            bytes.put(kind.tag()).putInt(kind.length(value));
            kind.put(value, bytes);
            bytes.position(bytes.position() + (int) kind.bytes(value));
        }
    }

    private void putList(String name, List<?> list) {
        boolean nodes = !list.isEmpty() && list.get(0) instanceof Node;
        bytes.put(nodes ? NODES : TEXTS).putInt(list.size());
        for (Object item : list) {
            if (nodes && item instanceof Node node) {
                put(node);
            } else if (!nodes && item instanceof String text) {
                put(text);
            } else {
                throw unknown(name, item);
            }
        }
    }

    static IllegalArgumentException unknown(String name, Object value) {
        return new IllegalArgumentException("'%s' of a node is a %s, which no file can hold."
                .formatted(name, value.getClass().getName()));
    }
}
