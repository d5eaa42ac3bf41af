package io.automl4j.model.file;

/**
 * What the manifest of a model file says about it.
 *
 * @param library name and version of the library that made the model
 * @param created when it was made, in ISO-8601 form
 * @param containsTrainingRows whether rows of the training table can be read from the file
 * @param digest SHA-256 of what predicts; empty where it is not known, as before version 3
 */
public record Description(String library, String created, boolean containsTrainingRows, String digest) {}
