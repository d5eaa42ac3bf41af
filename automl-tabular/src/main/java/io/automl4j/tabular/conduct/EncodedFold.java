package io.automl4j.tabular.conduct;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.task.Labels;
import io.automl4j.model.encode.FittedEncoder;

/** A fold in one encoding: training and validation part with their labels, and the encoder of the training part. */
record EncodedFold(
        FittedEncoder encoder, EncodedRows train, Labels labels, EncodedRows validation, Labels validationLabels) {}
