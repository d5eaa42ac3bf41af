package io.automl4j.dl4j;

import io.automl4j.api.Checks;
import io.automl4j.neural.train.Descent;
import io.automl4j.neural.train.Group;
import io.automl4j.neural.train.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.learning.regularization.WeightDecay;

/**
 * The descent of a plan in DL4J's terms. Where a gain went into the weights, rates grow with it and decay shrinks, so
 * that the same steps are taken.
 */
final class PlannedUpdates implements LayerUpdates {
    private static final double EPSILON = 1e-8;

    private final TrainingPlan plan;
    private final int steps;

    /**
     * The updates of a plan.
     *
     * @throws IllegalArgumentException if gradients are to be clipped, which DL4J does in another way
     */
    PlannedUpdates(TrainingPlan plan, int steps) {
        Checks.argument(
                plan.recipe().descent().clip() == 0,
                "DL4J clips gradients in another way.%nMaybe take the engine 'native'.");
        this.plan = plan;
        this.steps = steps;
    }

    @Override
    public void apply(int node, Layer layer) {
        List<Slot> slots = Slots.of(plan.spec(), node);
        if (slots.isEmpty()) {
            return;
        }
        IUpdater weights = updater(slots.get(0));
        IUpdater biases = updater(slots.get(Math.min(1, slots.size() - 1)));
        List<Regularization> decay = decay(slots.get(0));
        if (layer instanceof BaseLayer base) {
            base.setIUpdater(weights);
            base.setBiasUpdater(biases);
            base.setRegularization(decay);
            base.setRegularizationBias(new ArrayList<>());
        } else if (layer instanceof OwnLayer own) {
            own.setUpdater(weights);
            own.setBiasUpdater(biases);
            own.setRegularization(decay);
            own.setRegularizationBias(new ArrayList<>());
        }
    }

    private Group group(Slot slot) {
        return plan.groups().stream()
                .filter(group -> group.from() <= slot.from() && slot.from() < group.to())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No group has parameter %d.".formatted(slot.from())));
    }

    /** Gradients by larger weights are smaller, which Adam does not mind. */
    private double gain(Slot slot) {
        return plan.recipe().descent().squares() > 0 ? slot.factor() : slot.factor() * slot.factor();
    }

    private IUpdater updater(Slot slot) {
        Descent descent = plan.recipe().descent();
        double rate = descent.rate() * group(slot).rate() * gain(slot);
        if (descent.squares() == 0) {
            return new Nesterovs(new RateSchedule(descent.schedule(), rate, steps), descent.momentum());
        }
        return Adam.builder()
                .learningRateSchedule(new RateSchedule(descent.schedule(), rate, steps))
                .learningRate(rate)
                .beta1(descent.momentum())
                .beta2(descent.squares())
                .epsilon(EPSILON)
                .build();
    }

    /** DL4J adds to lists, so that they cannot be immutable. */
    private List<Regularization> decay(Slot slot) {
        Descent descent = plan.recipe().descent();
        List<Regularization> decay = new ArrayList<>();
        if (descent.decay() > 0 && group(slot).decayed()) {
            double highest = descent.decay() / gain(slot);
            decay.add(new WeightDecay(new RateSchedule(descent.decaySchedule(), highest, steps), true));
        }
        return decay;
    }
}
