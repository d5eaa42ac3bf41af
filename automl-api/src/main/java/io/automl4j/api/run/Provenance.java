package io.automl4j.api.run;

import java.time.Duration;
import java.time.Instant;

/**
 * Where a model came from.
 *
 * @param library name and version of this library
 * @param runtime version of Java, operating system and processor architecture
 * @param created when the run ended
 * @param seed the seed of the run
 * @param metric the name of the metric
 * @param rows rows of the training table
 * @param dataFingerprint SHA-256 of schema and cells of the training table, hexadecimal
 * @param budget the time of the budget
 * @param spent the time that was used
 * @param validation the way of validation, in words
 */
public record Provenance(
        String library,
        String runtime,
        Instant created,
        long seed,
        String metric,
        int rows,
        String dataFingerprint,
        Duration budget,
        Duration spent,
        String validation) {}
