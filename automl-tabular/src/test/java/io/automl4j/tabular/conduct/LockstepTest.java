package io.automl4j.tabular.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.FittedModel;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.IterationPlan;
import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.Training;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.api.trial.CancelledException;
import io.automl4j.api.trial.CurvePoint;
import io.automl4j.api.trial.StopRule.CurveBound;
import io.automl4j.testkit.SyntheticTables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LockstepTest {
    private static final double FIRST = 0.5;

    private final List<Played> played = new ArrayList<>();

    /** Folds that are played; where a curve is missing its start fails. */
    private Lockstep lockstep(int folds, IterationPlan plan, double[]... curves) {
        FoldData data = FoldData.of(
                SyntheticTables.task(TaskType.BINARY), EncodedRows.of(List.of(), new float[0], 2), Labels.of(0, 1));
        Learner learner = new Learner() {
            @Override
            public IterationPlan plan() {
                return plan;
            }

            @Override
            public Training start(FoldData fold, long seed) {
                if (played.size() == curves.length) {
                    throw new IllegalStateException("no curve");
                }
                Played next = new Played(curves[played.size()]);
                played.add(next);
                return next;
            }
        };
        return new Lockstep(
                Collections.nCopies(folds, learner),
                Collections.nCopies(folds, data),
                List.of(),
                1,
                Cancellation.NEVER);
    }

    private Lockstep lockstep(IterationPlan plan, double[]... curves) {
        return lockstep(curves.length, plan, curves);
    }

    private static void trainAll(Lockstep lockstep) {
        assertThat(lockstep.train(1, List.of(), () -> false, Cancellation.NEVER))
                .isEmpty();
    }

    @Test
    void theCurvesOfOtherFoldsSayWhichIterationIsBest() {
        Lockstep lockstep = lockstep(
                new IterationPlan(4, 1, 4),
                new double[] {FIRST, 0.125, 0.25, 0.25},
                new double[] {FIRST, 0.25, 0.25, 0.125},
                new double[] {FIRST, 0.25, 0.1875, 0.25});
        trainAll(lockstep);
        assertThat(lockstep.chosenIteration(0, List.of(1, 2))).isEqualTo(4);
        assertThat(lockstep.chosenIteration(1, List.of(0, 2))).isEqualTo(2);
        assertThat(lockstep.chosenIteration(0, List.of())).as("alone").isEqualTo(2);
        assertThat(lockstep.curve())
                .hasSize(4)
                .startsWith(new CurvePoint(1, FIRST))
                .last()
                .satisfies(point -> assertThat(point.loss()).isCloseTo(0.625 / 3, within(1e-12)));
    }

    @Test
    void withoutPatienceTheLastIterationIsTaken() {
        Lockstep lockstep = lockstep(new IterationPlan(3, 2, 0), new double[] {0, 0, 0});
        trainAll(lockstep);
        assertThat(lockstep.chosenIteration(0, List.of())).isEqualTo(3);
        assertThat(lockstep.curve()).isEmpty();
    }

    @Test
    void trainingEndsWhenTheMeanCurveNoLongerFalls() {
        double[] falling = new double[40];
        double[] rising = new double[40];
        for (int i = 0; i < 40; i++) {
            falling[i] = 1 - 0.01 * i;
            rising[i] = i < 6 ? 1 - 0.01 * i : 0.9 + 0.02 * i;
        }
        Lockstep lockstep = lockstep(new IterationPlan(40, 1, 5), falling, rising);
        trainAll(lockstep);
        assertThat(played).allMatch(training -> training.iteration() == 6 + 5);
    }

    @Test
    void aShareOfTheIterationsIsASmallerMaximum() {
        Lockstep lockstep = lockstep(new IterationPlan(9, 4, 0), new double[9], new double[9]);
        lockstep.train(1.0 / 3, List.of(), () -> false, Cancellation.NEVER);
        assertThat(played).allMatch(training -> training.iteration() == 3);
        lockstep.train(1, List.of(), () -> false, Cancellation.NEVER);
        assertThat(played).as("and goes on").allMatch(training -> training.iteration() == 9);
    }

    @Test
    void whenTimeIsUpAllFoldsAreEquallyFar() {
        Lockstep lockstep = lockstep(new IterationPlan(9, 4, 0), new double[9], new double[9]);
        lockstep.train(1, List.of(), () -> true, Cancellation.NEVER);
        assertThat(played).as("one short step at least").allMatch(training -> training.iteration() == 1);
    }

    @Test
    void whatEveryFoldHasReachedOutlivesACancellation() {
        Lockstep lockstep = lockstep(new IterationPlan(9, 1, 0), new double[9], new double[9]);
        int[] asked = {0};
        // before each iteration of a fold: the second fold's third one is cancelled
        lockstep.train(1, List.of(), () -> false, () -> ++asked[0] > 5);
        assertThat(played).extracting(Played::iteration).containsExactly(3, 2);
        played.clear();
        Lockstep late = lockstep(new IterationPlan(9, 1, 0), new double[9], new double[9]);
        assertThatThrownBy(() -> late.train(1, List.of(), () -> false, () -> true))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void aMeanAboveABoundEndsTheTraining() {
        double[] curve = {0.9, 0.8, 0.7, 0.6, 0.5, 0.5, 0.5, 0.5};
        List<CurveBound> bounds = List.of(new CurveBound(0.25, 0.85), new CurveBound(0.5, 0.5));
        Lockstep lockstep = lockstep(new IterationPlan(8, 1, 8), curve, curve);
        assertThat(lockstep.train(1, bounds, () -> false, Cancellation.NEVER)).hasValue(0.6);
        assertThat(played).allMatch(training -> training.iteration() == 4);
    }

    @Test
    void aStartThatFailsClosesWhatWasStarted() {
        IterationPlan plan = new IterationPlan(1, 1, 0);
        assertThatThrownBy(() -> lockstep(2, plan, new double[1])).hasMessage("no curve");
        assertThat(played).singleElement().matches(training -> training.closed);
    }

    /** A training whose losses are given. */
    private static final class Played implements Training {
        private final double[] losses;
        private int reached;
        private boolean closed;

        Played(double[] losses) {
            this.losses = losses;
        }

        @Override
        public int iteration() {
            return reached;
        }

        @Override
        public void advance(int toIteration, Cancellation cancellation) {
            cancellation.check();
            reached = toIteration;
        }

        @Override
        public double watchedLoss(int iteration) {
            return losses[iteration - 1];
        }

        @Override
        public FittedModel model(int iteration) {
            throw new UnsupportedOperationException("Only losses are played.");
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
