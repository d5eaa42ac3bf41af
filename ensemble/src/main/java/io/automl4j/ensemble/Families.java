package io.automl4j.ensemble;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Candidates that are kin, such as those of one learner. */
public final class Families {
    private Families() {}

    /**
     * The first few of each family. Many variants of one learner are hardly better together than one of them, and would
     * leave no place for another that errs elsewhere.
     *
     * @param <T> the type of a candidate
     * @param ranked candidates, best first
     * @param family the family of a candidate
     * @param each how many of each
     * @return a part of the list, in its order
     */
    public static <T> List<T> firstOfEach(List<T> ranked, Function<T, String> family, int each) {
        Map<String, Integer> taken = new HashMap<>();
        return ranked.stream()
                .filter(candidate -> taken.merge(family.apply(candidate), 1, Integer::sum) <= each)
                .toList();
    }
}
