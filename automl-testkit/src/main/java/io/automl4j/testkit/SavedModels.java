package io.automl4j.testkit;

import io.automl4j.model.file.ModelCodec;
import io.automl4j.model.predictor.Model;

/** Models on their way through a file. */
final class SavedModels {
    private SavedModels() {}

    static Model roundTrip(Model model) {
        return ModelCodec.fromBlock(ModelCodec.toBlock(model));
    }
}
