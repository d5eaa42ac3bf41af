package io.automl4j.model.encode;

import io.automl4j.api.ModelFileException;

/** Checks of what was read from a file: damage is refused when a model is loaded, not when it predicts. */
final class Damage {
    private Damage() {}

    static void unless(boolean sound, String part) {
        if (!sound) {
            throw new ModelFileException(
                    "The %s in the model file contradicts itself.%nMaybe the file is damaged; fit the model again."
                            .formatted(part));
        }
    }
}
