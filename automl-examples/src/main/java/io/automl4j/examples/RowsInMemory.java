package io.automl4j.examples;

import io.automl4j.model.AutoModel;
import io.automl4j.tabular.AutoRegressor;
import io.automl4j.tabular.Tables;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Learns from Java records, such as those a repository returns; no file is involved. */
public final class RowsInMemory {
    private static final List<String> DISTRICTS = List.of("north", "south", "harbour");

    private RowsInMemory() {}

    /**
     * Fits rents of flats.
     *
     * @param args none
     */
    public static void main(String[] args) {
        SplittableRandom random = new SplittableRandom(1);
        List<Flat> flats = Stream.generate(() -> Flat.any(random)).limit(500).toList();

        AutoModel model = AutoRegressor.builder()
                .budget(Duration.ofSeconds(5))
                .build()
                .fit(Tables.records(flats).withTarget("rent"));

        Map<String, ?> flat = Map.of("area", 80.0, "district", "harbour", "balcony", true);
        System.out.printf("root mean squared error: %.1f%n", model.report().score());
        System.out.printf(
                "80 square metres at the harbour: %.0f%n", model.predict(flat).value());
    }

    /**
     * A flat.
     *
     * @param area in square metres
     * @param district where it lies
     * @param balcony whether it has one
     * @param rent for a month
     */
    record Flat(double area, String district, boolean balcony, double rent) {
        static Flat any(SplittableRandom random) {
            double area = random.nextDouble(20, 140);
            int district = random.nextInt(DISTRICTS.size());
            boolean balcony = random.nextBoolean();
            double rent = area * (10 + 3 * district) + (balcony ? 60 : 0) + random.nextDouble(-80, 80);
            return new Flat(area, DISTRICTS.get(district), balcony, rent);
        }
    }
}
