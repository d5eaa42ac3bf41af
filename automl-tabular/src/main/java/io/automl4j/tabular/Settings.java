package io.automl4j.tabular;

import io.automl4j.api.DataException;
import io.automl4j.api.learner.Compute;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.run.Budget;
import io.automl4j.api.run.Determinism;
import io.automl4j.api.run.Goals;
import io.automl4j.api.run.Goals.Constraint;
import io.automl4j.api.run.Objective;
import io.automl4j.api.run.Objectives;
import io.automl4j.api.run.Part;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.WarningNodes;
import io.automl4j.model.file.Node;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was chosen of a run, as far as it has a name, so that the run can be resumed by another process. */
final class Settings {
    private Settings() {}

    /**
     * What is needed to go on.
     *
     * @throws DataException if a metric, an objective or a learner is of the caller's own, or the search begins with a model:
     *     no file keeps them
     */
    static Node save(Choices chosen) {
        requireNamed(chosen);
        Node node = new Node()
                .put("goal", chosen.goal().name())
                .put("time", chosen.budget().time().toString())
                .put("trials", chosen.budget().trials())
                .put("seed", chosen.seed())
                .put("threads", chosen.threads())
                .put("determinism", chosen.determinism().name())
                .put("strategy", chosen.strategy().label())
                .put("engine", chosen.compute().engine())
                .put("device", chosen.compute().device().name())
                .put("learners", names(chosen.learners()))
                .put(
                        "left_out",
                        names(chosen.leftOut().stream().map(Part::name).sorted().toList()))
                .put("class_weights", pairs(chosen.classWeights()))
                .put("notes", pairs(chosen.notes()))
                .put("warnings", WarningNodes.save(chosen.warnings()))
                .put("validation", validation(chosen.validation()));
        if (chosen.metric() != null) {
            if (!Metrics.knows(chosen.metric())) {
                throw unnamed("metric", chosen.metric().name());
            }
            node.put("metric", chosen.metric().name());
        }
        if (chosen.task() != null) {
            node.put("task", chosen.task().name());
        }
        if (!chosen.quantiles().isEmpty()) {
            node.put(
                    "quantiles",
                    names(chosen.quantiles().stream().map(String::valueOf).toList()));
        }
        if (chosen.knowledge() != null) {
            node.put("knowledge", chosen.knowledge().toAbsolutePath().toString());
        }
        return goals(node, chosen.goals());
    }

    private static void requireNamed(Choices chosen) {
        if (!chosen.providers().isEmpty()) {
            throw unnamed("learner", chosen.providers().get(0).name());
        }
        if (chosen.earlier() != null) {
            throw new DataException(
                    "The model of a warm start is one that a work directory cannot keep.%nMaybe leave the work directory out."
                            .formatted());
        }
    }

    private static Node goals(Node node, Goals goals) {
        return node.put(
                        "objectives",
                        names(goals.objectives().stream().map(Settings::label).toList()))
                .put(
                        "constraints",
                        goals.constraints().stream()
                                .map(bound -> pair(label(bound.objective()), bound.most()))
                                .toList());
    }

    private static Node pair(String name, Object value) {
        return new Node().put("name", name).put("value", value);
    }

    private static List<Node> pairs(Map<String, ?> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(entry -> pair(entry.getKey(), entry.getValue()))
                        .toList();
    }

    private static DataException unnamed(String what, String name) {
        return new DataException(
                "The %s '%s' is of your own, which a work directory cannot keep.%nMaybe leave the work directory out."
                        .formatted(what, name));
    }

    private static String label(Objective objective) {
        if (!(objective instanceof Objectives)) {
            throw unnamed("objective", objective.label());
        }
        return objective.label();
    }

    private static List<Node> names(List<String> texts) {
        return texts.stream().map(text -> new Node().put("name", text)).toList();
    }

    private static List<String> texts(Node node, String name) {
        return node.nodes(name).stream().map(one -> one.text("name")).toList();
    }

    private static Node validation(Validation validation) {
        return new Node()
                .put("method", validation.method().name())
                .put("folds", validation.folds())
                .put("repeats", validation.repeats())
                .put("share", validation.share());
    }

    /** A builder with what was saved. */
    static AutoMlBuilder load(Node node) {
        AutoMlBuilder builder = new AutoMlBuilder(Choices.Goal.valueOf(node.text("goal")))
                .budget(new Budget(Duration.parse(node.text("time")), node.integer64("trials")))
                .seed(node.integer64("seed"))
                .threads(node.integer("threads"))
                .strategy(node.text("strategy"))
                .determinism(Determinism.valueOf(node.text("determinism")))
                .engine(node.text("engine"))
                .device(Compute.Device.valueOf(node.text("device")))
                .learners(texts(node, "learners").toArray(String[]::new))
                .without(texts(node, "left_out").stream().map(Part::valueOf).toArray(Part[]::new))
                .objectives(texts(node, "objectives").stream()
                        .map(Objectives::named)
                        .toArray(Objective[]::new))
                .constraints(node.nodes("constraints").stream()
                        .map(one -> new Constraint(Objectives.named(one.text("name")), one.real("value")))
                        .toArray(Goals.Constraint[]::new));
        Map<String, Double> weights = new TreeMap<>();
        node.nodes("class_weights").forEach(one -> weights.put(one.text("name"), one.real("value")));
        if (!weights.isEmpty()) {
            builder.classWeights(weights);
        }
        node.nodes("notes").forEach(one -> builder.note(one.text("name"), one.text("value")));
        builder.warnings(WarningNodes.load(node.nodes("warnings")));
        Node validation = node.node("validation");
        builder.validation(new Validation(
                Validation.Method.valueOf(validation.text("method")),
                validation.integer("folds"),
                validation.integer("repeats"),
                validation.real("share")));
        given(node, builder);
        return builder;
    }

    /** What need not be there. */
    private static void given(Node node, AutoMlBuilder builder) {
        if (node.has("metric")) {
            builder.metric(Metrics.byName(node.text("metric")));
        }
        if (node.has("knowledge")) {
            builder.knowledge(Path.of(node.text("knowledge")));
        }
        if (node.has("task")) {
            builder.task(TaskType.valueOf(node.text("task")));
        }
        if (node.has("quantiles")) {
            builder.quantiles(texts(node, "quantiles").stream()
                    .mapToDouble(Double::parseDouble)
                    .toArray());
        }
    }
}
