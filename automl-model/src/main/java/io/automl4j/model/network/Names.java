package io.automl4j.model.network;

import io.automl4j.api.ModelFileException;
import java.util.Arrays;
import java.util.Locale;

/** Constants by the lower-case names that files have for them. */
final class Names {
    private Names() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(name))
                .findFirst()
                .orElseThrow(() -> new ModelFileException("The model file names the %s '%s', which does not exist."
                        .formatted(type.getSimpleName(), name)));
    }
}
