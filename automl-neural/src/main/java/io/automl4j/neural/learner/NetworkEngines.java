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
        List<String> names = engines.stream().map(NetworkEngine::name).toList();
        int found = names.indexOf(compute.engine());
        if (found < 0) {
            throw new IllegalArgumentException(
                    "There is no engine '%s' on the class path.%nMaybe one of these: %s; 'dl4j' needs the module automl-dl4j."
                            .formatted(compute.engine(), names));
        }
        return engines.get(found).on(compute.device());
    }
}
