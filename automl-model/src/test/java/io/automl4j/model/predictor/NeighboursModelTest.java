package io.automl4j.model.predictor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.ModelFileException;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.learner.Feature;
import io.automl4j.model.file.Node;
import io.automl4j.model.predictor.NeighboursModel.Vote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighboursModelTest {
    private static final int STORED = 37;
    private static final int FEATURES = 5;
    private static final int NEIGHBOURS = 4;

    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void averagesTheNearestRowsAndThePrior() {
        EncodedRows stored = rows(STORED);
        EncodedRows queries = rows(9);
        float[] targets = numbers(STORED);
        float[] weights = new float[STORED];
        java.util.Arrays.fill(weights, 1);
        float[] prior = {0.25f};
        NeighboursModel model = NeighboursModel.of(stored, targets, weights, prior, new Vote(NEIGHBOURS, false));

        float[] predicted = new float[queries.rows()];
        model.predict(queries, predicted);

        for (int query = 0; query < queries.rows(); query++) {
            double sum = nearest(stored, queries, query).stream()
                    .mapToDouble(row -> targets[row])
                    .sum();
            assertThat((double) predicted[query]).isEqualTo((sum + prior[0]) / (NEIGHBOURS + 1), within(1e-6));
        }
    }

    @Test
    void predictsTheSameAfterSavingAndLoading() {
        NeighboursModel model = NeighboursModel.of(
                rows(STORED), numbers(STORED), numbers(STORED), new float[] {0.5f}, new Vote(3, true));
        EncodedRows queries = rows(6);

        float[] before = new float[6];
        float[] after = new float[6];
        model.predict(queries, before);
        Model.load(model.save()).predict(queries, after);

        assertThat(after).containsExactly(before);
    }

    @Test
    void refusesStoredRowsWhoseDistancesAreNotFinite() {
        Node node = NeighboursModel.of(
                        rows(STORED), numbers(STORED), numbers(STORED), new float[] {0.5f}, new Vote(3, true))
                .save();
        for (String array : List.of("columns", "targets", "weights", "prior")) {
            float before = node.floats(array)[0];
            node.floats(array)[0] = Float.NaN;
            assertThatThrownBy(() -> Model.load(node))
                    .as(array)
                    .isInstanceOf(ModelFileException.class)
                    .hasMessageContaining("damaged");
            node.floats(array)[0] = before;
        }
        assertThat(Model.load(node)).isInstanceOf(NeighboursModel.class);
    }

    @Test
    void refusesRowsOfAnotherWidth() {
        NeighboursModel model =
                NeighboursModel.of(rows(STORED), numbers(STORED), numbers(STORED), new float[] {0}, new Vote(3, true));
        EncodedRows narrow = rows(1, FEATURES - 1);

        assertThatThrownBy(() -> model.predict(narrow, new float[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4 columns, not 5");
    }

    private static List<Integer> nearest(EncodedRows stored, EncodedRows queries, int query) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, stored.rows()).boxed().toList());
        order.sort(Comparator.comparingDouble(row -> distance(stored, row, queries, query)));
        return order.subList(0, NEIGHBOURS);
    }

    private static double distance(EncodedRows stored, int row, EncodedRows queries, int query) {
        double sum = 0;
        for (int feature = 0; feature < FEATURES; feature++) {
            double difference = stored.get(row, feature) - queries.get(query, feature);
            sum += difference * difference;
        }
        return sum;
    }

    private EncodedRows rows(int count) {
        return rows(count, FEATURES);
    }

    private EncodedRows rows(int count, int width) {
        List<Feature> features =
                IntStream.range(0, width).mapToObj(i -> new Feature("f" + i, 0)).toList();
        return EncodedRows.of(features, numbers(count * width), count);
    }

    private float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextDouble();
        }
        return numbers;
    }
}
