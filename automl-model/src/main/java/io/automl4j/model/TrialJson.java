package io.automl4j.model;

import io.automl4j.api.ModelFileException;
import io.automl4j.api.trial.Cost;
import io.automl4j.api.trial.CurvePoint;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.Origin;
import io.automl4j.api.trial.Stage;
import io.automl4j.api.trial.StopRule;
import io.automl4j.api.trial.StopRule.CurveBound;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialOutcome.Completed;
import io.automl4j.api.trial.TrialOutcome.Failed;
import io.automl4j.api.trial.TrialOutcome.Pruned;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.model.file.Node;
import io.automl4j.model.file.Nodes;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.OptionalLong;

/**
 * Requests and outcomes as lines of JSON, for whoever keeps a run or runs trials elsewhere. What is read equals what was
 * written. Times are texts in ISO-8601 form.
 */
public final class TrialJson {
    private TrialJson() {}

    /**
     * An outcome in a tree.
     *
     * @param outcome the outcome
     * @return a node of it
     */
    public static Node node(TrialOutcome outcome) {
        return outcome.fold(TrialJson::node, TrialJson::node, TrialJson::node)
                .put("request", node(outcome.request()))
                .put("cost", node(outcome.cost()));
    }

    /**
     * The outcome of a node.
     *
     * @param node what {@link #node} gave
     * @return an equal outcome
     * @throws ModelFileException if the node holds none, or values that no outcome can have
     */
    public static TrialOutcome outcome(Node node) {
        try {
            return read(node);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new ModelFileException(
                    "This is no trial (%s): %s%nMaybe the line is damaged."
                            .formatted(e.getMessage(), Nodes.toJson(node)),
                    e);
        }
    }

    private static Node node(TrialRequest request) {
        Node node = new Node()
                .put("id", request.id())
                .put("learner", request.learner())
                .put("configuration", ConfigurationNodes.save(request.configuration()))
                .put("iterations", request.fidelity().iterations())
                .put("rows", request.fidelity().rows())
                .put("folds", request.fidelity().folds())
                .put("loss_above", request.stop().lossAbove())
                .put(
                        "curve_above",
                        request.stop().curve().stream().map(TrialJson::node).toList())
                .put("seed", request.seed())
                .put("limit", request.limit().toString())
                .put("operator", request.origin().operator())
                .put(
                        "parents",
                        request.origin().parents().stream()
                                .map(parent -> new Node().put("id", parent))
                                .toList());
        request.continues().ifPresent(earlier -> node.put("continues", earlier));
        return node;
    }

    private static TrialRequest request(Node node) {
        Fidelity fidelity = new Fidelity(node.real("iterations"), node.real("rows"), node.integer("folds"));
        List<CurveBound> curve = node.nodes("curve_above").stream()
                .map(bound -> new CurveBound(bound.real("iterations"), bound.real("loss")))
                .toList();
        return new TrialRequest(
                node.integer64("id"),
                node.text("learner"),
                ConfigurationNodes.load(node.nodes("configuration")),
                fidelity,
                node.has("continues") ? OptionalLong.of(node.integer64("continues")) : OptionalLong.empty(),
                new StopRule(node.real("loss_above"), curve),
                node.integer64("seed"),
                Duration.parse(node.text("limit")),
                new Origin(
                        node.text("operator"),
                        node.nodes("parents").stream()
                                .map(parent -> parent.integer64("id"))
                                .toList()));
    }

    private static Node node(CurveBound bound) {
        return new Node().put("iterations", bound.iterations()).put("loss", bound.lossAbove());
    }

    private static Node node(Cost cost) {
        return new Node()
                .put("wall", cost.wall().toString())
                .put("before", cost.before().toString())
                .put("operations", cost.operationsPerRow())
                .put("model_bytes", cost.modelBytes());
    }

    private static Node node(Completed completed) {
        return new Node()
                .put("status", "completed")
                .put("score", completed.score())
                .put("loss", completed.loss())
                .put(
                        "folds",
                        completed.foldLosses().stream()
                                .map(loss -> new Node().put("loss", loss))
                                .toList())
                .put(
                        "trained",
                        completed.iterations().stream()
                                .map(count -> new Node().put("iterations", count))
                                .toList())
                .put(
                        "curve",
                        completed.curve().stream()
                                .map(point -> new Node()
                                        .put("iteration", point.iteration())
                                        .put("loss", point.loss()))
                                .toList());
    }

    private static Node node(Pruned pruned) {
        return new Node().put("status", "pruned").put("loss", pruned.loss());
    }

    private static Node node(Failed failed) {
        return new Node()
                .put("status", "failed")
                .put("stage", failed.stage().name())
                .put("type", failed.type())
                .put("message", failed.message());
    }

    private static TrialOutcome read(Node node) {
        TrialRequest request = request(node.node("request"));
        Node took = node.node("cost");
        Cost cost = new Cost(
                Duration.parse(took.text("wall")),
                Duration.parse(took.text("before")),
                took.integer64("operations"),
                took.integer64("model_bytes"));
        String status = node.text("status");
        return switch (status) {
            case "completed" ->
                new Completed(
                        request,
                        node.real("score"),
                        node.real("loss"),
                        node.nodes("folds").stream()
                                .map(fold -> fold.real("loss"))
                                .toList(),
                        node.nodes("trained").stream()
                                .map(fold -> fold.integer("iterations"))
                                .toList(),
                        node.nodes("curve").stream()
                                .map(point -> new CurvePoint(point.integer("iteration"), point.real("loss")))
                                .toList(),
                        cost);
            case "pruned" -> new Pruned(request, node.real("loss"), cost);
            case "failed" ->
                new Failed(request, Stage.valueOf(node.text("stage")), node.text("type"), node.text("message"), cost);
            default ->
                throw new ModelFileException(
                        "A trial cannot have ended as '%s'.%nMaybe the journal is of another version: start a run in a new folder."
                                .formatted(status));
        };
    }
}
