package io.automl4j.model;

import io.automl4j.api.Checks;
import io.automl4j.model.file.Node;
import io.automl4j.model.predictor.Model;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is made of the mean of an ensemble, as nodes. */
final class PostProcessingNodes {
    private static final int MOST_DECISIONS = 100;
    private static final int MOST_GROUPS = 1_000;
    private static final int MOST_MEMBERS = 10_000;

    private PostProcessingNodes() {}

    static Node save(PostProcessing processing) {
        Node node = new Node()
                .put("calibration", save(processing.calibration()))
                .put("decision", processing.decision().save())
                .put(
                        "decisions",
                        processing.decisions().entrySet().stream()
                                .map(entry -> entry.getValue().save().put("metric", entry.getKey()))
                                .toList())
                .put("conformal", save(processing.conformal()));
        if (!processing.shifts().isEmpty()) {
            node.put("shifts", Numbers.array(processing.shifts()));
        }
        processing.stack().ifPresent(stack -> node.put("stack", save(stack)));
        return node;
    }

    private static Node save(Stack stack) {
        return new Node()
                .put(
                        "members",
                        stack.members().stream()
                                .map(trial -> new Node().put("trial", trial))
                                .toList())
                .put("correction", stack.correction().save());
    }

    private static Stack stack(Node node) {
        List<Node> members = node.nodes("members");
        Checks.in(members.size(), "members of a stack", 1, MOST_MEMBERS);
        return new Stack(
                members.stream().map(member -> member.integer64("trial")).toList(),
                Model.load(node.node("correction")));
    }

    static PostProcessing load(Node node) {
        Map<String, Decision> decisions = new TreeMap<>();
        List<Node> saved = node.nodes("decisions");
        Checks.in(saved.size(), "decisions", 0, MOST_DECISIONS);
        saved.forEach(decision -> decisions.put(decision.text("metric"), Decision.load(decision)));
        Node calibration = node.node("calibration");
        return new PostProcessing(
                new Calibration(
                        Numbers.boxed(calibration.doubles("powers")), Numbers.boxed(calibration.doubles("factors"))),
                Decision.load(node.node("decision")),
                decisions,
                conformal(node.node("conformal")),
                node.has("shifts") ? Numbers.boxed(node.doubles("shifts")) : List.of(),
                node.has("stack") ? Optional.of(stack(node.node("stack"))) : Optional.empty());
    }

    private static Node save(Calibration calibration) {
        return new Node()
                .put("powers", Numbers.array(calibration.powers()))
                .put("factors", Numbers.array(calibration.factors()));
    }

    private static Node save(Conformal conformal) {
        return new Node()
                .put("bounds", Numbers.array(conformal.bounds()))
                .put(
                        "groups",
                        conformal.groups().stream()
                                .map(group -> new Node()
                                        .put("rows", group.rows())
                                        .put("scores", Numbers.array(group.sorted())))
                                .toList());
    }

    private static Conformal conformal(Node node) {
        List<Node> groups = node.nodes("groups");
        Checks.in(groups.size(), "groups of scores", 0, MOST_GROUPS);
        return new Conformal(
                Numbers.boxed(node.doubles("bounds")),
                groups.stream()
                        .map(group ->
                                new Conformal.Scores(group.integer64("rows"), Numbers.boxed(group.doubles("scores"))))
                        .toList());
    }
}
