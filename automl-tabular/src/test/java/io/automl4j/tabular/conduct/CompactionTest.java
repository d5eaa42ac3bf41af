package io.automl4j.tabular.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.run.Budget;
import io.automl4j.api.run.Goals;
import io.automl4j.api.run.Objectives;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.TrialOutcome.Completed;
import io.automl4j.ensemble.SelectionParams;
import io.automl4j.model.Member;
import io.automl4j.tabular.Validation;
import io.automl4j.testkit.SyntheticTables;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CompactionTest {
    private static final int FOLDS = 3;
    private static final long NEXT = 10;

    private final Runs runs = Runs.of(SyntheticTables.learnable(TaskType.REGRESSION, 300, 1), Validation.folds(FOLDS));
    private final Encodings encodings = new Encodings(runs.data(), 1);
    private final List<EnsembleChoice> front;
    private final List<EnsembleChoice> single;

    CompactionTest() {
        runs.run(runs.request(1, "linear", Fidelity.full(FOLDS)));
        EnsembleChooser chooser =
                new EnsembleChooser(runs.data(), runs.artifacts().ranked(), Goals.LOSS, Set.of());
        SelectionParams params = SelectionParams.defaults();
        this.front = chooser.front(chooser.best(params), params, List.of());
        this.single = chooser.ofSingleModels(List.of(), params);
    }

    private Compaction.Compacted compacted(Cancellation cancellation) {
        Ledger ledger = new Ledger(Budget.of(Duration.ofMinutes(5)), () -> 0, 0, Set.of(), false);
        return new Compaction(runs.data(), runs.learners(), encodings, Runs.settings(Goals.LOSS, 1))
                .of(front, single, NEXT, ledger, cancellation);
    }

    private Member cheapest(Compaction.Compacted compacted) {
        MemberAssembly.Assembled assembled = new MemberAssembly(
                        runs.data(), runs.learners(), encodings, compacted.models())
                .assemble(compacted.front());
        return assembled.others().get(0);
    }

    @Test
    void aMemberIsTrainedOnAllRowsWhereThereIsTime() {
        Compaction.Compacted compacted = compacted(Cancellation.NEVER);

        assertThat(compacted.models()).hasSize(1);
        assertThat(compacted.outcomes()).singleElement().satisfies(outcome -> {
            assertThat(outcome.request().id()).isEqualTo(NEXT);
            assertThat(outcome.request().origin().operator()).isEqualTo("refitted");
        });
        assertThat(cheapest(compacted).folds()).hasSize(1);
    }

    /** So a front has fast ensembles, whatever there was time for. */
    @Test
    void elseItIsTheModelOfAFold() {
        Compaction.Compacted compacted = compacted(() -> true);

        assertThat(compacted.models()).isEmpty();
        assertThat(compacted.outcomes()).singleElement().satisfies(outcome -> {
            assertThat(outcome.request().id()).isEqualTo(NEXT);
            assertThat(outcome.request().origin().operator()).isEqualTo("one_fold");
            assertThat(outcome.request().origin().parents()).containsExactly(1L);
            Completed ofFolds = front.get(0).members().get(0).kept().outcome();
            assertThat(outcome.loss()).isEqualTo(ofFolds.loss());
            assertThat(outcome.cost().modelBytes()).isLessThan(ofFolds.cost().modelBytes());
            assertThat(outcome.cost().operationsPerRow())
                    .isLessThan(ofFolds.cost().operationsPerRow());
        });
        Member alone = cheapest(compacted);
        MemberAssembly.Assembled folds =
                new MemberAssembly(runs.data(), runs.learners(), encodings, List.of()).assemble(front);
        double[] ofFirst = new Teacher(folds.encoders(), folds.members(), Optional.empty(), 1)
                .ofFold(runs.data().table(), 0);
        MemberAssembly.Assembled assembled =
                new MemberAssembly(runs.data(), runs.learners(), encodings, List.of()).assemble(compacted.front());
        Member weighed = new Member(
                alone.trial(), alone.learner(), 1, assembled.others().get(0).folds());
        assertThat(new Teacher(assembled.encoders(), List.of(weighed), Optional.empty(), 1)
                        .ofAll(runs.data().table()))
                .isEqualTo(ofFirst);
    }

    @Test
    void whatCannotBeTaughtNeedsNoTime() {
        Goals cheap = new Goals(List.of(Objectives.LATENCY), List.of());
        RunData quantiles = Runs.of(SyntheticTables.learnable(TaskType.QUANTILE, 100, 1), Validation.folds(FOLDS))
                .data();
        Learners without = new Learners(List.of(runs.learners().named("linear")), List.of());

        assertThat(Compaction.student(quantiles, runs.learners(), cheap)).isEmpty();
        assertThat(Compaction.student(runs.data(), without, cheap)).isEmpty();
        assertThat(Compaction.student(runs.data(), runs.learners(), Goals.LOSS)).isEmpty();
    }
}
