package io.automl4j.dl4j;

/** The names of a network's nodes in a graph. */
final class NodeNames {
    private NodeNames() {}

    static String of(int node) {
        return "n" + node;
    }

    static String code(int node) {
        return of(node) + "-code";
    }

    static String gate(int node) {
        return of(node) + "-gate";
    }

    static String joined(int node) {
        return of(node) + "-join";
    }

    static String copied(int node) {
        return of(node) + "-copy";
    }
}
