package io.automl4j.neural.learner;

import io.automl4j.api.learner.Capability;
import io.automl4j.api.learner.Compute;
import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.EncoderSpec.Encoding;
import io.automl4j.api.learner.EncoderSpec.ManyLevels;
import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.learner.Rungs;
import io.automl4j.api.learner.Rungs.Axis;
import io.automl4j.api.learner.Rungs.Onward;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.task.TaskShape;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A family of networks as a learner. */
abstract class NetworkProvider implements LearnerProvider {
    /** Of a product forwards and twice backwards, and of a value that an activation and an optimiser touch. */
    private static final double NANOS_PER_PRODUCT = 0.06;

    private static final double NANOS_PER_ROW = 400;

    private final NetworkFamily family;
    private final NetworkEngine engine;

    NetworkProvider(NetworkFamily family, NetworkEngine engine) {
        this.family = family;
        this.engine = engine;
    }

    /** The same family, trained by an engine. */
    abstract NetworkProvider by(NetworkEngine other);

    @Override
    public final LearnerProvider on(Compute compute) {
        return by(NetworkEngines.of(compute));
    }

    @Override
    public final String name() {
        return family.label();
    }

    @Override
    public final Set<Capability> capabilities() {
        return EnumSet.of(
                Capability.BINARY,
                Capability.MULTICLASS,
                Capability.REGRESSION,
                Capability.WEIGHTS,
                Capability.CATEGORIES);
    }

    /** Until the benchmark shows that ensembles with networks are better in the same time. */
    @Override
    public final boolean isOptIn() {
        return true;
    }

    @Override
    public final Rungs rungs(TaskShape shape) {
        return new Rungs(new Axis(List.of(0.5, 0.75, 1.0), Onward.CONTINUES), Axis.WHOLE);
    }

    @Override
    public final SearchSpace space(TaskShape shape) {
        return NetworkSpaces.space(family, shape);
    }

    @Override
    public final EncoderSpec encoder(Configuration configuration, TaskShape shape) {
        return new EncoderSpec(Encoding.NETWORK, ManyLevels.of(configuration), true);
    }

    @Override
    public final Duration forecast(Configuration configuration, TaskShape shape) {
        double columns = shape.numeric() + 6.0 * shape.categorical() + 50.0 * shape.text() + 1;
        double inputs = NetworkSpaces.isPeriodic(configuration) ? 4 * columns : columns;
        double products = family.products(configuration, inputs) * NetworkSpaces.members(configuration);
        double waves = NetworkSpaces.isPeriodic(configuration) ? 16 * shape.numeric() * 40.0 : 0;
        double nanosOfRow = 3 * products * NANOS_PER_PRODUCT + NANOS_PER_ROW + waves;
        return Duration.ofNanos((long) (nanosOfRow * shape.rows() * configuration.integer("epochs")));
    }

    @Override
    public final Learner create(Configuration configuration) {
        return new NetworkLearner(family, configuration, engine);
    }
}
