package io.automl4j.tabular.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.trial.ArtifactStore.Kept;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.FoldArtifact;
import io.automl4j.ensemble.Candidate;
import io.automl4j.ensemble.GreedySelection;
import io.automl4j.ensemble.Selection;
import io.automl4j.ensemble.SelectionParams;
import io.automl4j.ensemble.WeightedCandidate;
import io.automl4j.tabular.Validation;
import io.automl4j.testkit.Sample;
import io.automl4j.testkit.SyntheticTables;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * In twenty tables of 400 rows whose target is the toss of a coin the ensemble finds nothing: its weights are chosen by a
 * run that has not seen a fold, and judged on the out-of-fold predictions of that fold, which stopping, encoders and
 * target statistics could have seen if anything leaked. (Weights from the other folds' predictions of the same run would
 * not do: those come from models that learned from the judged fold, so that families which agree with it are preferred;
 * measured 0.512 on 150 tables.) Folds are judged one by one, since of folds together even an honest mean would be below
 * 0.5.
 *
 * <p>Each judged fold's AUC has a deviation of about 0.06, so the mean of 80 has one of 0.007.
 */
final class EnsembleRandomTargetIT {
    private static final int TABLES = 20;
    private static final int ROWS = 400;
    private static final int FOLDS = 4;

    @Test
    void findsNothingWhereNothingIs() {
        List<Double> aucs = IntStream.rangeClosed(1, TABLES)
                .parallel()
                .mapToObj(table -> aucs(SyntheticTables.randomTarget(ROWS, 2000 + table)))
                .flatMap(List::stream)
                .toList();
        assertThat(aucs).hasSizeGreaterThan(TABLES * FOLDS / 2);
        assertThat(aucs.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                .isBetween(0.48, 0.52);
    }

    /** The ensemble's AUC on each fold of a table. */
    private static List<Double> aucs(Sample sample) {
        Runs whole = searched(sample, FOLDS);
        List<Double> aucs = new ArrayList<>();
        for (int judged = 0; judged < FOLDS; judged++) {
            int[] others = IntStream.of(whole.data().plan().folds().get(judged).train())
                    .sorted()
                    .toArray();
            nestedAuc(whole, searched(sample.select(others), FOLDS - 1), judged).ifPresent(aucs::add);
        }
        return aucs;
    }

    /** A trial of every family. */
    private static Runs searched(Sample sample, int folds) {
        Runs runs = Runs.of(sample, Validation.folds(folds));
        List<LearnerProvider> providers = runs.learners().searched();
        for (int i = 0; i < providers.size(); i++) {
            runs.run(runs.request(i + 1, providers.get(i).name(), new Fidelity(0.3, 1, folds)));
        }
        assertThat(runs.artifacts().ranked()).as("every family takes part").hasSameSizeAs(providers);
        return runs;
    }

    /** Weights of one run, judged on a fold of the other that it has not seen; empty if the mixture is one value. */
    private static OptionalDouble nestedAuc(Runs whole, Runs chooser, int judged) {
        int[] rows = IntStream.range(0, FOLDS - 1)
                .flatMap(fold -> IntStream.of(rows(chooser, fold)))
                .toArray();
        List<Candidate> candidates = chooser.artifacts().ranked().stream()
                .map(trial -> new Candidate(trial.outcome().request().id(), "a", all(trial), 1))
                .toList();
        Selection selection = GreedySelection.select(
                candidates, chooser.data().labels().select(rows), Metrics.ROC_AUC, SelectionParams.defaults());
        Labels truth = whole.data().labels().select(rows(whole, judged));
        float[] mixture = new float[2 * truth.rows()];
        for (WeightedCandidate member : selection.members()) {
            float[] values = predictions(
                            artifact(whole.artifacts().find(member.trial()).orElseThrow(), judged))
                    .toArray();
            for (int i = 0; i < mixture.length; i++) {
                mixture[i] += (float) member.weight() * values[i];
            }
        }
        Predictions mixed = Predictions.of(mixture, 2);
        double[] range = IntStream.range(0, mixed.rows())
                .mapToDouble(row -> mixed.get(row, 1))
                .sorted()
                .toArray();
        return range[range.length - 1] - range[0] < 1e-6
                ? OptionalDouble.empty()
                : OptionalDouble.of(Metrics.ROC_AUC.score(truth, mixed));
    }

    private static int[] rows(Runs runs, int fold) {
        return runs.data().plan().folds().get(fold).validation();
    }

    private static Predictions all(Kept trial) {
        int count = 0;
        List<float[]> parts = new ArrayList<>();
        for (int fold = 0; fold < FOLDS - 1; fold++) {
            float[] part = predictions(artifact(trial, fold)).toArray();
            parts.add(part);
            count += part.length;
        }
        float[] all = new float[count];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return Predictions.of(all, 2);
    }

    private static FoldArtifact artifact(Kept trial, int fold) {
        return trial.artifacts().get(fold);
    }

    private static Predictions predictions(FoldArtifact artifact) {
        return Predictions.of(artifact.predictions(), 2);
    }
}
