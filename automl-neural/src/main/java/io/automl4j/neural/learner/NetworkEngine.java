package io.automl4j.neural.learner;

import io.automl4j.api.learner.Compute.Device;
import io.automl4j.neural.train.EpochTrainer;
import io.automl4j.neural.train.Learned;
import io.automl4j.neural.train.TrainingPlan;
import java.time.Duration;
import java.util.Optional;

/** Who trains networks. Engines other than this module's own are found by {@link java.util.ServiceLoader}. */
public interface NetworkEngine {

    /**
     * The name by which users choose the engine.
     *
     * @return lower-case letters and digits
     */
    String name();

    /**
     * The engine on a device.
     *
     * @param device where to train; {@link Device#AUTO} takes what there is
     * @return an engine that trains there
     * @throws io.automl4j.api.NoSuchDeviceException if there is no such device; says what to do
     */
    NetworkEngine on(Device device);

    /**
     * What whoever trains by it should know, such as that it found no GPU.
     *
     * @return a sentence, or empty
     */
    default Optional<String> notice() {
        return Optional.empty();
    }

    /**
     * Whether it trains by every {@link io.automl4j.neural.train.Loss} and shortens gradients, not only by cross-entropy
     * and squared error.
     *
     * @return true for this module's own kernels
     */
    default boolean hasEveryLoss() {
        return false;
    }

    /**
     * How long a training will take.
     *
     * @param kernels the time that this module's own kernels take for it on one processor
     * @param steps how many steps it has
     * @return an estimate
     */
    default Duration forecast(Duration kernels, long steps) {
        return kernels;
    }

    /**
     * A trainer at its beginning.
     *
     * @param plan what is trained, from where, and how
     * @param learned what it learns from
     * @param seed of everything random
     * @return a new trainer
     */
    EpochTrainer trainer(TrainingPlan plan, Learned learned, long seed);
}
