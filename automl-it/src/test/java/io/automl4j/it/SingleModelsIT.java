package io.automl4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.metric.Metric;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.run.Budget;
import io.automl4j.api.run.LeaderboardRow;
import io.automl4j.api.run.Objectives;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.AutoModel;
import io.automl4j.model.Member;
import io.automl4j.model.OperatingPoint;
import io.automl4j.tabular.AutoMl;
import io.automl4j.tabular.AutoMlBuilder;
import io.automl4j.tabular.Validation;
import io.automl4j.testkit.Sample;
import io.automl4j.testkit.SyntheticTables;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ensembles of one model for each member, and networks that were taught by an ensemble. */
final class SingleModelsIT {
    private static final int FOLDS = 3;

    @TempDir
    Path folder;

    private static AutoMlBuilder search() {
        return AutoMl.builder()
                .validation(Validation.folds(FOLDS))
                .learners("linear", "xgboost", "mlp")
                .budget(Budget.trials(6));
    }

    private static List<LeaderboardRow> made(AutoModel model, LeaderboardRow.Status how) {
        return model.leaderboard().stream().filter(row -> row.status() == how).toList();
    }

    private static Set<Long> trials(List<LeaderboardRow> rows) {
        return rows.stream().map(LeaderboardRow::trial).collect(Collectors.toSet());
    }

    private static Metric metric(AutoModel model) {
        return Metrics.byName(model.report().metric());
    }

    private static double score(AutoModel model, Sample test) {
        return metric(model).score(test.labels(), model.predict(test.table()).values());
    }

    @ParameterizedTest
    @EnumSource(names = {"BINARY", "MULTICLASS", "REGRESSION"})
    void whereLatencyCountsANetworkIsTaughtAndMembersBecomeSingleModels(TaskType type) {
        Sample test = SyntheticTables.learnable(type, 500, 2);
        AutoModel model = search().objectives(Objectives.LATENCY, Objectives.SIZE)
                .build()
                .fit(SyntheticTables.learnable(type, 300, 1).table());

        List<LeaderboardRow> refitted = made(model, LeaderboardRow.Status.REFITTED);
        List<LeaderboardRow> distilled = made(model, LeaderboardRow.Status.DISTILLED);
        assertThat(refitted)
                .isNotEmpty()
                .allMatch(row -> row.message().matches("of trials \\[\\d+], [1-9]\\d* iterations"));
        assertThat(distilled).hasSize(1).allMatch(row -> row.learner().equals("mlp"));
        assertThat(model.members()).allMatch(member -> member.folds().size() == FOLDS);
        List<OperatingPoint> points = model.front().points();
        Set<Long> single = trials(refitted);
        List<OperatingPoint> ofSingle = points.stream()
                .filter(point -> single.containsAll(point.shares().keySet()))
                .toList();
        assertThat(ofSingle).isNotEmpty();
        double whole = loss(model, test);
        for (OperatingPoint point : ofSingle) {
            AutoModel small = model.at(point);
            assertThat(small.members()).allMatch(member -> member.folds().size() == 1);
            // far better than a guess, of which the loss is about twice that of the whole or more
            assertThat(loss(small, test)).isLessThan(1.6 * whole);
        }
        // told by networks that the models of one fold taught; and by itself, where it is on the front
        assertThat(metric(model).toLoss(distilled.get(0).score())).isLessThan(1.6 * whole);
        points.stream()
                .filter(point -> trials(distilled).containsAll(point.shares().keySet()))
                .forEach(point -> assertThat(loss(model.at(point), test)).isLessThan(1.6 * whole));
        Path file = folder.resolve("m.automl");
        model.save(file);
        AutoModel loaded = AutoModel.load(file);
        for (OperatingPoint point : loaded.front().points()) {
            assertThat(loaded.at(point).predict(test.table()).values().toArray())
                    .isEqualTo(model.at(point).predict(test.table()).values().toArray());
        }
    }

    private static double loss(AutoModel model, Sample test) {
        return metric(model).toLoss(score(model, test));
    }

    @Test
    void whereItDoesNotCountMembersOfFastEnsemblesBecomeSingleModels() {
        AutoModel model = search().build()
                .fit(SyntheticTables.learnable(TaskType.BINARY, 300, 1).table());

        assertThat(made(model, LeaderboardRow.Status.DISTILLED)).isEmpty();
        assertThat(made(model, LeaderboardRow.Status.REFITTED)).isNotEmpty();
        assertThat(model.at(model.front().accurate()).members())
                .extracting(Member::trial)
                .doesNotContainAnyElementsOf(trials(made(model, LeaderboardRow.Status.REFITTED)));
        assertThat(model.front().fast().latency())
                .isLessThanOrEqualTo(model.front().accurate().latency());
    }

    @Test
    void aNetworkIsNotTaughtForQuantiles() {
        Table train = SyntheticTables.learnable(TaskType.REGRESSION, 200, 1).table();
        AutoModel model = search().quantiles(0.1, 0.9)
                .objectives(Objectives.LATENCY)
                .build()
                .fit(train);

        assertThat(made(model, LeaderboardRow.Status.DISTILLED)).isEmpty();
        assertThat(made(model, LeaderboardRow.Status.REFITTED)).isNotEmpty();
        OperatingPoint last = model.front().points().get(model.front().points().size() - 1);
        assertThat(model.at(last).predict(train).values().rows()).isEqualTo(200);
    }
}
