package io.automl4j.neural.learner;

import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.IterationPlan;
import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.Training;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.trial.Block;
import io.automl4j.model.network.Architecture;
import io.automl4j.model.network.NetworkSpec;
import io.automl4j.model.predictor.FixedTraining;
import io.automl4j.neural.train.DataInitialisation;
import io.automl4j.neural.train.Initialisation;
import io.automl4j.neural.train.Learned;
import io.automl4j.neural.train.Loss;
import io.automl4j.neural.train.Milestones;
import io.automl4j.neural.train.NetworkTraining;
import io.automl4j.neural.train.Recipe;
import io.automl4j.neural.train.TrainingPlan;
import java.util.SplittableRandom;

/**
 * Trains the network of a configuration to the end of its schedule; watched rows say after which of its iterations it
 * was best.
 *
 * @param family what the configuration is one of
 * @param configuration the configuration
 * @param engine takes the steps
 */
record NetworkLearner(NetworkFamily family, Configuration configuration, NetworkEngine engine) implements Learner {

    @Override
    public IterationPlan plan() {
        return new IterationPlan(Milestones.COUNT, 1, Milestones.COUNT);
    }

    @Override
    public Training start(FoldData data, long seed) {
        return FixedTraining.suits(data) ? FixedTraining.prior(data) : training(data, seed);
    }

    @Override
    public Training resume(FoldData data, long seed, Block checkpoint) {
        if (FixedTraining.suits(data)) {
            return FixedTraining.prior(data);
        }
        NetworkTraining training = training(data, seed);
        training.restore(checkpoint);
        return training;
    }

    private NetworkTraining training(FoldData data, long seed) {
        InputColumns columns = InputColumns.of(data.train());
        Architecture architecture = new Architecture(
                NetworkSpaces.inputs(family, configuration, columns),
                family.body(configuration, columns, data.task().outputs()),
                NetworkSpaces.members(configuration));
        NetworkSpec spec = architecture.network(data.task().outputs());
        Recipe recipe = NetworkSpaces.recipe(configuration, data.train().rows());
        double spread = NetworkSpaces.isPeriodic(configuration) ? configuration.real("frequency_spread") : 1;
        SplittableRandom random = new SplittableRandom(seed);
        float[] start = Initialisation.draw(spec, spread, random);
        if (NetworkSpaces.beginsByData(configuration)) {
            DataInitialisation.apply(spec, start, data.train(), random);
        }
        Loss loss = NetworkSpaces.loss(configuration, data.task().type());
        TrainingPlan plan = new TrainingPlan(spec, recipe, loss, start);
        Learned learned = Learned.of(data, recipe.augmentation());
        return new NetworkTraining(plan, data, learned, engine.trainer(plan, learned, seed));
    }
}
