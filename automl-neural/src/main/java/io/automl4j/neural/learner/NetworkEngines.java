package io.automl4j.neural.learner;

import io.automl4j.api.learner.Compute;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The engines that there are. */
final class NetworkEngines {
    private NetworkEngines() {}

    /** The engine of a name on a device. */
    static NetworkEngine of(Compute compute) {
        List<NetworkEngine> engines = Stream.concat(
                        Stream.of(new NativeEngine()),
                        ServiceLoader.load(NetworkEngine.class).stream().map(ServiceLoader.Provider::get))
                .toList();
        return engines.stream()
                .filter(engine -> engine.name().equals(compute.engine()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no engine '%s'.%nMaybe one of these: %s; dl4j is there with the module automl-dl4j."
                                .formatted(
                                        compute.engine(),
                                        engines.stream()
                                                .map(NetworkEngine::name)
                                                .toList())))
                .on(compute.device());
    }
}
