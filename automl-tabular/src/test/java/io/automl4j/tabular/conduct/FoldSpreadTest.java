package io.automl4j.tabular.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.run.Goals;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.ensemble.SelectionParams;
import io.automl4j.model.Front;
import io.automl4j.tabular.Validation;
import io.automl4j.testkit.SyntheticTables;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FoldSpreadTest {
    private static final int FOLDS = 5;

    /** What deviations are multiplied by, for an ensemble of one learner. */
    private static double factor(String learner) {
        Runs runs = Runs.of(SyntheticTables.learnable(TaskType.REGRESSION, 400, 1), Validation.folds(FOLDS));
        runs.run(runs.request(1, learner, Fidelity.full(FOLDS)));
        EnsembleChooser chooser =
                new EnsembleChooser(runs.data(), runs.artifacts().ranked(), Goals.LOSS, Set.of());
        SelectionParams params = SelectionParams.defaults();
        MemberAssembly.Assembled model = new MemberAssembly(
                        runs.data(), runs.learners(), new Encodings(runs.data(), 1), List.of())
                .assemble(chooser.front(chooser.best(params), params, List.of()));
        Front narrowed = new FoldSpread(runs.data(), model.encoders()).narrowed(model.front(), model.members(), 1);
        assertThat(narrowed.points()).hasSameSizeAs(model.front().points());
        assertThat(narrowed.accurate().score())
                .isEqualTo(model.front().accurate().score());
        return widest(narrowed) / widest(model.front());
    }

    private static double widest(Front front) {
        List<Double> scores =
                front.accurate().processing().conformal().groups().get(0).sorted();
        return scores.get(scores.size() - 1) - scores.get(0);
    }

    @Test
    void modelsThatHardlyDifferErrAsMuchAsTheirMean() {
        assertThat(factor("linear")).isBetween(0.97, 1.0);
    }

    @Test
    void modelsThatDifferErrMore() {
        assertThat(factor("xgboost")).isBetween(0.8, 0.995);
    }

    @Test
    void aConstantDoesNotDiffer() {
        assertThat(factor("prior")).isBetween(0.99, 1.0);
    }
}
