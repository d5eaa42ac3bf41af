package io.automl4j.model.file;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.run.LeaderboardRow;
import io.automl4j.api.run.Provenance;
import io.automl4j.api.space.Configuration;
import io.automl4j.model.FittedReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What is known about a model, as nodes. */
final class ReportNodes {
    private ReportNodes() {}

    static Node of(FittedReport report) {
        return new Node()
                .put("metric", report.metric())
                .put("score", report.score())
                .put(
                        "leaderboard",
                        report.leaderboard().stream().map(ReportNodes::row).toList())
                .put(
                        "warnings",
                        report.warnings().stream().map(ReportNodes::warning).toList())
                .put("provenance", provenance(report.provenance()));
    }

    static FittedReport report(Node node) {
        return new FittedReport(
                node.text("metric"),
                node.real("score"),
                node.nodes("leaderboard").stream().map(ReportNodes::row).toList(),
                node.nodes("warnings").stream().map(ReportNodes::warning).toList(),
                provenance(node.node("provenance")));
    }

    private static Node row(LeaderboardRow row) {
        Node configuration = new Node();
        row.configuration().values().forEach(configuration::put);
        return new Node()
                .put("trial", row.trial())
                .put("learner", row.learner())
                .put("status", row.status())
                .put("score", row.score())
                .put("folds", row.folds())
                .put("weight", row.weight())
                .put("nanos", row.time().toNanos())
                .put("operations", row.operationsPerRow())
                .put("configuration", configuration)
                .put("message", row.message());
    }

    private static LeaderboardRow row(Node node) {
        Map<String, Object> values = new TreeMap<>(node.node("configuration").values());
        return new LeaderboardRow(
                node.integer64("trial"),
                node.text("learner"),
                node.text("status"),
                node.real("score"),
                node.integer("folds"),
                node.real("weight"),
                Duration.ofNanos(node.integer64("nanos")),
                node.integer64("operations"),
                new Configuration(values),
                node.text("message"));
    }

    private static Node warning(DataWarning warning) {
        return new Node()
                .put("kind", warning.kind().name())
                .put("column", warning.column())
                .put("message", warning.message())
                .put("action", warning.action());
    }

    private static DataWarning warning(Node node) {
        return new DataWarning(
                ModelNodes.constant(DataWarning.Kind.class, node.text("kind")),
                node.text("column"),
                node.text("message"),
                node.text("action"));
    }

    private static Node provenance(Provenance provenance) {
        return new Node()
                .put("library", provenance.library())
                .put("runtime", provenance.runtime())
                .put("created", provenance.created().toString())
                .put("seed", provenance.seed())
                .put("metric", provenance.metric())
                .put("rows", provenance.rows())
                .put("data", provenance.dataFingerprint())
                .put("budgetNanos", nanos(provenance.budget()))
                .put("spentNanos", nanos(provenance.spent()))
                .put("validation", provenance.validation());
    }

    private static long nanos(Duration duration) {
        return duration.compareTo(Duration.ofNanos(Long.MAX_VALUE)) > 0 ? Long.MAX_VALUE : duration.toNanos();
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
                Duration.ofNanos(node.integer64("budgetNanos")),
                Duration.ofNanos(node.integer64("spentNanos")),
                node.text("validation"));
    }
}
