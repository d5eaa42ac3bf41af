package io.automl4j.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Successive halving in brackets: so many configurations begin at a rung, and when all of them have ended the best part
 * goes on to the next. A bracket begins when those before it wait for outcomes.
 */
final class Brackets implements Scheduler {
    private final int height;
    private final int reduction;
    private final IntFunction<Plan> plans;
    /** Those that have not ended, by number. */
    private final Map<Long, Bracket> brackets = new LinkedHashMap<>();

    /** How many have begun; the next one has this number until its first configuration begins. */
    private long begun;

    private final Map<Long, Bracket> open = new HashMap<>();
    /** What a run that is resumed had seen before, at each rung by key; empty once it was adopted. */
    private final List<Map<String, Optional<Trial>>> earlier = new ArrayList<>();

    private boolean adopted;

    /**
     * What a bracket begins with.
     *
     * @param rung where
     * @param count how many configurations
     */
    record Plan(int rung, int count) {}

    private Brackets(int height, int reduction, IntFunction<Plan> plans) {
        this.height = height;
        this.reduction = reduction;
        this.plans = plans;
        for (int rung = 0; rung < height; rung++) {
            earlier.add(new LinkedHashMap<>());
        }
    }

    /**
     * Successive halving (Jamieson and Talwalkar 2016, arXiv:1502.07943): every bracket begins at the lowest rung.
     *
     * @param height the number of rungs of the longest ladder
     * @param reduction of so many trials of a rung one goes on
     */
    static Brackets halving(int height, int reduction) {
        Plan plan = new Plan(0, (int) Math.round(Math.pow(reduction, height - 1)));
        return new Brackets(height, reduction, number -> plan);
    }

    /**
     * Hyperband (Li et al. 2018, JMLR 18, algorithm 1): brackets that begin lower take more configurations.
     *
     * @param height the number of rungs of the longest ladder
     * @param reduction of so many trials of a rung one goes on
     */
    static Brackets hyperband(int height, int reduction) {
        return new Brackets(height, reduction, number -> hyperband(height, reduction, number));
    }

    private static Plan hyperband(int height, int reduction, int number) {
        int halvings = height - 1 - number;
        int count = (int) Math.ceil(height / (halvings + 1.0) * Math.pow(reduction, halvings));
        return new Plan(number, count);
    }

    @Override
    public Optional<Step> next() {
        if (!adopted) {
            adopt();
        }
        brackets.values().removeIf(Bracket::isOver);
        for (Bracket bracket : brackets.values()) {
            Optional<Step> step = bracket.next();
            if (step.isPresent()) {
                return step;
            }
        }
        Bracket bracket = new Bracket(begun, plans.apply((int) (begun % height)));
        brackets.put(begun, bracket);
        return bracket.next();
    }

    /** What waited for others of its bracket when its process ended goes up with those that had ended. */
    private void adopt() {
        adopted = true;
        for (int rung = 0; rung < height - 1; rung++) {
            Map<String, Optional<Trial>> above = earlier.get(rung + 1);
            Map<String, Optional<Trial>> here = earlier.get(rung);
            List<Trial> waiting = here.entrySet().stream()
                    .filter(entry -> !above.containsKey(entry.getKey()))
                    .flatMap(entry -> entry.getValue().stream())
                    .toList();
            int gone = (int) here.keySet().stream().filter(above::containsKey).count();
            int places = here.size() / reduction - gone;
            if (places > 0) {
                long number = -1L - rung;
                brackets.put(number, new Bracket(number, rung, waiting, places));
            }
        }
        earlier.forEach(Map::clear);
    }

    @Override
    public void taken(Step step, long id) {
        Bracket bracket = bracket(step);
        bracket.take(step);
        open.put(id, bracket);
        if (step.bracket() == begun) {
            begun++;
        }
    }

    @Override
    public void refused(Step step) {
        if (step.promoted().isPresent()) {
            bracket(step).refuse(step);
            return;
        }
        // there is nothing new for any bracket now: those that wait for more go up with what they have
        brackets.values().forEach(Bracket::close);
    }

    private Bracket bracket(Step step) {
        return Objects.requireNonNull(brackets.get(step.bracket()), "a step of a bracket that has ended");
    }

    @Override
    public void ended(Ended ended) {
        Bracket bracket = open.remove(ended.id());
        if (bracket != null) {
            bracket.end(ended.trial());
        } else if (!adopted) {
            earlier.get(ended.rung()).put(ended.key(), ended.trial());
        }
    }

    /** Configurations that go up together. */
    private final class Bracket {
        private final long number;
        private int rung;
        /** New configurations that are still to begin. */
        private int missing;
        /** Those that are to go on to the rung. */
        private final List<Trial> waiting = new ArrayList<>();
        /** What has ended at the rung. */
        private final List<Trial> done = new ArrayList<>();

        private int running;
        private int entered;

        Bracket(long number, Plan plan) {
            this.number = number;
            this.rung = plan.rung();
            this.missing = plan.count();
        }

        /** A bracket whose trials of a rung have ended. */
        Bracket(long number, int rung, List<Trial> done, int places) {
            this.number = number;
            this.rung = rung;
            this.done.addAll(done);
            this.entered = places * reduction;
            climb();
        }

        boolean isOver() {
            return running == 0 && missing == 0 && waiting.isEmpty();
        }

        Optional<Step> next() {
            if (!waiting.isEmpty()) {
                return Optional.of(new Step(Optional.of(waiting.get(0)), rung, number));
            }
            return missing > 0 ? Optional.of(new Step(Optional.empty(), rung, number)) : Optional.empty();
        }

        void take(Step step) {
            running++;
            entered++;
            refuse(step);
        }

        void refuse(Step step) {
            step.promoted().ifPresentOrElse(waiting::remove, () -> missing--);
            climb();
        }

        void close() {
            missing = 0;
            climb();
        }

        void end(Optional<Trial> trial) {
            running--;
            trial.ifPresent(done::add);
            climb();
        }

        private void climb() {
            if (isOver() && rung < height - 1) {
                rung++;
                List<Trial> ranked = done.stream().anyMatch(Trial::isPartial)
                        ? Ranking.bestOfEachFirst(done)
                        : Ranking.bestFirst(done);
                waiting.addAll(ranked.stream().limit(entered / reduction).toList());
                done.clear();
                entered = 0;
            }
        }
    }
}
