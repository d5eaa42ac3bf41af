package io.automl4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.learner.Compute.Device;
import io.automl4j.api.run.Budget;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.TaskType;
import io.automl4j.dl4j.Dl4jModel;
import io.automl4j.dl4j.Dl4jModels;
import io.automl4j.model.AutoModel;
import io.automl4j.model.Member;
import io.automl4j.model.PredictedRows;
import io.automl4j.tabular.AutoClassifier;
import io.automl4j.tabular.AutoMlBuilder;
import io.automl4j.tabular.Validation;
import io.automl4j.testkit.SyntheticTables;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Networks that a search found, handed to DL4J. */
final class Dl4jModelsIT {

    @BeforeAll
    static void oneThread() {
        Nd4j.getEnvironment().setMaxThreads(1);
        Nd4j.getEnvironment().setMaxMasterThreads(1);
    }

    @Test
    void graphsPredictAsTheModelThatTheyAreOf() {
        Table rows = SyntheticTables.learnable(TaskType.MULTICLASS, 150, 1).table();
        AutoModel fitted = AutoClassifier.builder()
                .learners("mlp")
                .validation(Validation.folds(2))
                .budget(Budget.trials(2))
                .build()
                .fit(rows);
        long trial = fitted.members().get(0).trial();
        List<Dl4jModel> graphs = Dl4jModels.graphs(fitted.only(trial));
        assertThat(graphs).as("one for each fold").hasSize(2);
        PredictedRows ours = fitted.only(trial).predict(rows);
        INDArray theirs = predicted(graphs.get(0), rows)
                .add(predicted(graphs.get(1), rows))
                .div(2);
        for (int row = 0; row < rows.rows(); row++) {
            for (int label = 0; label < 3; label++) {
                assertThat(theirs.getDouble(row, label)).isCloseTo(ours.probability(row, label), within(1e-5));
            }
        }
    }

    /** The graph of a shared-weight ensemble gives a row for each member. */
    private static INDArray predicted(Dl4jModel graph, Table rows) {
        INDArray output = graph.network().graph().outputSingle(graph.inputs(rows));
        return output.reshape(rows.rows(), output.rows() / rows.rows(), output.columns())
                .mean(1);
    }

    @Test
    void dl4jTrainsTheNetworksOfASearch() {
        Table rows = SyntheticTables.learnable(TaskType.BINARY, 150, 1).table();
        Table unseen = SyntheticTables.learnable(TaskType.BINARY, 150, 2).table();
        AutoModel fitted = AutoClassifier.builder()
                .learners("mlp")
                .engine("dl4j")
                .device(Device.AUTO)
                .validation(Validation.folds(2))
                .budget(Budget.trials(1))
                .build()
                .fit(rows);
        assertThat(fitted.members()).extracting(Member::learner).containsExactly("mlp");
        int right = 0;
        PredictedRows predicted = fitted.predict(unseen);
        for (int row = 0; row < unseen.rows(); row++) {
            right += predicted.label(row).equals(unseen.column("target").text(row)) ? 1 : 0;
        }
        assertThat(right).isGreaterThan(105);
    }

    @Test
    void anEngineThatTrainsNothingIsToldOf() {
        Table rows = SyntheticTables.learnable(TaskType.BINARY, 100, 1).table();
        AutoMlBuilder linear =
                AutoClassifier.builder().learners("linear").engine("dl4j").budget(Budget.trials(1));
        assertThat(linear.build().fit(rows).report().warnings())
                .anyMatch(warning -> warning.message().contains("no network is searched"));
        assertThatThrownBy(() -> AutoClassifier.builder().engine("steam").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("native");
    }

    @Test
    void aModelWithoutNetworksHasNoGraphs() {
        Table rows = SyntheticTables.learnable(TaskType.BINARY, 100, 1).table();
        AutoModel fitted = AutoClassifier.builder()
                .learners("linear")
                .budget(Budget.trials(1))
                .build()
                .fit(rows);
        assertThat(Dl4jModels.graphs(fitted)).isEmpty();
    }
}
