package io.automl4j.dl4j;

import java.util.Objects;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/**
 * A loss of weighted rows: labels have one more column, which holds the weights. DL4J's masks are no weights, since they
 * multiply what the layer gives as well.
 */
public final class WeightedLoss implements ILossFunction {
    private ILossFunction loss = new LossMSE();

    /** For DL4J's files. */
    public WeightedLoss() {}

    WeightedLoss(ILossFunction loss) {
        this.loss = loss;
    }

    /**
     * The loss of a row.
     *
     * @return the loss that is weighted
     */
    public ILossFunction getLoss() {
        return loss;
    }

    /**
     * For DL4J's files.
     *
     * @param loss the loss that is weighted
     */
    public void setLoss(ILossFunction loss) {
        this.loss = loss;
    }

    private static INDArray labels(INDArray weighted) {
        return weighted.get(NDArrayIndex.all(), NDArrayIndex.interval(0, weighted.columns() - 1L));
    }

    private static INDArray weights(INDArray weighted) {
        return weighted.getColumn(weighted.columns() - 1L, true);
    }

    @Override
    public double computeScore(
            INDArray weighted, INDArray sums, IActivation activation, INDArray mask, boolean average) {
        double sum =
                computeScoreArray(weighted, sums, activation, mask).sumNumber().doubleValue();
        return average ? sum / sums.rows() : sum;
    }

    @Override
    public INDArray computeScoreArray(INDArray weighted, INDArray sums, IActivation activation, INDArray mask) {
        INDArray scores = loss.computeScoreArray(labels(weighted), sums, activation, mask);
        return scores.reshape(scores.length(), 1).mul(weights(weighted));
    }

    @Override
    public INDArray computeGradient(INDArray weighted, INDArray sums, IActivation activation, INDArray mask) {
        return loss.computeGradient(labels(weighted), sums, activation, mask).mulColumnVector(weights(weighted));
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray weighted, INDArray sums, IActivation activation, INDArray mask, boolean average) {
        return new Pair<>(
                computeScore(weighted, sums.dup(), activation, mask, average),
                computeGradient(weighted, sums, activation, mask));
    }

    @Override
    public String name() {
        return "WeightedLoss(" + loss.name() + ")";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeightedLoss that && loss.equals(that.loss);
    }

    @Override
    public int hashCode() {
        return Objects.hash(loss);
    }
}
