package io.automl4j.model.file;

import io.automl4j.api.ModelFileException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** The types of values in a {@link Node}, with their letters in files. */
enum ValueType {
    TEXT('t'),
    LONG('l'),
    DOUBLE('d'),
    FLAG('b'),
    NODE('n'),
    LIST('x'),
    INTS('I'),
    FLOATS('F'),
    DOUBLES('D'),
    LONGS('L');

    private final char code;

    ValueType(char code) {
        this.code = code;
    }

    char code() {
        return code;
    }

    boolean isArray() {
        return Character.isUpperCase(code);
    }

    static ValueType of(Object value) {
        if (value instanceof String) {
            return TEXT;
        } else if (value instanceof Long) {
            return LONG;
        } else if (value instanceof Double) {
            return DOUBLE;
        } else if (value instanceof Boolean) {
            return FLAG;
        } else if (value instanceof Node) {
            return NODE;
        } else if (value instanceof List<?>) {
            return LIST;
        } else if (value instanceof int[]) {
            return INTS;
        } else if (value instanceof float[]) {
            return FLOATS;
        } else if (value instanceof double[]) {
            return DOUBLES;
        } else if (value instanceof long[]) {
            return LONGS;
        }
        throw new IllegalArgumentException(
                "A node cannot hold a " + value.getClass().getName());
    }

    static ValueType named(int code) {
        for (ValueType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new ModelFileException("The model file is damaged: '%c' is no type of value.".formatted((char) code));
    }

    /** The array that little-endian bytes hold. */
    Object array(ByteBuffer bytes) {
        ByteBuffer little = bytes.order(ByteOrder.LITTLE_ENDIAN);
        switch (this) {
            case INTS -> {
                int[] ints = new int[little.remaining() / Integer.BYTES];
                little.asIntBuffer().get(ints);
                return ints;
            }
            case FLOATS -> {
                float[] floats = new float[little.remaining() / Float.BYTES];
                little.asFloatBuffer().get(floats);
                return floats;
            }
            case DOUBLES -> {
                double[] doubles = new double[little.remaining() / Double.BYTES];
                little.asDoubleBuffer().get(doubles);
                return doubles;
            }
            case LONGS -> {
                long[] longs = new long[little.remaining() / Long.BYTES];
                little.asLongBuffer().get(longs);
                return longs;
            }
            default -> throw new ModelFileException("The model file is damaged: %s is no array.".formatted(this));
        }
    }
}
