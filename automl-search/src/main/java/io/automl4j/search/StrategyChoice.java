package io.automl4j.search;

import io.automl4j.api.Checks;
import io.automl4j.api.trial.SearchStrategy;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A strategy by its parts.
 *
 * @param explorer how configurations are found
 * @param schedule how far trials go
 */
public record StrategyChoice(Explorer explorer, Schedule schedule) {
    /** What is searched by where nobody names a strategy. */
    public static final StrategyChoice DEFAULT = new StrategyChoice(Explorer.EVOLUTION, Schedule.ASHA);

    /**
     * The strategy of a name.
     *
     * @param label an explorer, such as {@code tpe}, or an explorer and a schedule, such as {@code tpe+hyperband}
     * @return the strategy; its schedule is {@link Schedule#ASHA} if none is named
     * @throws IllegalArgumentException if there is none of this name; names those that there are
     */
    public static StrategyChoice of(String label) {
        String[] parts = label.split("\\+", 2);
        Checks.argument(
                Arrays.stream(Schedule.values())
                        .noneMatch(schedule -> schedule.label().equals(label)),
                "'%s' is a schedule.%nMaybe with a strategy before it: evolution+%s",
                label,
                label);
        return new StrategyChoice(
                named(Explorer.values(), Explorer::label, parts[0], "strategy"),
                parts.length == 1 ? Schedule.ASHA : named(Schedule.values(), Schedule::label, parts[1], "schedule"));
    }

    private static <T> T named(T[] constants, Function<T, String> label, String name, String what) {
        List<String> labels = Arrays.stream(constants).map(label).toList();
        int place = labels.indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "There is no %s '%s'.%nMaybe one of these: %s".formatted(what, name, labels));
        }
        return constants[place];
    }

    /**
     * The name in commands.
     *
     * @return such as {@code tpe+hyperband}
     */
    public String label() {
        return schedule == Schedule.ASHA ? explorer.label() : explorer.label() + "+" + schedule.label();
    }

    /**
     * A strategy at its beginning.
     *
     * @param params what it explores
     * @return a new strategy
     */
    public SearchStrategy create(SearchParams params) {
        return new LadderSearch(params, this);
    }
}
