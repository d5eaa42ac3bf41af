package io.automl4j.neural.learner;

import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.IterationPlan;
import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.Training;
import io.automl4j.api.learner.Transfer;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.trial.Block;
import io.automl4j.model.network.Architecture;
import io.automl4j.model.network.NetworkSpec;
import io.automl4j.model.predictor.FixedTraining;
import io.automl4j.model.predictor.NetworkModel;
import io.automl4j.neural.train.DataInitialisation;
import io.automl4j.neural.train.Initialisation;
import io.automl4j.neural.train.Learned;
import io.automl4j.neural.train.Loss;
import io.automl4j.neural.train.Milestones;
import io.automl4j.neural.train.NetworkTraining;
import io.automl4j.neural.train.Recipe;
import io.automl4j.neural.train.TrainingPlan;
import io.automl4j.neural.train.WeightTransfer;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Trains the network of a configuration to the end of its schedule; watched rows say after which of its iterations it
 * was best.
 *
 * @param family what the configuration is one of
 * @param configuration the configuration
 * @param engine takes the steps
 * @param earlier whose weights a training begins with, if not by chance
 */
record NetworkLearner(
        NetworkFamily family,
        Configuration configuration,
        NetworkEngine engine,
        @Nullable WeightTransfer earlier) implements Learner {

    NetworkLearner(NetworkFamily family, Configuration configuration, NetworkEngine engine) {
        this(family, configuration, engine, null);
    }

    @Override
    public Learner from(Transfer other) {
        return other.model() instanceof NetworkModel network
                ? new NetworkLearner(family, configuration, engine, new WeightTransfer(network, other))
                : this;
    }

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
        Beginning beginning = beginning(data, seed);
        return new NetworkTraining(
                beginning.plan(),
                data,
                beginning.learned(),
                engine.trainer(beginning.plan(), beginning.learned(), seed));
    }

    /** What a training knows before its first step. */
    record Beginning(TrainingPlan plan, Learned learned) {}

    Beginning beginning(FoldData data, long seed) {
        InputColumns columns = earlier == null ? InputColumns.of(data.train()) : InputColumns.of(data.train(), earlier);
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
        Learned learned = Learned.of(data, recipe.augmentation());
        if (earlier != null) {
            earlier.apply(spec, start, learned.target());
        }
        Loss loss = NetworkSpaces.loss(configuration, data.task());
        return new Beginning(new TrainingPlan(spec, recipe, loss, start), learned);
    }
}
