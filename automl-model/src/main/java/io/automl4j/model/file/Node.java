package io.automl4j.model.file;

import io.automl4j.api.ModelFileException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A named piece of a fitted model on its way to or from a file: texts, numbers, arrays and further nodes by name.
 * Whatever is part of a model writes itself to a node and reads itself from one.
 */
public final class Node {
    private final TreeMap<String, Object> values = new TreeMap<>();

    /**
     * Sets a value.
     *
     * @param name the name
     * @param value a {@link String}, {@link Long}, {@link Double}, {@link Boolean}, {@code int[]}, {@code float[]},
     *     {@code double[]}, {@code long[]}, a list of strings, a node, or a list of nodes; {@link Integer} becomes long.
     *     Arrays are handed over
     * @return this node
     */
    public Node put(String name, Object value) {
        values.put(name, value instanceof Integer number ? (Object) number.longValue() : value);
        return this;
    }

    /**
     * All values, by name.
     *
     * @return a view in alphabetical order
     */
    public Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    /**
     * Whether there is a value.
     *
     * @param name its name
     * @return true if it is there
     */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /**
     * A text.
     *
     * @param name its name
     * @return the value
     * @throws ModelFileException if it is absent or of another type; so for all readers below
     */
    public String text(String name) {
        return require(name, String.class);
    }

    /**
     * A whole number.
     *
     * @param name its name
     * @return the value
     */
    public int integer(String name) {
        long value = require(name, Long.class);
        if (value != (int) value) {
            throw new ModelFileException("'%s' is %d, which is out of range.%nMaybe the file is damaged: copy it again."
                    .formatted(name, value));
        }
        return (int) value;
    }

    /**
     * A whole number of 64 bits.
     *
     * @param name its name
     * @return the value
     */
    public long integer64(String name) {
        return require(name, Long.class);
    }

    /**
     * A real number.
     *
     * @param name its name
     * @return the value
     */
    public double real(String name) {
        return require(name, Number.class).doubleValue();
    }

    /**
     * A truth value.
     *
     * @param name its name
     * @return the value
     */
    public boolean flag(String name) {
        return require(name, Boolean.class);
    }

    /**
     * Whole numbers.
     *
     * @param name their name
     * @return the array itself, only to be read
     */
    public int[] ints(String name) {
        return require(name, int[].class);
    }

    /**
     * Whole numbers of 64 bits.
     *
     * @param name their name
     * @return the array itself, only to be read
     */
    public long[] longs(String name) {
        return require(name, long[].class);
    }

    /**
     * Single-precision numbers.
     *
     * @param name their name
     * @return the array itself, only to be read
     */
    public float[] floats(String name) {
        return require(name, float[].class);
    }

    /**
     * Double-precision numbers.
     *
     * @param name their name
     * @return the array itself, only to be read
     */
    public double[] doubles(String name) {
        return require(name, double[].class);
    }

    /**
     * A node.
     *
     * @param name its name
     * @return the node
     */
    public Node node(String name) {
        return require(name, Node.class);
    }

    /**
     * Texts.
     *
     * @param name their name
     * @return the list
     */
    public List<String> texts(String name) {
        return list(name, String.class);
    }

    /**
     * Nodes.
     *
     * @param name their name
     * @return the list
     */
    public List<Node> nodes(String name) {
        return list(name, Node.class);
    }

    private <T> List<T> list(String name, Class<T> type) {
        List<?> list = require(name, List.class);
        for (Object item : list) {
            if (!type.isInstance(item)) {
                throw wrong(name, item, type);
            }
        }
        return list.stream().map(type::cast).toList();
    }

    private <T> T require(String name, Class<T> type) {
        Object value = values.get(name);
        if (value == null) {
            throw new ModelFileException("The model file lacks '%s' among %s.".formatted(name, values.keySet()));
        }
        if (!type.isInstance(value)) {
            throw wrong(name, value, type);
        }
        return type.cast(value);
    }

    private static ModelFileException wrong(String name, Object value, Class<?> type) {
        return new ModelFileException("In the model file '%s' is a %s, not a %s."
                .formatted(name, value.getClass().getSimpleName(), type.getSimpleName()));
    }
}
