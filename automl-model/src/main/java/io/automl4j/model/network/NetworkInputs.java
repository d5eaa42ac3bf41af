package io.automl4j.model.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How encoded columns enter a network: numbers perhaps by periodic features, flags and other one-hot columns as they
 * are, codes by embeddings; all together perhaps through a scaling layer.
 *
 * @param numbers columns of numbers
 * @param flags columns that are taken as they are
 * @param embeddings columns of codes
 * @param frequencies of periodic features; 0 for none
 * @param dimension of periodic features
 * @param scaled whether there is a scaling layer
 */
public record NetworkInputs(
        List<Integer> numbers,
        List<Integer> flags,
        List<Embedding> embeddings,
        int frequencies,
        int dimension,
        boolean scaled) {

    /** Copies the lists. */
    public NetworkInputs {
        numbers = List.copyOf(numbers);
        flags = List.copyOf(flags);
        embeddings = List.copyOf(embeddings);
    }

    /** Adds the inputs and gives the node at which they are one row. */
    int addTo(NetworkBuilder network) {
        List<Integer> parts = new ArrayList<>();
        if (frequencies > 0 && !numbers.isEmpty()) {
            int plain = network.source(columns(numbers));
            parts.add(network.then(plain, new Periodic(numbers.size(), frequencies, dimension)));
            add(network, parts, flags);
        } else {
            List<Integer> all = new ArrayList<>(numbers);
            all.addAll(flags);
            add(network, parts, all);
        }
        embeddings.forEach(embedding -> parts.add(network.source(embedding)));
        int width = parts.stream().mapToInt(network::width).sum();
        if (scaled) {
            return network.add(new Scaling(1, width, false), parts, Join.CONCAT);
        }
        return parts.size() == 1 ? parts.get(0) : network.add(new Identity(width), parts, Join.CONCAT);
    }

    private static void add(NetworkBuilder network, List<Integer> parts, List<Integer> columns) {
        if (!columns.isEmpty()) {
            parts.add(network.source(columns(columns)));
        }
    }

    private static Columns columns(List<Integer> numbers) {
        int[] columns = new int[numbers.size()];
        Arrays.setAll(columns, numbers::get);
        return Columns.of(columns);
    }
}
