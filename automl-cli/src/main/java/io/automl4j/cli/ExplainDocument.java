package io.automl4j.cli;

import io.automl4j.api.DataException;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Table;
import io.automl4j.model.AutoModel;
import io.automl4j.model.Member;
import io.automl4j.model.explain.Attributions;
import io.automl4j.model.explain.ColumnImportance;
import io.automl4j.model.explain.Effect;
import io.automl4j.model.explain.Explainer;
import io.automl4j.model.explain.Importance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Explanations as maps and lists, for {@link Json}; see {@code docs/explain.md} for the names. */
final class ExplainDocument {
    private final AutoModel model;
    private final Explainer explainer;
    private final List<String> named;
    private final Map<String, Object> content = new LinkedHashMap<>();
    private List<String> ranked;

    /**
     * A document that says what is predicted.
     *
     * @param model the model that is explained
     * @param named the columns whose effects are wanted; none for the most important ones
     */
    ExplainDocument(AutoModel model, List<String> named) {
        this.model = model;
        this.explainer = model.explain();
        this.named = named;
        this.ranked = model.requiredColumns().columns().stream()
                .map(ColumnSchema::name)
                .toList();
        content.put("digest", model.digest());
        content.put("target", model.task().target());
        content.put("classes", model.task().classes());
        Importance outOfFold = model.report().importance();
        if (!outOfFold.equals(Importance.NONE)) {
            content.put("outOfFoldImportance", object(outOfFold));
            ranked = outOfFold.columns().stream().map(ColumnImportance::column).toList();
        }
    }

    Map<String, Object> content() {
        return content;
    }

    void importance(Importance importance) {
        content.put("importance", object(importance));
        ranked = importance.columns().stream().map(ColumnImportance::column).toList();
    }

    private static Map<String, Object> object(Importance importance) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("metric", importance.metric());
        object.put("score", importance.score());
        object.put("rows", importance.rows());
        object.put(
                "columns",
                importance.columns().stream().map(ExplainDocument::object).toList());
        return object;
    }

    private static Map<String, Object> object(ColumnImportance column) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("column", column.column());
        object.put("mean", column.mean());
        object.put("low", column.low());
        object.put("high", column.high());
        object.put("repeats", column.repeats());
        return object;
    }

    /** The effects of some columns: a text has none, nor has a column without values. */
    void effects(Table table, int points, int most) {
        Set<String> texts = model.requiredColumns().columns().stream()
                .filter(column -> column.kind() == ColumnKind.TEXT)
                .map(ColumnSchema::name)
                .collect(Collectors.toSet());
        named.forEach(column -> {
            if (!hasValues(table, column)) {
                throw new DataException("Column '%s' is missing in all %d rows that were drawn.%nMaybe raise --sample."
                        .formatted(column, table.rows()));
            }
        });
        List<String> shown = named.isEmpty()
                ? ranked.stream()
                        .filter(column -> !texts.contains(column) && hasValues(table, column))
                        .limit(most)
                        .toList()
                : named;
        content.put(
                "partialDependence",
                shown.stream()
                        .map(column -> object(explainer.partialDependence(table, column, points)))
                        .toList());
        content.put(
                "accumulatedLocalEffects",
                shown.stream()
                        .map(column -> object(explainer.accumulatedLocalEffects(table, column, points)))
                        .toList());
    }

    private static boolean hasValues(Table table, String column) {
        return table.column(column).missing() < table.rows();
    }

    private static Map<String, Object> object(Effect effect) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("column", effect.column());
        List<Object> points = new ArrayList<>();
        for (Effect.Point point : effect.points()) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("value", point.value());
            values.put("rows", point.rows());
            values.put("outputs", point.outputs());
            points.add(values);
        }
        object.put("points", points);
        return object;
    }

    /** Why rows are predicted so, by the whole ensemble. */
    void rows(Table rows, Attributions why) {
        content.put("shapley", object(rows, why));
    }

    /** The same of each member of trees, in its scores. */
    void trees(Table rows) {
        List<Object> members = new ArrayList<>();
        for (long trial : explainer.trees()) {
            Member member = model.members().stream()
                    .filter(known -> known.trial() == trial)
                    .findFirst()
                    .orElseThrow();
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("trial", trial);
            object.put("learner", member.learner());
            object.put("weight", member.weight());
            object.putAll(object(rows, explainer.treeShapley(trial, rows)));
            members.add(object);
        }
        content.put("treeShapley", members);
    }

    private static Map<String, Object> object(Table rows, Attributions why) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("base", outputs(why).map(why::base).toList());
        List<Object> explained = new ArrayList<>();
        for (int row = 0; row < why.rows(); row++) {
            int of = row;
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("row", row + 1);
            one.put(
                    "outputs",
                    outputs(why).map(output -> why.prediction(of, output)).toList());
            one.put(
                    "columns",
                    IntStream.range(0, why.columns().size())
                            .mapToObj(column -> part(rows, why, of, column))
                            .toList());
            explained.add(one);
        }
        object.put("rows", explained);
        return object;
    }

    private static Map<String, Object> part(Table rows, Attributions why, int row, int column) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("column", why.columns().get(column));
        part.put("value", rows.column(why.columns().get(column)).text(row));
        part.put(
                "adds",
                outputs(why).map(output -> why.value(row, column, output)).toList());
        part.put(
                "errors",
                outputs(why).map(output -> why.error(row, column, output)).toList());
        return part;
    }

    private static Stream<Integer> outputs(Attributions why) {
        return IntStream.range(0, why.outputs()).boxed();
    }
}
