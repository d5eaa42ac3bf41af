package io.automl4j.neural.learner;

import io.automl4j.api.NoSuchDeviceException;
import io.automl4j.api.learner.Compute.Device;
import io.automl4j.neural.kernel.Gemms;
import io.automl4j.neural.train.EpochTrainer;
import io.automl4j.neural.train.Learned;
import io.automl4j.neural.train.NativeTrainer;
import io.automl4j.neural.train.TrainingPlan;

/** The kernels of this module, on the processor. */
final class NativeEngine implements NetworkEngine {
    static final String NAME = "native";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public NetworkEngine on(Device device) {
        if (device == Device.GPU) {
            throw new NoSuchDeviceException(
                    "The engine '%s' trains on the processor only.%nMaybe take the engine 'dl4j' for a GPU."
                            .formatted(NAME));
        }
        return this;
    }

    @Override
    public boolean hasEveryLoss() {
        return true;
    }

    @Override
    public EpochTrainer trainer(TrainingPlan plan, Learned learned, long seed) {
        return new NativeTrainer(plan, learned, Gemms.forThread(), seed);
    }
}
