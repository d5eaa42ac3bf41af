package io.automl4j.api.space;

import io.automl4j.api.Checks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Parameters, each a dimension of the unit cube. A strategy moves in the cube and knows no parameter; a learner reads
 * configurations and knows no cube.
 *
 * @param parameters the parameters; a condition refers to an earlier one
 */
public record SearchSpace(List<Parameter> parameters) {

    /**
     * Copies the parameters.
     *
     * @throws IllegalArgumentException if two have the same name, or a condition refers to no earlier parameter
     */
    public SearchSpace {
        parameters = List.copyOf(parameters);
        Set<String> names = new HashSet<>();
        for (Parameter parameter : parameters) {
            String other = parameter.condition().parameter();
            Checks.argument(
                    other.isEmpty() || names.contains(other),
                    "Parameter '%s' depends on '%s', which is not before it.",
                    parameter.name(),
                    other);
            Checks.argument(names.add(parameter.name()), "Parameter '%s' appears twice.", parameter.name());
        }
    }

    /**
     * A builder of spaces.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The number of parameters.
     *
     * @return the dimension of the cube
     */
    public int dimension() {
        return parameters.size();
    }

    /**
     * The configuration at a point of the cube.
     *
     * @param point one coordinate in [0,1] for each parameter
     * @return the values of the active parameters
     * @throws IllegalArgumentException if the dimension differs or a coordinate lies outside [0,1]
     */
    public Configuration decode(double[] point) {
        Checks.argument(point.length == dimension(), "%d coordinates for %d parameters.", point.length, dimension());
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < point.length; i++) {
            Parameter parameter = parameters.get(i);
            Checks.in(point[i], parameter.name(), 0.0, 1.0);
            if (parameter.condition().holds(values)) {
                values.put(parameter.name(), parameter.decode(point[i]));
            }
        }
        return new Configuration(values);
    }

    /**
     * A point that decodes to a configuration; coordinates of inactive parameters are 1/2.
     *
     * @param configuration a configuration of this space
     * @return one coordinate in [0,1] for each parameter
     */
    public double[] encode(Configuration configuration) {
        return parameters.stream()
                .mapToDouble(p -> configuration.find(p.name()).map(p::encode).orElse(0.5))
                .toArray();
    }

    /**
     * The nearest configuration of this space: unknown names are dropped, values clipped, what is absent but active
     * gets its default.
     *
     * @param partial any configuration
     * @return a configuration of this space
     */
    public Configuration repair(Configuration partial) {
        Map<String, Object> repaired = new HashMap<>();
        for (Parameter parameter : parameters) {
            if (parameter.condition().holds(repaired)) {
                Object value =
                        partial.find(parameter.name()).map(parameter::repair).orElseGet(parameter::defaultValue);
                repaired.put(parameter.name(), value);
            }
        }
        return new Configuration(repaired);
    }

    /**
     * A random point of the cube, uniform in each coordinate.
     *
     * @param random the source of randomness
     * @return one coordinate in [0,1) for each parameter
     */
    public double[] sample(RandomGenerator random) {
        return random.doubles(dimension()).toArray();
    }

    /** Collects parameters; the condition set by {@link #when} holds for all that follow until {@link #always}. */
    public static final class Builder {
        private final List<Parameter> parameters = new ArrayList<>();
        private Condition condition = Condition.ALWAYS;

        private Builder() {}

        /**
         * Adds a real parameter on a linear scale.
         *
         * @param name the name
         * @param low the least value
         * @param high the greatest value
         * @param initial the default
         * @return this builder
         */
        public Builder real(String name, double low, double high, double initial) {
            return add(new RealParameter(name, low, high, false, initial, condition));
        }

        /**
         * Adds a real parameter on a logarithmic scale.
         *
         * @param name the name
         * @param low the least value, positive
         * @param high the greatest value
         * @param initial the default
         * @return this builder
         */
        public Builder logReal(String name, double low, double high, double initial) {
            return add(new RealParameter(name, low, high, true, initial, condition));
        }

        /**
         * Adds an integer parameter on a linear scale.
         *
         * @param name the name
         * @param low the least value
         * @param high the greatest value
         * @param initial the default
         * @return this builder
         */
        public Builder integer(String name, long low, long high, long initial) {
            return add(new IntegerParameter(name, low, high, false, initial, condition));
        }

        /**
         * Adds an integer parameter on a logarithmic scale.
         *
         * @param name the name
         * @param low the least value, positive
         * @param high the greatest value
         * @param initial the default
         * @return this builder
         */
        public Builder logInteger(String name, long low, long high, long initial) {
            return add(new IntegerParameter(name, low, high, true, initial, condition));
        }

        /**
         * Adds a choice whose default is the first value.
         *
         * @param name the name
         * @param choices the values, at least two
         * @return this builder
         */
        public Builder choice(String name, String... choices) {
            return add(new ChoiceParameter(name, List.of(choices), choices[0], condition));
        }

        /**
         * Makes the parameters that follow active only where an earlier parameter has one of some values.
         *
         * @param parameter the name of the earlier parameter
         * @param values the values that activate
         * @return this builder
         */
        public Builder when(String parameter, String... values) {
            condition = new Condition(parameter, Set.of(values));
            return this;
        }

        /**
         * Makes the parameters that follow active in every configuration.
         *
         * @return this builder
         */
        public Builder always() {
            condition = Condition.ALWAYS;
            return this;
        }

        private Builder add(Parameter parameter) {
            parameters.add(parameter);
            return this;
        }

        /**
         * The space of everything added so far.
         *
         * @return the space
         */
        public SearchSpace build() {
            return new SearchSpace(parameters);
        }
    }
}
