package io.automl4j.search;

import io.automl4j.api.Seeds;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.Origin;
import io.automl4j.api.trial.SearchStrategy;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialOutcome.Completed;
import io.automl4j.api.trial.TrialRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A search made of parts. First come starts, those that take little on all folds at once. Then come configurations of learners whose
 * turn it is: a few further starts, the others in turn with those that the {@link Proposer} of the learner proposes. A
 * {@link Scheduler} decides which of them go on to further fidelities.
 */
final class LadderSearch implements SearchStrategy {
    /** Of the time that is left a new configuration may be expected to take this part, on all folds, … */
    private static final double MOST_OF_NEW = 0.35;
    /** … and this part what somebody chose, or what did well; where nothing else fits, anything that may be ready. */
    private static final double MOST_OF_KNOWN = 0.9;
    /** A start that takes no more than this part is tried on all folds at once. */
    private static final double CHEAP = 0.2;
    /** So many starts come first at most; then it is the turn of others too. */
    private static final int MOST_STARTS = 24;
    /** What takes this part on all folds cannot be put off: the best that waits goes there now, though it has not earned it. */
    private static final double LAST_CHANCE = 0.6;

    private final SearchParams params;
    private final Scheduler scheduler;
    private final Turns turns;
    /** Whether all starts go to all folds at once, whenever they come. */
    private final boolean startsAreWhole;
    /** Whether those that come first do; else those that take little. */
    private final boolean triesStartsWhole;
    /** Whether the others are looked at on the first fold, whatever the rungs. */
    private final boolean looksAtStarts;

    private final Map<String, Family> families = new LinkedHashMap<>();
    private final int height;
    private SplittableRandom random;
    private final WaitingStarts waiting;

    /** What starts reached. */
    private final Map<Start, Trial> told = new LinkedHashMap<>();

    private final Set<String> seen = new HashSet<>();
    /** What was asked and has not ended. */
    private final Set<Long> open = new HashSet<>();

    private long nextId = 1;
    private boolean nothingNew;
    /** Whether what was new last would have taken too long, which is another matter once more is known of times. */
    private boolean tooDear;

    /**
     * A search at its beginning.
     *
     * @param params what is explored
     * @param choice what it is made of
     */
    LadderSearch(SearchParams params, StrategyChoice choice) {
        this.params = params;
        this.random = new SplittableRandom(params.seed());
        params.learners().forEach((name, searched) -> {
            Ladder ladder = choice.schedule().ladder(searched, params);
            Proposer proposer = searched.space().dimension() == 0
                    ? new RandomProposer(searched.space())
                    : choice.explorer().proposer(searched.space(), params.seed());
            families.put(name, new Family(name, searched, ladder, proposer));
        });
        this.height = families.values().stream()
                .mapToInt(family -> family.ladder().size())
                .max()
                .orElseThrow();
        this.scheduler = choice.schedule().scheduler(height);
        this.turns = choice.schedule().turns();
        this.looksAtStarts = choice.schedule().looksAtStarts();
        // where all folds are looked at, starts are whole at once
        this.startsAreWhole = choice.schedule().triesStartsWhole();
        this.triesStartsWhole = startsAreWhole || (looksAtStarts && params.screening() == params.folds());
        // past tables do not tell what is small or fast
        int most = params.goals().objectives().isEmpty() ? MOST_STARTS : families.size();
        this.waiting = new WaitingStarts(params.opening(), params.learners(), most);
    }

    @Override
    public List<TrialRequest> ask(int count) {
        List<TrialRequest> requests = new ArrayList<>();
        while (requests.size() < count) {
            Optional<TrialRequest> next = turns.beginWithAllStarts()
                    ? start().or(this::step)
                    : lastChance().or(this::step);
            if (next.isEmpty()) {
                break;
            }
            next.ifPresent(requests::add);
        }
        return requests;
    }

    /** A start, on all folds at once if it may be. */
    private Optional<TrialRequest> start() {
        if (seen.size() >= params.most()) {
            return Optional.empty();
        }
        Stream<Fresh> first = turns.beginWithAllStarts() ? waiting.all() : waiting.leading();
        Optional<Fresh> next = first.flatMap(this::orKin)
                .filter(fresh -> looksAtStarts || goesWhole(fresh))
                .filter(fresh -> mayBegin(outlay(fresh), MOST_OF_KNOWN))
                .findFirst();
        next.ifPresent(fresh -> see(fresh.key()));
        return next.map(fresh -> request(fresh, firstOf(fresh)));
    }

    /** A learner that has not begun does so with the first of its starts that may begin, in the place of the first of all. */
    private Stream<Fresh> orKin(Fresh start) {
        return turns.beginWithAllStarts() || family(start.learner()).hasBegun()
                ? Stream.of(start)
                : waiting.of(start.learner());
    }

    private Fidelity firstOf(Fresh fresh) {
        Ladder ladder = family(fresh.learner()).ladder();
        return goesWhole(fresh) ? ladder.top() : ladder.look();
    }

    /** One that takes little, and the first of each learner, as ensembles gain from models that are not kin. */
    private boolean goesWhole(Fresh fresh) {
        return triesStartsWhole || !family(fresh.learner()).hasBegun() || outlay(fresh) <= CHEAP;
    }

    /** What the schedule wants; empty if it waits, or if there is nothing new. */
    private Optional<TrialRequest> step() {
        while (true) {
            Optional<Scheduler.Step> wanted = scheduler.next();
            if (wanted.isEmpty()) {
                return Optional.empty();
            }
            Scheduler.Step step = wanted.get();
            if (step.promoted().isPresent()) {
                Optional<TrialRequest> request = onward(step, step.promoted().get());
                if (request.isPresent()) {
                    return request;
                }
            } else {
                return start().or(() -> begin(step));
            }
        }
    }

    /** What will not be ready on all folds if it does not begin now: the best of what went furthest. */
    private Optional<TrialRequest> lastChance() {
        return scheduler.waiting().stream()
                .filter(step ->
                        isLastChance(step.promoted().orElseThrow().outcome().request()))
                .flatMap(step -> onward(step, step.promoted().orElseThrow()).stream())
                .findFirst();
    }

    private boolean isLastChance(TrialRequest request) {
        Fidelity whole = family(request.learner()).ladder().top();
        double outlay = params.outlay().of(request.learner(), request.configuration(), whole);
        return outlay >= LAST_CHANCE && outlay <= MOST_OF_KNOWN;
    }

    /** The request by which a trial goes on; empty where it is there already, or need not go there. */
    private Optional<TrialRequest> onward(Scheduler.Step step, Trial trial) {
        TrialRequest before = trial.outcome().request();
        Family family = family(before.learner());
        Ladder ladder = family.ladder();
        Fidelity next = ladder.rungs().get(place(ladder, step.rung()));
        if (family.isHopeless(trial.outcome()) || !canReach(family, before, next)) {
            scheduler.refused(step);
            return Optional.empty();
        }
        long id = nextId++;
        scheduler.taken(step, id);
        if (next.equals(before.fidelity())) {
            scheduler.ended(
                    Scheduler.Ended.of(id, new Trial(trial.outcome(), trial.point(), trial.values(), step.rung())));
            return Optional.empty();
        }
        begins(family, id);
        return Optional.of(
                ladder.goesOn(before.fidelity(), next)
                        ? before.continued(id, next.iterations())
                        : before.again(id, next, seed(trial.key(), next)));
    }

    private Optional<TrialRequest> begin(Scheduler.Step step) {
        Optional<Fresh> found = nothingNew || seen.size() >= params.most() ? Optional.empty() : propose();
        if (found.isEmpty()) {
            nothingNew = true;
            scheduler.refused(step);
            return Optional.empty();
        }
        Fresh fresh = found.get();
        see(fresh.key());
        Ladder ladder = family(fresh.learner()).ladder();
        if (fresh.isStart() && startsAreWhole) {
            return Optional.of(request(fresh, ladder.top()));
        }
        TrialRequest request = request(fresh, ladder.rungs().get(place(ladder, step.rung())));
        scheduler.taken(step, request.id());
        return Optional.of(request);
    }

    /** Shorter ladders end where the longest one does. */
    private int place(Ladder ladder, int rung) {
        return Math.max(0, rung - (height - ladder.size()));
    }

    private TrialRequest request(Fresh fresh, Fidelity fidelity) {
        long id = nextId++;
        begins(family(fresh.learner()), id);
        return TrialRequest.of(id, fresh.learner(), fresh.configuration(), fidelity, seed(fresh.key(), fidelity))
                .withOrigin(fresh.origin());
    }

    /** The same whenever the configuration is tried, so that searches differ in what they try alone. */
    private long seed(String key, Fidelity fidelity) {
        return Seeds.mix(Seeds.mix(params.seed(), key.hashCode()), fidelity.folds());
    }

    private void see(String key) {
        seen.add(key);
        waiting.remove(key);
    }

    private void begins(Family family, long id) {
        open.add(id);
        family.begins();
    }

    /** A configuration that is new, and that fits into the time; if none of some does, the one that takes least. */
    private Optional<Fresh> propose() {
        Optional<Fresh> cheapest = Optional.empty();
        double least = Double.POSITIVE_INFINITY;
        for (Family family : inTurn()) {
            for (int attempt = 0; attempt < Family.ATTEMPTS; attempt++) {
                Fresh fresh = candidate(family, attempt);
                if (seen.contains(fresh.key())) {
                    continue;
                }
                double outlay = outlay(fresh);
                if (outlay <= (fresh.isStart() ? MOST_OF_KNOWN : MOST_OF_NEW)) {
                    return Optional.of(fresh);
                }
                if (outlay < least) {
                    least = outlay;
                    cheapest = Optional.of(fresh);
                }
            }
        }
        tooDear = cheapest.isPresent() && !mayBegin(least, 1);
        return tooDear ? Optional.empty() : cheapest;
    }

    /** Learners of which there may be something new, in the order in which they are asked. */
    private List<Family> inTurn() {
        List<Family> able = families.values().stream()
                .filter(family ->
                        family.hasSpace() || waiting.of(family.name()).findAny().isPresent())
                .toList();
        return able.isEmpty() ? able : turns.order(able, random);
    }

    /** The first few starts of a learner, then further ones in turn with what its proposer says. */
    private Fresh candidate(Family family, int attempt) {
        return waiting.of(family.name())
                .filter(start -> attempt == 0 && family.isTurnOfStarts())
                .findFirst()
                .orElseGet(() -> family.proposed(attempt, random));
    }

    /** What of the time that is left a configuration is expected to take, on all folds. */
    private double outlay(Fresh fresh) {
        Fidelity whole = family(fresh.learner()).ladder().top();
        return params.outlay().of(fresh.learner(), fresh.configuration(), whole);
    }

    /** What would not be ready does not begin, unless there is nothing yet: then anything that comes of it is welcome. */
    private boolean mayBegin(double outlay, double most) {
        return outlay <= most || families.values().stream().noneMatch(family -> Double.isFinite(family.best()));
    }

    /** Whether a trial can go on to a further fidelity in the time that is left. */
    private boolean canReach(Family family, TrialRequest before, Fidelity next) {
        Outlay outlay = params.outlay();
        double behind = family.ladder().goesOn(before.fidelity(), next)
                ? outlay.of(before.learner(), before.configuration(), before.fidelity())
                : 0;
        return outlay.of(before.learner(), before.configuration(), next) - behind <= MOST_OF_KNOWN;
    }

    private Family family(String learner) {
        return Objects.requireNonNull(families.get(learner), learner);
    }

    @Override
    public void tell(TrialOutcome outcome) {
        TrialRequest request = outcome.request();
        boolean asked = open.remove(request.id());
        nextId = Math.max(nextId, request.id() + 1);
        nothingNew &= !tooDear;
        Family family = families.get(request.learner());
        if (family == null) {
            // a baseline, which is not searched
            return;
        }
        String key = Trial.key(request.learner(), request.configuration());
        see(key);
        if (!asked) {
            // of a run that is resumed: what was drawn then must not be drawn again
            random = new SplittableRandom(Seeds.mix(params.seed(), nextId));
        }
        Ladder ladder = family.ladder();
        int place = ladder.rungs().indexOf(request.fidelity());
        int rung = place < 0 ? height - 1 : height - ladder.size() + place;
        Optional<Trial> trial = outcome.fold(
                completed -> trial(family, completed, rung), pruned -> Optional.empty(), failed -> Optional.empty());
        family.ends(asked, params.seconds().applyAsDouble(outcome));
        trial.ifPresent(done -> {
            family.learn(done);
            if (request.origin().equals(Origin.START)) {
                told.put(new Start(request.learner(), request.configuration()), done);
                reorder();
            }
        });
        scheduler.ended(new Scheduler.Ended(request.id(), request.learner(), key, rung, trial));
    }

    /** What starts reached may tell which of the others are good here. */
    private void reorder() {
        Map<Start, Double> losses = new LinkedHashMap<>();
        told.forEach((start, trial) ->
                family(start.learner()).lossOnAllFolds(trial).ifPresent(loss -> losses.put(start, loss)));
        waiting.reorder(Collections.unmodifiableMap(losses));
    }

    /** What an outcome teaches; empty for what has no number. */
    private Optional<Trial> trial(Family family, Completed completed, int rung) {
        List<Double> values = params.goals().values(completed);
        return values.stream().allMatch(Double::isFinite)
                ? Optional.of(family.trial(completed, values, rung))
                : Optional.empty();
    }

    /** There may be more to ask for while something runs: what ends may go on. */
    @Override
    public boolean exhausted() {
        if (!open.isEmpty()) {
            return false;
        }
        Optional<Scheduler.Step> next = scheduler.next();
        return next.isEmpty() || (nothingNew && next.get().promoted().isEmpty());
    }
}
