package io.automl4j.testkit;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.Feature;
import io.automl4j.model.network.Activation;
import io.automl4j.model.network.ActivationFunction;
import io.automl4j.model.network.Architecture;
import io.automl4j.model.network.Columns;
import io.automl4j.model.network.Dense;
import io.automl4j.model.network.Embedding;
import io.automl4j.model.network.Identity;
import io.automl4j.model.network.Join;
import io.automl4j.model.network.LayerStyle;
import io.automl4j.model.network.LayerStyle.Norm;
import io.automl4j.model.network.Mlp;
import io.automl4j.model.network.NetworkBuilder;
import io.automl4j.model.network.NetworkInputs;
import io.automl4j.model.network.NetworkSpec;
import io.automl4j.model.network.ResNet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Small networks in which every operation, activation, norm and join occurs, for whoever computes with networks. They
 * read rows of {@link #WIDTH} columns: numbers, flags, and at last codes.
 */
public final class SampleNetworks {
    /** The width of the rows. */
    public static final int WIDTH = 6;

    /** The scores that each network gives. */
    public static final int SCORES = 3;

    private static final int LEVELS = 4;

    private SampleNetworks() {}

    /**
     * The networks.
     *
     * @return networks by what is special about them, in a fixed order
     */
    public static Map<String, NetworkSpec> all() {
        Map<String, NetworkSpec> networks = new LinkedHashMap<>();
        for (ActivationFunction function : ActivationFunction.values()) {
            for (Norm norm : Norm.values()) {
                networks.put(
                        "MLP, %s, %s".formatted(function, norm),
                        mlp(new LayerStyle(function, false, norm, 0, false), 1));
            }
            networks.put("mixed %s".formatted(function), mlp(new LayerStyle(function, true, Norm.NONE, 0, true), 1));
        }
        for (Norm norm : Norm.values()) {
            LayerStyle style = new LayerStyle(ActivationFunction.MISH, true, norm, 0, true);
            networks.put("members, %s".formatted(norm), mlp(style, 3));
            networks.put("ResNet, %s".formatted(norm), resNet(norm, 1));
        }
        networks.put("ResNet of members", resNet(Norm.NONE, 2));
        networks.put("gated", gated());
        networks.put("nothing to learn first", bare(false));
        networks.put("nothing to learn first, mixed", bare(true));
        return networks;
    }

    /** All kinds of inputs: periodic numbers, flags, codes; a scaling layer. */
    private static NetworkInputs inputs() {
        return new NetworkInputs(List.of(0, 2), List.of(3, 4), List.of(new Embedding(5, LEVELS, 2)), 3, 4, true);
    }

    private static NetworkSpec mlp(LayerStyle style, int members) {
        return new Architecture(inputs(), new Mlp(List.of(5, 4), style), members).network(SCORES);
    }

    private static NetworkSpec resNet(Norm norm, int members) {
        LayerStyle style = new LayerStyle(ActivationFunction.SILU, false, norm, 0, false);
        return new Architecture(inputs(), new ResNet(4, 2, 1.5, 0, style), members).network(SCORES);
    }

    private static NetworkSpec gated() {
        NetworkBuilder network = new NetworkBuilder();
        int columns = network.source(Columns.of(0, 1, 2));
        int values = network.then(columns, new Dense(3, 4, false));
        int gates = network.then(columns, new Dense(3, 4, false));
        int gated = network.add(new Identity(4), List.of(values, gates), Join.GATED);
        network.add(new Dense(8, SCORES, false), List.of(gated, values), Join.CONCAT);
        return network.build();
    }

    /** Operations on the columns themselves, by which nobody wants gradients. */
    private static NetworkSpec bare(boolean mixed) {
        NetworkBuilder network = new NetworkBuilder();
        int columns = network.source(Columns.of(0, 1, 2));
        int bent = network.then(columns, new Activation(ActivationFunction.TANH, 3, mixed));
        int gated = network.add(new Identity(3), List.of(columns, bent), Join.GATED);
        network.add(new Dense(6, SCORES, false), List.of(gated, bent), Join.CONCAT);
        return network.build();
    }

    /**
     * Standard normal numbers.
     *
     * @param count how many
     * @param random where they come from
     * @return a new array
     */
    public static float[] normal(int count, SplittableRandom random) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /**
     * Rows for the networks; of five codes one is unknown.
     *
     * @param count how many
     * @param random where they come from
     * @return rows of {@link #WIDTH} columns
     */
    public static EncodedRows rows(int count, SplittableRandom random) {
        float[] rows = normal(count * WIDTH, random);
        for (int row = 0; row < count; row++) {
            rows[row * WIDTH + WIDTH - 1] = row % (LEVELS + 1);
        }
        List<Feature> features = IntStream.range(0, WIDTH)
                .mapToObj(i -> new Feature("x" + i, i == WIDTH - 1 ? LEVELS : 0))
                .toList();
        return EncodedRows.of(features, rows, count);
    }
}
