package io.automl4j.model.file;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The types of arrays in a node, and their form in little-endian bytes. */
enum ArrayKind {
    FLOAT32(16, "$float32", Float.BYTES) {
        @Override
        int length(Object array) {
            return ((float[]) array).length;
        }

        @Override
        void put(Object array, ByteBuffer bytes) {
            bytes.asFloatBuffer().put((float[]) array);
        }

        @Override
        Object get(ByteBuffer bytes, int length) {
            float[] array = new float[length];
            bytes.asFloatBuffer().get(array);
            return array;
        }
    },
    INT32(17, "$int32", Integer.BYTES) {
        @Override
        int length(Object array) {
            return ((int[]) array).length;
        }

        @Override
        void put(Object array, ByteBuffer bytes) {
            bytes.asIntBuffer().put((int[]) array);
        }

        @Override
        Object get(ByteBuffer bytes, int length) {
            int[] array = new int[length];
            bytes.asIntBuffer().get(array);
            return array;
        }
    },
    FLOAT64(18, "$float64", Double.BYTES) {
        @Override
        int length(Object array) {
            return ((double[]) array).length;
        }

        @Override
        void put(Object array, ByteBuffer bytes) {
            bytes.asDoubleBuffer().put((double[]) array);
        }

        @Override
        Object get(ByteBuffer bytes, int length) {
            double[] array = new double[length];
            bytes.asDoubleBuffer().get(array);
            return array;
        }
    },
    INT64(19, "$int64", Long.BYTES) {
        @Override
        int length(Object array) {
            return ((long[]) array).length;
        }

        @Override
        void put(Object array, ByteBuffer bytes) {
            bytes.asLongBuffer().put((long[]) array);
        }

        @Override
        Object get(ByteBuffer bytes, int length) {
            long[] array = new long[length];
            bytes.asLongBuffer().get(array);
            return array;
        }
    };

    private final byte tag;
    private final String key;
    private final int width;

    ArrayKind(int tag, String key, int width) {
        this.tag = (byte) tag;
        this.key = key;
        this.width = width;
    }

    /** The mark in bytes. */
    byte tag() {
        return tag;
    }

    /** The name in JSON, which no value of a node can have. */
    String key() {
        return key;
    }

    /** Bytes of one number. */
    int width() {
        return width;
    }

    abstract int length(Object array);

    /** Writes an array from the buffer's position on, which stays where it is. */
    abstract void put(Object array, ByteBuffer bytes);

    /** Reads an array from the buffer's position on, which stays where it is. */
    abstract Object get(ByteBuffer bytes, int length);

    /** The number of bytes of an array. */
    long bytes(Object array) {
        return (long) length(array) * width;
    }

    static Optional<ArrayKind> of(Object value) {
        if (value instanceof float[]) {
            return Optional.of(FLOAT32);
        }
        if (value instanceof int[]) {
            return Optional.of(INT32);
        }
        if (value instanceof double[]) {
            return Optional.of(FLOAT64);
        }
        return value instanceof long[] ? Optional.of(INT64) : Optional.empty();
    }

    static Optional<ArrayKind> named(String key) {
        for (ArrayKind kind : values()) {
            if (kind.key.equals(key)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    static Optional<ArrayKind> tagged(byte tag) {
        for (ArrayKind kind : values()) {
            if (kind.tag == tag) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
