package io.automl4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.DataException;
import io.automl4j.api.run.AutoMlEvent;
import io.automl4j.api.run.Budget;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.run.Goals.Constraint;
import io.automl4j.api.run.LeaderboardRow;
import io.automl4j.api.run.Objective;
import io.automl4j.api.run.Objectives;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.TrialOutcome.Completed;
import io.automl4j.model.AutoModel;
import io.automl4j.model.OperatingPoint;
import io.automl4j.tabular.AutoClassifier;
import io.automl4j.tabular.AutoMl;
import io.automl4j.tabular.AutoRun;
import io.automl4j.testkit.SyntheticTables;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Searches that are watched, ended and bounded by their callers. */
final class AutoRunIT {
    private static Table table() {
        return SyntheticTables.learnable(TaskType.BINARY, 200, 1).table();
    }

    @Test
    void aSearchGivesItsBestWhileItGoesOnAndAModelAfterItsCancellation() throws InterruptedException {
        CountDownLatch some = new CountDownLatch(4);
        AutoRun run = AutoClassifier.builder()
                .learners("linear", "extra_trees")
                .budget(Duration.ofMinutes(10))
                .listener(event -> {
                    if (event instanceof AutoMlEvent.TrialEnded) {
                        some.countDown();
                    }
                })
                .build()
                .start(table());
        some.await();
        AutoModel soFar = run.best().orElseThrow();
        assertThat(run.isDone()).isFalse();
        assertThat(soFar.members()).hasSize(1);
        assertThat(soFar.predict(table()).rows()).isEqualTo(200);
        run.cancel();
        AutoModel model = run.await();
        assertThat(run.isDone()).isTrue();
        assertThat(run.best()).containsSame(model);
        assertThat(model.report().score()).isGreaterThanOrEqualTo(soFar.report().score());
    }

    @Test
    void anErrorIsThrownToWhoeverWaits() {
        AutoRun run = AutoClassifier.start(table().select(new int[0]));
        assertThatThrownBy(run::await).isInstanceOf(DataException.class);
        assertThat(run.best()).isEmpty();
    }

    @Test
    void aRunIsStartedOnce() throws InterruptedException {
        AutoMl once = AutoClassifier.builder()
                .learners("linear")
                .budget(Budget.trials(2))
                .build();
        AutoRun run = once.start(table());
        assertThatThrownBy(() -> once.fit(table())).hasMessageContaining("started before");
        run.await();
    }

    @Test
    void theFrontIsMeasuredAndEachOfItsEnsemblesPredicts() {
        AutoModel model = AutoClassifier.builder()
                .learners("linear", "extra_trees")
                .budget(Budget.trials(12))
                .build()
                .fit(table());
        List<OperatingPoint> points = model.front().points();
        assertThat(points).hasSizeGreaterThan(1);
        assertThat(points.get(0).score()).isEqualTo(model.report().score());
        for (OperatingPoint point : points) {
            assertThat(point.latency()).isPositive();
            assertThat(point.bytes()).isPositive();
            assertThat(model.at(point).predict(table()).rows()).isEqualTo(200);
        }
        OperatingPoint fastest = points.stream()
                .min((one, other) -> one.latency().compareTo(other.latency()))
                .orElseThrow();
        assertThat(model.front().within(fastest.latency())).isEqualTo(fastest);
    }

    @Test
    void aConstraintHoldsForTheModel() {
        AutoModel model = AutoClassifier.builder()
                .learners("linear", "extra_trees")
                .budget(Budget.trials(8))
                .constraints(new Constraint(Objectives.SIZE, 20_000))
                .build()
                .fit(table());
        assertThat(model.front().points())
                .allSatisfy(point -> assertThat(point.bytes()).isLessThanOrEqualTo(20_000));
        assertThat(model.report().warnings()).noneMatch(w -> w.kind() == DataWarning.Kind.CONSTRAINT);
    }

    @Test
    void whatCannotBeKeptIsSaid() {
        AutoModel model = AutoClassifier.builder()
                .learners("linear")
                .budget(Budget.trials(3))
                .constraints(new Constraint(Objectives.SIZE, 1), new Constraint(Objectives.LATENCY, 1))
                .build()
                .fit(table());
        assertThat(model.report().warnings())
                .filteredOn(warning -> warning.kind() == DataWarning.Kind.CONSTRAINT)
                .hasSize(1)
                .allSatisfy(warning -> assertThat(warning.message()).contains("as measured"));
        assertThat(model.predict(table()).rows()).isEqualTo(200);
    }

    /** An objective of the caller's own that is not always defined. */
    private static Objective odd(boolean throwing) {
        return new Objective() {
            @Override
            public String label() {
                return "odd";
            }

            @Override
            public double value(Completed trial) {
                if (trial.request().id() % 2 == 0) {
                    return 1;
                }
                if (throwing) {
                    throw new ArithmeticException("no such number");
                }
                return Double.NaN;
            }
        };
    }

    @Test
    void trialsWhoseObjectiveIsNotDefinedHaveFailed() {
        for (boolean throwing : new boolean[] {false, true}) {
            AutoModel model = AutoClassifier.builder()
                    .learners("linear", "extra_trees")
                    .budget(Budget.trials(8))
                    .objectives(odd(throwing))
                    .build()
                    .fit(table());
            assertThat(model.leaderboard())
                    .filteredOn(row -> row.trial() % 2 != 0)
                    .isNotEmpty()
                    .allSatisfy(row -> {
                        assertThat(row.status()).isEqualTo(LeaderboardRow.Status.FAILED);
                        assertThat(row.message()).contains(throwing ? "no such number" : "Objective 'odd' is NaN");
                    });
            assertThat(model.members()).allMatch(member -> member.trial() % 2 == 0);
            assertThat(model.leaderboard())
                    .as("an objective of one's own is asked of trials alone")
                    .allMatch(LeaderboardRow::isTried);
        }
    }
}
