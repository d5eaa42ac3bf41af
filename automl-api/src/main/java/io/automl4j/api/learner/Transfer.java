package io.automl4j.api.learner;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.IntStream;

/**
 * An earlier model, and what its columns and outputs are in a training of now.
 *
 * @param model the earlier model
 * @param columns for each column of the training rows where it was before
 * @param outputs for each output of now its number in the earlier model; -1 for one that was not there, such as a new class
 */
public record Transfer(FittedModel model, List<Column> columns, List<Integer> outputs) {

    /** Checks that nothing is null, and copies the lists. */
    public Transfer {
        requireNonNull(model, "model");
        columns = List.copyOf(columns);
        outputs = List.copyOf(outputs);
    }

    /**
     * Where an encoded column was before.
     *
     * @param earlier its number among the columns of the earlier model; -1 if it was not there
     * @param factor what values of now are multiplied by, …
     * @param shift … and what is added then, to have values as the earlier model knows them
     * @param codes for a column of codes the earlier code of each, that of unknown levels for a new one; else empty
     */
    public record Column(int earlier, float factor, float shift, List<Integer> codes) {
        /** A column that was not there. */
        public static final Column NEW = new Column(-1, 1, 0, List.of());

        /** Copies the codes. */
        public Column {
            codes = List.copyOf(codes);
        }

        /**
         * Whether the earlier model knows the column.
         *
         * @return false for a new one
         */
        public boolean isKnown() {
            return earlier >= 0;
        }
    }

    /**
     * Whether the outputs of now are those of before, perhaps in another order.
     *
     * @return false if one is new or one is gone
     */
    public boolean hasSameOutputs() {
        return outputs.size() == model.outputs()
                && outputs.stream()
                        .sorted()
                        .toList()
                        .equals(IntStream.range(0, model.outputs()).boxed().toList());
    }
}
