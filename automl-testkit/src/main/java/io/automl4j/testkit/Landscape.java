package io.automl4j.testkit;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.space.Configuration;
import io.automl4j.api.space.SearchSpace;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A search whose answer is known: a space and the loss of each of its points. Cheap, smooth or not, and free of noise.
 *
 * @param name the name
 * @param space what is searched
 * @param function the loss of a configuration
 * @param lowest the lowest loss there is
 */
public record Landscape(String name, SearchSpace space, ToDoubleFunction<Configuration> function, double lowest) {

    /** Checks that nothing is null. */
    public Landscape {
        requireNonNull(name, "name");
        requireNonNull(space, "space");
        requireNonNull(function, "function");
    }

    /**
     * The loss of a configuration.
     *
     * @param configuration a configuration of the space
     * @return the loss
     */
    public double loss(Configuration configuration) {
        return function.applyAsDouble(configuration);
    }

    /**
     * A bowl: the sum of squared distances from a point.
     *
     * @param dimension the number of parameters
     * @return the landscape, lowest at 0.3 in each direction
     */
    public static Landscape bowl(int dimension) {
        SearchSpace.Builder space = SearchSpace.builder();
        for (int i = 0; i < dimension; i++) {
            space.real("x" + i, 0, 1, 0.9);
        }
        return new Landscape(
                "bowl of " + dimension,
                space.build(),
                at -> at.values().values().stream()
                        .mapToDouble(value -> Math.pow(((Number) value).doubleValue() - 0.3, 2))
                        .sum(),
                0);
    }

    /**
     * Branin's function (Dixon and Szegő 1978): three equally deep valleys.
     *
     * @return the landscape
     */
    public static Landscape branin() {
        SearchSpace space =
                SearchSpace.builder().real("x", -5, 10, 0).real("y", 0, 15, 0).build();
        return new Landscape("branin", space, at -> branin(at.real("x"), at.real("y")), 0.39788735772973816);
    }

    private static double branin(double x, double y) {
        double parabola = y - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
        return parabola * parabola + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10;
    }

    /**
     * Like the space of a booster: a learning rate and a penalty on log scales, whole depths, a choice, and a parameter
     * that is only there for one of the choices.
     *
     * @return the landscape, lowest at rate 0.05, depth 6, penalty 0.01 and {@code dart} with drop 0.2
     */
    public static Landscape booster() {
        SearchSpace space = SearchSpace.builder()
                .logReal("rate", 0.001, 1, 0.3)
                .integer("depth", 1, 12, 3)
                .logReal("penalty", 1e-6, 10, 1)
                .choice("kind", "plain", "dart")
                .when("kind", "dart")
                .real("drop", 0, 0.5, 0.05)
                .build();
        return new Landscape("booster", space, Landscape::booster, 0);
    }

    private static double booster(Configuration at) {
        double loss = Math.abs(Math.log10(at.real("rate") / 0.05))
                + 0.1 * Math.abs(at.integer("depth") - 6)
                + 0.05 * Math.abs(Math.log10(at.real("penalty") / 0.01));
        return at.choice("kind").equals("dart") ? loss + Math.abs(at.real("drop") - 0.2) : loss + 0.3;
    }

    /**
     * All landscapes.
     *
     * @return the landscapes, easy ones first
     */
    public static List<Landscape> all() {
        return List.of(bowl(2), bowl(6), branin(), booster());
    }
}
