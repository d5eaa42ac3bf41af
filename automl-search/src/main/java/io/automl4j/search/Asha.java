package io.automl4j.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Asynchronous successive halving (Li et al. 2020, arXiv:1810.05934): a trial goes on as soon as it is in the best part of its
 * rung; else a new configuration begins. With several objectives the best are those of the first fronts (Schmucker et al. 2021,
 * arXiv:2106.12639). Trials that are to be apart compare with those of their learner alone.
 */
final class Asha implements Scheduler {
    private static final String SHARED = "";

    private final int height;
    private final int reduction;
    private final Predicate<Trial> apart;
    /** Of each rung but the last, by learner where learners do not compare. */
    private final List<Map<String, Pool>> rungs = new ArrayList<>();

    /**
     * A schedule at its beginning.
     *
     * @param height the number of rungs of the longest ladder
     * @param reduction of so many trials of a rung one goes on
     * @param apart which trials compare with those of their learner alone
     */
    Asha(int height, int reduction, Predicate<Trial> apart) {
        this.height = height;
        this.reduction = reduction;
        this.apart = apart;
        for (int rung = 0; rung < height - 1; rung++) {
            rungs.add(new TreeMap<>());
        }
    }

    private Pool pool(Trial trial) {
        return pool(trial.rung(), apart.test(trial) ? trial.learner() : SHARED);
    }

    private Pool pool(int rung, String learner) {
        return rungs.get(rung).computeIfAbsent(learner, key -> new Pool());
    }

    @Override
    public Optional<Step> next() {
        for (int rung = height - 2; rung >= 0; rung--) {
            for (Pool pool : rungs.get(rung).values()) {
                Optional<Trial> earned = pool.earned(reduction);
                if (earned.isPresent()) {
                    return Optional.of(new Step(earned, rung + 1, 0));
                }
            }
        }
        return Optional.of(new Step(Optional.empty(), 0, 0));
    }

    /** The best of each rung. */
    @Override
    public List<Step> waiting() {
        List<Step> waiting = new ArrayList<>();
        for (int rung = height - 2; rung >= 0; rung--) {
            rungs.get(rung)
                    .values()
                    .forEach(pool ->
                            pool.best().ifPresent(trial -> waiting.add(new Step(Optional.of(trial), height - 1, 0))));
        }
        return waiting;
    }

    @Override
    public void taken(Step step, long id) {
        leave(step);
    }

    @Override
    public void refused(Step step) {
        leave(step);
    }

    /** Taken or not, a trial is not offered again. */
    private void leave(Step step) {
        step.promoted().ifPresent(trial -> pool(trial).go(trial.key()));
    }

    @Override
    public void ended(Ended ended) {
        // where a run is resumed, what went on is seen before or without what it went on from; so is what then failed
        for (int rung = 0; rung < ended.rung(); rung++) {
            pool(rung, ended.learner()).go(ended.key());
            pool(rung, SHARED).go(ended.key());
        }
        ended.trial()
                .filter(trial -> trial.rung() < height - 1)
                .ifPresent(trial -> pool(trial).add(trial));
    }
}
