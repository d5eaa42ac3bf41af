package io.automl4j.benchmarks.network;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.model.network.LayerStyle.Norm;
import io.automl4j.model.predictor.NetworkModel;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Predictions for encoded rows, one alone or many at once, in plain Java. JMH sets the fields. */
@NullUnmarked
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class NetworkPrediction {
    /** What lies between inputs and head. */
    @Param({"mlp", "resnet"})
    public String body;

    /** Rows at once. */
    @Param({"1", "10000"})
    public int rows;

    /** The width of hidden layers. */
    @Param({"64", "256", "512"})
    public int width;

    /** How sums are normalised. */
    @Param({"NONE", "BATCH"})
    public Norm norm;

    private NetworkModel model;
    private EncodedRows encoded;
    private float[] out;

    /** Builds a network that has learned nothing. */
    @Setup
    public void build() {
        StepCase of = new StepCase(body.equals("resnet"), rows, width, norm);
        model = of.model();
        encoded = of.rows().rows();
        out = new float[rows * model.outputs()];
    }

    /**
     * Predicts.
     *
     * @return the probabilities of all rows
     */
    @Benchmark
    public float[] predict() {
        model.predict(encoded, out);
        return out;
    }
}
