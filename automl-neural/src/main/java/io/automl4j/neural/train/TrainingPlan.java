package io.automl4j.neural.train;

import io.automl4j.model.network.NetworkSpec;
import java.util.List;

/**
 * What is trained and how.
 *
 * @param spec the network
 * @param recipe how it is trained
 * @param loss what is made small
 * @param start the parameters at the beginning; handed over, not to be changed
 */
public record TrainingPlan(NetworkSpec spec, Recipe recipe, Loss loss, float[] start) {

    /**
     * Which parameters are learned how fast.
     *
     * @return groups in the order of the parameters
     */
    public List<Group> groups() {
        return Groups.of(spec);
    }
}
