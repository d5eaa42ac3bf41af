package io.automl4j.model.network;

import io.automl4j.api.Checks;

/**
 * A network by its parts.
 *
 * @param inputs how encoded columns enter
 * @param body what lies between inputs and head
 * @param members how many members share the body's weights; 1 for a plain network
 */
public record Architecture(NetworkInputs inputs, Body body, int members) {

    /**
     * Checks the members.
     *
     * @throws IllegalArgumentException if their number is not positive
     */
    public Architecture {
        Checks.positive(members, "members");
    }

    /**
     * The network.
     *
     * @param scores how many scores the head gives
     * @return the network
     */
    public NetworkSpec network(int scores) {
        NetworkBuilder network = new NetworkBuilder();
        int last = inputs.addTo(network);
        if (members > 1) {
            last = network.then(last, new Members(members, network.width(last)));
        }
        last = body.addTo(network, last, members);
        SharedWeights.head(network, last, scores, members, body.style());
        return network.build();
    }
}
