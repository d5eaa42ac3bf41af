package io.automl4j.tabular.conduct;

import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.task.Labels;
import io.automl4j.model.encode.EncodedTraining;
import io.automl4j.model.encode.Encoders;
import io.automl4j.model.encode.FittedEncoder;
import io.automl4j.tabular.validation.Fold;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Encoders, each fitted once on the training part of a fold and shared by all trials. Matrices are given up when memory
 * runs short and made again, equal, when wanted; encoders are kept, because models refer to them.
 *
 * @implNote Safe for use by many threads.
 */
final class Encodings {
    /** Stands for all rows in the place of a fold. */
    static final int ALL_ROWS = -1;

    private final RunData data;
    private final long seed;
    private final Map<Key, SoftReference<EncodedFold>> matrices = new ConcurrentHashMap<>();
    private final Map<Key, FittedEncoder> encoders = new ConcurrentHashMap<>();
    private final Map<Key, Object> locks = new ConcurrentHashMap<>();

    Encodings(RunData data, long seed) {
        this.data = data;
        this.seed = seed;
    }

    /** A baseline reads no feature, so none is encoded for it: that takes no time, however large the table. */
    Encodings suitedTo(LearnerProvider provider) {
        return provider.isBaseline() ? new Encodings(data.withoutFeatures(), seed) : this;
    }

    /** The rows of a fold in an encoding. */
    EncodedFold of(int fold, EncoderSpec spec) {
        Key key = new Key(fold, spec);
        // two threads that want the same encoding: one makes it, the other waits
        synchronized (locks.computeIfAbsent(key, k -> new Object())) {
            SoftReference<EncodedFold> kept = matrices.get(key);
            EncodedFold known = kept == null ? null : kept.get();
            if (known == null) {
                known = encode(key);
                matrices.put(key, new SoftReference<>(known));
            }
            return known;
        }
    }

    /** The encoder of a fold, which was used before. */
    FittedEncoder encoder(int fold, EncoderSpec spec) {
        FittedEncoder known = encoders.get(new Key(fold, spec));
        return known != null ? known : of(fold, spec).encoder();
    }

    private EncodedFold encode(Key key) {
        int[] train = key.fold() == ALL_ROWS
                ? IntStream.range(0, data.table().rows()).toArray()
                : foldOf(key).train();
        int[] validation = key.fold() == ALL_ROWS ? new int[0] : foldOf(key).validation();
        Labels labels = data.labels().select(train);
        EncodedTraining fitted =
                Encoders.fit(data.table().select(train), labels, data.task(), key.spec(), seed + key.fold());
        encoders.put(key, fitted.encoder());
        EncodedRows validationRows = fitted.encoder().transform(data.table().select(validation));
        return new EncodedFold(
                fitted.encoder(),
                fitted.rows(),
                labels,
                validationRows,
                data.labels().select(validation));
    }

    private Fold foldOf(Key key) {
        return data.plan().folds().get(key.fold());
    }

    private record Key(int fold, EncoderSpec spec) {}
}
