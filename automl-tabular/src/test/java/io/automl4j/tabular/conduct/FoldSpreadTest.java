package io.automl4j.tabular.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.run.Goals;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.ensemble.SelectionParams;
import io.automl4j.model.Front;
import io.automl4j.tabular.Validation;
import io.automl4j.testkit.Sample;
import io.automl4j.testkit.SyntheticTables;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FoldSpreadTest {
    private static final int FOLDS = 5;
    private static final Sample ALL = SyntheticTables.learnable(TaskType.REGRESSION, 4_400, 1);

    /** An ensemble of one learner. */
    private record Fitted(Runs runs, MemberAssembly.Assembled model) {
        static Fitted of(String learner) {
            Runs runs = Runs.of(ALL.slice(0, 400), Validation.folds(FOLDS));
            runs.run(runs.request(1, learner, Fidelity.full(FOLDS)));
            EnsembleChooser chooser =
                    new EnsembleChooser(runs.data(), runs.artifacts().ranked(), Goals.LOSS, Set.of());
            SelectionParams params = SelectionParams.defaults();
            return new Fitted(
                    runs,
                    new MemberAssembly(runs.data(), runs.learners(), new Encodings(runs.data(), 1), List.of())
                            .assemble(chooser.front(chooser.best(params), params, List.of())));
        }

        /** What deviations are multiplied by. */
        double factor() {
            Front narrowed = new FoldSpread(runs.data(), model.encoders()).narrowed(model.front(), model.members(), 1);
            assertThat(narrowed.points()).hasSameSizeAs(model.front().points());
            assertThat(narrowed.accurate().score())
                    .isEqualTo(model.front().accurate().score());
            return widest(narrowed) / widest(model.front());
        }

        /** The error of the mean of all folds on new rows, as a part of that of the model of one fold. */
        double truth() {
            Sample fresh = ALL.slice(400, 4_400);
            Teacher teacher = new Teacher(model.encoders(), model.members(), Optional.empty(), 1);
            double ofOne = IntStream.range(0, FOLDS)
                    .mapToDouble(fold -> meanSquare(teacher.ofFold(fresh.table(), fold), fresh))
                    .average()
                    .orElseThrow();
            return Math.sqrt(meanSquare(teacher.ofAll(fresh.table()), fresh) / ofOne);
        }

        private static double meanSquare(double[] predicted, Sample fresh) {
            return IntStream.range(0, predicted.length)
                    .mapToDouble(row -> Math.pow(predicted[row] - fresh.labels().target(row), 2))
                    .average()
                    .orElseThrow();
        }
    }

    private static double widest(Front front) {
        List<Double> scores =
                front.accurate().processing().conformal().groups().get(0).sorted();
        return scores.get(scores.size() - 1) - scores.get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"linear", "xgboost", "extra_trees", "prior"})
    void deviationsAreMadeSmallerAsErrorsOfNewRowsAre(String learner) {
        Fitted fitted = Fitted.of(learner);
        assertThat(fitted.factor()).isCloseTo(fitted.truth(), within(0.02));
    }
}
