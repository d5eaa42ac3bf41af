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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A family of networks as a learner. */
abstract class NetworkProvider implements LearnerProvider {
    /** A step computes each product once forwards and twice backwards. */
    private static final int PASSES = 3;

    private static final double NANOS_PER_PRODUCT = 0.027;
    /** Of a hidden value forwards and backwards: its bias, norm and activation. */
    private static final double NANOS_PER_UNIT = 2;
    /** Of a cosine forwards and backwards. */
    private static final double NANOS_PER_WAVE = 12;
    /** Of what each row costs besides. */
    private static final double NANOS_PER_ROW = 1_000;
    /** Of a parameter's share in a step. */
    private static final double NANOS_PER_PARAMETER = 0.4;
    /** What a categorical or a text column becomes on average. */
    private static final double COLUMNS_PER_CATEGORY = 6;

    private static final double COLUMNS_PER_TEXT = 50;

    private final NetworkFamily family;
    private final NetworkEngine engine;
    /** By the type of task and whether there are many levels: a warm start asks for those of a hundred tables. */
    private final Map<List<Object>, SearchSpace> spaces = new ConcurrentHashMap<>();

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
    public final Optional<String> notice() {
        return engine.notice();
    }

    @Override
    public final String name() {
        return family.label();
    }

    @Override
    public final Set<Capability> capabilities() {
        Set<Capability> capabilities = EnumSet.complementOf(EnumSet.of(Capability.MISSING));
        if (!engine.hasEveryLoss()) {
            capabilities.remove(Capability.QUANTILE);
        }
        return capabilities;
    }

    @Override
    public final boolean transfersWeights() {
        return true;
    }

    /** The ends of cycles: 51 and 119 of 256 epochs. */
    @Override
    public final Rungs rungs(TaskShape shape) {
        return new Rungs(new Axis(List.of(0.25, 0.5, 1.0), Onward.CONTINUES), Axis.WHOLE);
    }

    @Override
    public final SearchSpace space(TaskShape shape) {
        return spaces.computeIfAbsent(
                List.of(shape.type(), ManyLevels.isIn(shape)),
                unknown -> NetworkSpaces.space(family, shape, engine.hasEveryLoss()));
    }

    @Override
    public final EncoderSpec encoder(Configuration configuration, TaskShape shape) {
        return new EncoderSpec(Encoding.NETWORK, ManyLevels.of(configuration), true, true);
    }

    @Override
    public final Duration forecast(Configuration configuration, TaskShape shape) {
        boolean periodic = NetworkSpaces.isPeriodic(configuration);
        double inputs = (periodic ? NetworkSpaces.DIMENSION : 1) * shape.numeric()
                + COLUMNS_PER_CATEGORY * shape.categorical()
                + COLUMNS_PER_TEXT * shape.text()
                + 1;
        double waves = periodic ? (double) NetworkSpaces.FREQUENCIES * shape.numeric() : 0;
        double products = family.products(configuration, inputs);
        double ofMember = PASSES * products * NANOS_PER_PRODUCT + family.units(configuration) * NANOS_PER_UNIT;
        double ofStep = products * NANOS_PER_PARAMETER / NetworkSpaces.batch(shape.rows());
        double nanosOfRow =
                NetworkSpaces.members(configuration) * ofMember + ofStep + waves * NANOS_PER_WAVE + NANOS_PER_ROW;
        int epochs = configuration.integer("epochs");
        long steps = (long) epochs * Math.max(1, shape.rows() / NetworkSpaces.batch(shape.rows()));
        return engine.forecast(Duration.ofNanos((long) (nanosOfRow * shape.rows() * epochs)), steps);
    }

    @Override
    public final Learner create(Configuration configuration) {
        return new NetworkLearner(family, configuration, engine);
    }
}
