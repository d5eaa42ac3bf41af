package io.automl4j.dl4j;

import com.google.auto.service.AutoService;
import io.automl4j.api.NoSuchDeviceException;
import io.automl4j.api.learner.Compute.Device;
import io.automl4j.neural.learner.NetworkEngine;
import io.automl4j.neural.train.EpochTrainer;
import io.automl4j.neural.train.Learned;
import io.automl4j.neural.train.TrainingPlan;
import java.time.Duration;
import java.util.Optional;

/** DL4J as the engine that trains networks, on what its backend computes on. */
@AutoService(NetworkEngine.class)
public final class Dl4jEngine implements NetworkEngine {
    private static final Duration STEP = Duration.ofNanos(2_500_000);
    private static final int SLOWER = 3;

    private final Backend backend;
    private final Device device;

    /** For {@link java.util.ServiceLoader}. */
    public Dl4jEngine() {
        this(Backend.nd4j());
    }

    Dl4jEngine(Backend backend) {
        this(backend, Device.CPU);
    }

    private Dl4jEngine(Backend backend, Device device) {
        this.backend = backend;
        this.device = device;
    }

    @Override
    public String name() {
        return "dl4j";
    }

    @Override
    public NetworkEngine on(Device wanted) {
        boolean gpu = isGpu();
        if (wanted == Device.GPU && !gpu) {
            throw new NoSuchDeviceException(
                    "There is no GPU that DL4J can use.%nMaybe build with the profile 'cuda' on a machine with CUDA 11.6, or take the device 'cpu'."
                            .formatted());
        }
        if (wanted == Device.CPU && gpu) {
            throw new NoSuchDeviceException(
                    "DL4J computes on a GPU here, not on the processor.%nMaybe build without the profile 'cuda', or take the device 'auto'."
                            .formatted());
        }
        return new Dl4jEngine(backend, wanted);
    }

    @Override
    public Optional<String> notice() {
        return device == Device.AUTO && !isGpu()
                ? Optional.of("There is no GPU that DL4J can use: it trains on the processor.")
                : Optional.empty();
    }

    private boolean isGpu() {
        try {
            return backend.isGpu();
        } catch (LinkageError | RuntimeException e) {
            throw new NoSuchDeviceException(
                    "DL4J does not load on this machine (%s).%nMaybe take the engine 'native'.".formatted(e));
        }
    }

    /** Each step costs milliseconds whatever its size; what is beyond that was measured on the processor. */
    @Override
    public Duration forecast(Duration kernels, long steps) {
        return STEP.multipliedBy(steps).plus(kernels.multipliedBy(SLOWER));
    }

    @Override
    public EpochTrainer trainer(TrainingPlan plan, Learned learned, long seed) {
        OneThread.pin();
        return new Dl4jTrainer(plan, learned, seed);
    }
}
