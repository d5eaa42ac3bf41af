package io.automl4j.api.space;

/**
 * One dimension of a {@link SearchSpace}: a mapping between [0,1] and values.
 *
 * <p>Values are {@link Double} (real), {@link Long} (integer) or {@link String} (choice). For every {@code u} in
 * [0,1], {@code decode(encode(decode(u)))} equals {@code decode(u)}.
 */
public sealed interface Parameter permits RealParameter, IntegerParameter, ChoiceParameter {

    /**
     * The name, unique within the space.
     *
     * @return the name
     */
    String name();

    /**
     * When the parameter matters.
     *
     * @return the condition, {@link Condition#ALWAYS} unless one was set
     */
    Condition condition();

    /**
     * The value that stands for this parameter where a configuration does not give one.
     *
     * @return a value of this parameter
     */
    Object defaultValue();

    /**
     * The value at a point of the unit interval.
     *
     * @param u the point, in [0,1]
     * @return the value
     */
    Object decode(double u);

    /**
     * A point of the unit interval that decodes to a value.
     *
     * @param value a value of this parameter
     * @return the point, in [0,1]; for choices and integers the middle of the value's share
     */
    double encode(Object value);

    /**
     * The nearest value of this parameter: numbers are clipped to the range, unknown choices and values of another
     * type become the default.
     *
     * @param value any value
     * @return a value of this parameter
     */
    Object repair(Object value);
}
