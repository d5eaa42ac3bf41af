package io.automl4j.model;

import java.util.Arrays;
import java.util.List;

/** Lists of numbers as the arrays that nodes hold. */
final class Numbers {
    private Numbers() {}

    static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
