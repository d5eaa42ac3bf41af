package io.automl4j.benchmarks.network;

import io.automl4j.model.network.LayerStyle.Norm;
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

/** A training step: ours, DL4J's, and the bare products, which are the floor. JMH sets the fields. */
@NullUnmarked
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class NetworkStep {
    /** Who takes the step. */
    @Param({"ours", "dl4j", "products"})
    public String engine;

    /** What lies between inputs and head. */
    @Param({"mlp", "resnet"})
    public String body;

    /** Rows of a step. */
    @Param({"32", "128", "256", "512"})
    public int batch;

    /** The width of hidden layers. */
    @Param({"64", "256", "512"})
    public int width;

    /** How sums are normalised. */
    @Param({"NONE", "BATCH"})
    public Norm norm;

    private Runnable step;

    /** Builds the network. */
    @Setup
    public void build() {
        StepCase of = new StepCase(body.equals("resnet"), batch, width, norm);
        step = switch (engine) {
            case "ours" -> of.ours();
            case "dl4j" -> of.dl4j();
            default -> of.products();
        };
    }

    /** Takes a step. */
    @Benchmark
    public void step() {
        step.run();
    }
}
