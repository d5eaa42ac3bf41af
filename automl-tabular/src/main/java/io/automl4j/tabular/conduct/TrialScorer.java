package io.automl4j.tabular.conduct;

import io.automl4j.api.learner.FittedModel;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.trial.ArtifactStore.Kept;
import io.automl4j.api.trial.Block;
import io.automl4j.api.trial.Cost;
import io.automl4j.api.trial.CurvePoint;
import io.automl4j.api.trial.FoldArtifact;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.api.trial.TrialResult;
import io.automl4j.model.file.ModelCodec;
import io.automl4j.model.predictor.Model;
import io.automl4j.tabular.validation.OutOfFold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what the folds' models predict for their validation parts, and scores it. */
final class TrialScorer {
    private final RunData data;
    private final TrialRequest request;
    private final Optional<Kept> earlier;
    private final List<Predictions> predictions = new ArrayList<>();
    private final List<FoldArtifact> artifacts = new ArrayList<>();
    private final List<Double> losses = new ArrayList<>();
    private final List<Integer> iterations = new ArrayList<>();
    private long operations;
    private long bytes;

    TrialScorer(RunData data, TrialRequest request, Optional<Kept> earlier) {
        this.data = data;
        this.request = request;
        this.earlier = earlier;
    }

    void add(int fold, EncodedFold encoded, FittedModel model, int iteration, Block checkpoint) {
        Predictions predicted = encoded.predicted(model);
        Block block = ModelCodec.toBlock((Model) model);
        predictions.add(predicted);
        artifacts.add(new FoldArtifact(fold, predicted.toBlock(), block, checkpoint));
        losses.add(data.metric().loss(encoded.validationLabels(), predicted));
        iterations.add(iteration);
        operations += encoded.encoder().operations() + model.operations();
        bytes += block.size();
    }

    /** The mean over the folds where the loss is defined; NaN if it is nowhere. */
    double meanLoss() {
        return losses.stream()
                .mapToDouble(Double::doubleValue)
                .filter(loss -> !Double.isNaN(loss))
                .average()
                .orElse(Double.NaN);
    }

    TrialResult pruned(double loss, Duration wall) {
        return new TrialResult(new TrialOutcome.Pruned(request, loss, Cost.of(wall)), List.of());
    }

    TrialResult completed(List<CurvePoint> curve, Duration wall) {
        OutOfFold outOfFold = data.plan().outOfFold(predictions.size());
        Labels truth = data.labels().select(outOfFold.rows());
        double score = data.metric().score(truth, outOfFold.merge(predictions));
        if (Double.isNaN(score)) {
            throw new IllegalStateException("The metric '%s' is not defined on the validation rows."
                    .formatted(data.metric().name()));
        }
        // what it will cost with all folds, so that a first look compares
        int all = data.plan().folds().size();
        Cost cost = new Cost(wall, operations * all / losses.size(), bytes * all / losses.size())
                .goingOnFrom(
                        earlier.map(kept -> kept.outcome().cost().training()).orElse(Duration.ZERO));
        double loss = data.metric().toLoss(score);
        return new TrialResult(
                new TrialOutcome.Completed(request, score, loss, losses, iterations, curve, cost), artifacts);
    }
}
