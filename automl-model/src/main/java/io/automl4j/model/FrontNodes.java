package io.automl4j.model;

import io.automl4j.api.Checks;
import io.automl4j.model.file.Node;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fronts as nodes. */
final class FrontNodes {
    /** Searches choose a dozen; a small file must not take long. */
    private static final int MOST_POINTS = 1_000;

    private FrontNodes() {}

    static List<Node> save(Front front) {
        return front.points().stream().map(FrontNodes::save).toList();
    }

    static Front front(List<Node> nodes, int classes) {
        Checks.in(nodes.size(), "ensembles of the front", 0, MOST_POINTS);
        return new Front(nodes.stream().map(node -> point(node, classes)).toList());
    }

    private static Node save(OperatingPoint point) {
        return new Node()
                .put("score", point.score())
                .put("latency", point.latency().toString())
                .put("bytes", point.bytes())
                .put("processing", PostProcessingNodes.save(point.processing()))
                .put("shares", shares(point));
    }

    /** What of a point is no measurement. */
    static List<Node> shares(OperatingPoint point) {
        return point.shares().entrySet().stream()
                .map(share -> new Node().put("trial", share.getKey()).put("weight", share.getValue()))
                .toList();
    }

    private static OperatingPoint point(Node node, int classes) {
        Map<Long, Double> shares = new LinkedHashMap<>();
        node.nodes("shares").forEach(share -> shares.put(share.integer64("trial"), share.real("weight")));
        return new OperatingPoint(
                node.real("score"),
                Duration.parse(node.text("latency")),
                node.integer64("bytes"),
                shares,
                ModelNodes.processing(node, classes));
    }
}
