package io.automl4j.neural.train;

import io.automl4j.model.network.NetworkSpec;
import java.util.List;

/**
 * What is trained and how.
 *
 * @param spec the network
 * @param recipe how it is trained
 * @param loss what is made small
 * @param groups which parameters are learned how fast
 * @param start the parameters at the beginning; handed over, not to be changed
 */
public record TrainingPlan(NetworkSpec spec, Recipe recipe, Loss loss, List<Group> groups, float[] start) {}
