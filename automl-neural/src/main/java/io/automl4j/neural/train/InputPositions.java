package io.automl4j.neural.train;

import io.automl4j.api.learner.Transfer;
import io.automl4j.model.network.Columns;
import io.automl4j.model.network.Dense;
import io.automl4j.model.network.Embedding;
import io.automl4j.model.network.NetworkNode;
import io.automl4j.model.network.NetworkSpec;
import io.automl4j.model.network.Operation;
import io.automl4j.model.network.Periodic;
import io.automl4j.model.network.Scaling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What the first dense layer of a network is given: at each position a value of an encoded column.
 *
 * @param first the number of the first dense layer
 * @param positions what it is given, in order
 * @param scalings the scaling layers before it
 */
record InputPositions(int first, List<Position> positions, List<Integer> scalings) {
    /** What of a column stands at a position. */
    enum Kind {
        /** The value itself. */
        VALUE,
        /** A periodic feature of it. */
        WAVE,
        /** A part of the vector of its code. */
        VECTOR
    }

    /**
     * A value of an encoded column.
     *
     * @param kind what of it
     * @param column the column
     * @param part which of several, from 0
     * @param of how many; periodic features of other numbers of cosines are others
     */
    record Position(Kind kind, int column, int part, int of) {
        Position in(int other) {
            return new Position(kind, other, part, of);
        }
    }

    InputPositions {
        positions = List.copyOf(positions);
        scalings = List.copyOf(scalings);
    }

    static InputPositions of(NetworkSpec spec) {
        List<NetworkNode> nodes = spec.nodes();
        int first = IntStream.range(0, nodes.size())
                .filter(node -> nodes.get(node).operation() instanceof Dense)
                .findFirst()
                .orElseThrow();
        List<List<Position>> given = new ArrayList<>();
        for (int node = 0; node < first; node++) {
            given.add(positions(nodes.get(node), given));
        }
        return new InputPositions(
                first,
                joined(nodes.get(first), given),
                IntStream.range(0, first)
                        .filter(node -> nodes.get(node).operation() instanceof Scaling)
                        .boxed()
                        .toList());
    }

    private static List<Position> positions(NetworkNode node, List<List<Position>> given) {
        Operation operation = node.operation();
        List<Position> positions = new ArrayList<>();
        if (operation instanceof Columns columns) {
            for (int column : columns.columns()) {
                positions.add(new Position(Kind.VALUE, column, 0, 1));
            }
        } else if (operation instanceof Embedding embedding) {
            for (int part = 0; part < embedding.dimension(); part++) {
                positions.add(new Position(Kind.VECTOR, embedding.column(), part, 0));
            }
        } else if (operation instanceof Periodic periodic) {
            for (Position value : joined(node, given)) {
                positions.add(value);
                for (int part = 1; part < periodic.dimension(); part++) {
                    positions.add(new Position(Kind.WAVE, value.column(), part, periodic.frequencies()));
                }
            }
        } else {
            positions.addAll(joined(node, given));
        }
        return positions;
    }

    private static List<Position> joined(NetworkNode node, List<List<Position>> given) {
        return node.inputs().stream()
                .flatMap(input -> given.get(input).stream())
                .toList();
    }

    /** For each position where it was in an earlier network; -1 for one that is new. */
    int[] before(InputPositions earlier, Transfer transfer) {
        Map<Position, Integer> places = new HashMap<>();
        for (int i = 0; i < earlier.positions.size(); i++) {
            places.put(earlier.positions.get(i), i);
        }
        return positions.stream()
                .mapToInt(position -> {
                    Transfer.Column column = transfer.columns().get(position.column());
                    return places.getOrDefault(position.in(column.earlier()), -1);
                })
                .toArray();
    }
}
