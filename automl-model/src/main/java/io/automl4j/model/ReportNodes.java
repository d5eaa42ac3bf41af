package io.automl4j.model;

import io.automl4j.api.run.LeaderboardRow;
import io.automl4j.api.run.Provenance;
import io.automl4j.model.explain.ColumnImportance;
import io.automl4j.model.explain.Importance;
import io.automl4j.model.file.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reports as nodes. Times are texts in ISO-8601 form. */
final class ReportNodes {
    private ReportNodes() {}

    static Node save(FittedReport report) {
        Node node = new Node()
                .put("metric", report.metric())
                .put("score", report.score())
                .put(
                        "leaderboard",
                        report.leaderboard().stream().map(ReportNodes::save).toList())
                .put("warnings", WarningNodes.save(report.warnings()))
                .put("provenance", save(report.provenance()));
        if (!report.importance().equals(Importance.NONE)) {
            node.put("importance", save(report.importance()));
        }
        return report.traces().isEmpty()
                ? node
                : node.put(
                        "traces", report.traces().stream().map(RowTrace::save).toList());
    }

    static FittedReport report(Node node) {
        return new FittedReport(
                node.text("metric"),
                node.real("score"),
                node.nodes("leaderboard").stream().map(ReportNodes::row).toList(),
                WarningNodes.load(node.nodes("warnings")),
                provenance(node.node("provenance")),
                node.has("importance") ? importance(node.node("importance")) : Importance.NONE,
                node.has("traces")
                        ? node.nodes("traces").stream().map(RowTrace::load).toList()
                        : List.of());
    }

    private static Node save(Importance importance) {
        return new Node()
                .put("metric", importance.metric())
                .put("score", importance.score())
                .put("rows", importance.rows())
                .put(
                        "columns",
                        importance.columns().stream().map(ReportNodes::save).toList());
    }

    private static Node save(ColumnImportance column) {
        return new Node()
                .put("column", column.column())
                .put("mean", column.mean())
                .put("low", column.low())
                .put("high", column.high())
                .put("repeats", column.repeats());
    }

    private static Importance importance(Node node) {
        return new Importance(
                node.text("metric"),
                node.real("score"),
                node.integer("rows"),
                node.nodes("columns").stream().map(ReportNodes::column).toList());
    }

    private static ColumnImportance column(Node node) {
        return new ColumnImportance(
                node.text("column"), node.real("mean"), node.real("low"), node.real("high"), node.integer("repeats"));
    }

    private static Node save(LeaderboardRow row) {
        return new Node()
                .put("trial", row.trial())
                .put("learner", row.learner())
                .put("status", row.status().label())
                .put("score", row.score())
                .put("folds", row.folds())
                .put("weight", row.weight())
                .put("time", row.time().toString())
                .put("operations", row.operationsPerRow())
                .put("configuration", ConfigurationNodes.save(row.configuration()))
                .put("message", row.message());
    }

    private static LeaderboardRow row(Node node) {
        return new LeaderboardRow(
                node.integer64("trial"),
                node.text("learner"),
                LeaderboardRow.Status.named(node.text("status")),
                node.real("score"),
                node.integer("folds"),
                node.real("weight"),
                Duration.parse(node.text("time")),
                node.integer64("operations"),
                ConfigurationNodes.load(node.nodes("configuration")),
                node.text("message"));
    }

    private static Node save(Provenance provenance) {
        return new Node()
                .put("library", provenance.library())
                .put("runtime", provenance.runtime())
                .put("created", provenance.created().toString())
                .put("seed", provenance.seed())
                .put("metric", provenance.metric())
                .put("rows", provenance.rows())
                .put("data", provenance.dataFingerprint())
                .put("budget", provenance.budget().toString())
                .put("spent", provenance.spent().toString())
                .put("validation", provenance.validation());
    }

    private static Provenance provenance(Node node) {
        return new Provenance(
                node.text("library"),
                node.text("runtime"),
                Instant.parse(node.text("created")),
                node.integer64("seed"),
                node.text("metric"),
                node.integer("rows"),
                node.text("data"),
                Duration.parse(node.text("budget")),
                Duration.parse(node.text("spent")),
                node.text("validation"));
    }
}
