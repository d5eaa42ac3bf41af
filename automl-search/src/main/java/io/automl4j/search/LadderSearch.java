package io.automl4j.search;

import io.automl4j.api.Seeds;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.Origin;
import io.automl4j.api.trial.SearchStrategy;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialOutcome.Completed;
import io.automl4j.api.trial.TrialRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A search made of parts: the starts, then configurations that each learner's {@link Proposer} proposes, of learners that
 * did well more often; a {@link Scheduler} decides which of them go on to further fidelities.
 */
final class LadderSearch implements SearchStrategy {
    private static final int ATTEMPTS = 30;
    private static final int LAST_ATTEMPTS = 10;

    private final SearchParams params;
    private final Scheduler scheduler;
    private final Map<String, Family> families = new LinkedHashMap<>();
    private final int height;
    private SplittableRandom random;
    private final Deque<Start> starts;
    private final Set<String> seen = new HashSet<>();
    /** What was asked and has not ended. */
    private final Set<Long> open = new HashSet<>();

    private long nextId = 1;
    private boolean nothingNew;

    /** A learner with what is known of it. */
    private static final class Family {
        private final Searched searched;
        private final Ladder ladder;
        private final Proposer proposer;
        private final Outlook outlook = new Outlook();
        /** How far each configuration went, by its key. */
        private final Map<String, Integer> furthest = new HashMap<>();

        private double best = Double.POSITIVE_INFINITY;

        Family(Searched searched, Ladder ladder, Proposer proposer) {
            this.searched = searched;
            this.ladder = ladder;
            this.proposer = proposer;
        }
    }

    /** A configuration that has not been asked for. */
    private record Fresh(String learner, Configuration configuration, Origin origin) {
        String key() {
            return Trial.key(learner, configuration);
        }
    }

    /**
     * A search at its beginning.
     *
     * @param params what is explored
     * @param choice what it is made of
     */
    LadderSearch(SearchParams params, StrategyChoice choice) {
        this.params = params;
        this.random = new SplittableRandom(params.seed());
        this.starts = new ArrayDeque<>(params.starts());
        params.learners().forEach((name, searched) -> {
            Ladder ladder = choice.schedule().ladder(searched, params);
            Proposer proposer = searched.space().dimension() == 0
                    ? new RandomProposer(searched.space())
                    : choice.explorer().proposer(searched.space(), params.seed());
            families.put(name, new Family(searched, ladder, proposer));
        });
        this.height = families.values().stream()
                .mapToInt(family -> family.ladder.size())
                .max()
                .orElseThrow();
        this.scheduler = choice.schedule().scheduler(height);
    }

    @Override
    public List<TrialRequest> ask(int count) {
        List<TrialRequest> requests = new ArrayList<>();
        while (requests.size() < count) {
            Optional<TrialRequest> next = wholeStart().or(this::step);
            if (next.isEmpty()) {
                break;
            }
            next.ifPresent(requests::add);
        }
        return requests;
    }

    /** A start on all folds at once. */
    private Optional<TrialRequest> wholeStart() {
        return nextStart().map(start -> {
            Family family = family(start.learner());
            return request(start, family.ladder.top());
        });
    }

    private Optional<Fresh> nextStart() {
        while (!starts.isEmpty() && seen.size() < params.most()) {
            Start start = starts.removeFirst();
            Configuration repaired = family(start.learner()).searched.space().repair(start.configuration());
            Fresh fresh = new Fresh(start.learner(), repaired, Origin.START);
            if (seen.add(fresh.key())) {
                return Optional.of(fresh);
            }
        }
        return Optional.empty();
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
                return begin(step);
            }
        }
    }

    /** The request by which a trial goes on; empty where it is there already, or need not go there. */
    private Optional<TrialRequest> onward(Scheduler.Step step, Trial trial) {
        TrialRequest before = trial.outcome().request();
        Family family = family(before.learner());
        if (family.outlook.isHopeless(trial.outcome())) {
            scheduler.refused(step);
            return Optional.empty();
        }
        Ladder ladder = family.ladder;
        Fidelity next = ladder.rungs().get(place(ladder, step.rung()));
        long id = nextId++;
        scheduler.taken(step, id);
        if (next.equals(before.fidelity())) {
            scheduler.ended(
                    Scheduler.Ended.of(id, new Trial(trial.outcome(), trial.point(), trial.values(), step.rung())));
            return Optional.empty();
        }
        open.add(id);
        return Optional.of(
                ladder.goesOn(before.fidelity(), next)
                        ? before.continued(id, next.iterations())
                        : before.again(id, next, Seeds.mix(params.seed(), id)));
    }

    private Optional<TrialRequest> begin(Scheduler.Step step) {
        Optional<Fresh> found = nothingNew || seen.size() >= params.most() ? Optional.empty() : propose();
        if (found.isEmpty()) {
            nothingNew = true;
            scheduler.refused(step);
            return Optional.empty();
        }
        Fresh fresh = found.get();
        Ladder ladder = family(fresh.learner()).ladder;
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
        open.add(id);
        return TrialRequest.of(id, fresh.learner(), fresh.configuration(), fidelity, Seeds.mix(params.seed(), id))
                .withOrigin(fresh.origin());
    }

    /** A configuration that is new, and that fits into the time if one of some does. */
    private Optional<Fresh> propose() {
        Optional<Fresh> last = Optional.empty();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String learner = chooseLearner();
            Family family = family(learner);
            // where a proposer is at its end, chance is not
            Proposer proposer =
                    attempt < ATTEMPTS - LAST_ATTEMPTS ? family.proposer : new RandomProposer(family.searched.space());
            Proposal proposal = proposer.propose(random);
            Fresh fresh = new Fresh(learner, family.searched.space().decode(proposal.point()), proposal.origin());
            if (!seen.contains(fresh.key())) {
                last = Optional.of(fresh);
                if (params.affordable().test(learner, fresh.configuration())) {
                    break;
                }
            }
        }
        last.ifPresent(fresh -> seen.add(fresh.key()));
        return last;
    }

    /** A learner by its rank: the best one so far is drawn as often as the second and third together. */
    private String chooseLearner() {
        List<String> ranked = families.entrySet().stream()
                .filter(entry -> entry.getValue().searched.space().dimension() > 0)
                .sorted(Comparator.comparingDouble(entry -> entry.getValue().best))
                .map(Map.Entry::getKey)
                .toList();
        if (ranked.isEmpty()) {
            return families.keySet().iterator().next();
        }
        double total = 0;
        for (int rank = 0; rank < ranked.size(); rank++) {
            total += 1.0 / (rank + 1);
        }
        double drawn = random.nextDouble() * total;
        int rank = 0;
        while (rank < ranked.size() - 1 && drawn >= 1.0 / (rank + 1)) {
            drawn -= 1.0 / (rank + 1);
            rank++;
        }
        return ranked.get(rank);
    }

    private Family family(String learner) {
        return Objects.requireNonNull(families.get(learner), learner);
    }

    @Override
    public void tell(TrialOutcome outcome) {
        TrialRequest request = outcome.request();
        boolean asked = open.remove(request.id());
        nextId = Math.max(nextId, request.id() + 1);
        Family family = families.get(request.learner());
        if (family == null) {
            // a baseline, which is not searched
            return;
        }
        String key = Trial.key(request.learner(), request.configuration());
        seen.add(key);
        if (!asked) {
            // of a run that is resumed: what was drawn then must not be drawn again
            random = new SplittableRandom(Seeds.mix(params.seed(), nextId));
        }
        int place = family.ladder.rungs().indexOf(request.fidelity());
        int rung = place < 0 ? height - 1 : height - family.ladder.size() + place;
        Optional<Trial> trial = outcome.fold(
                completed -> trial(family, completed, rung), pruned -> Optional.empty(), failed -> Optional.empty());
        trial.ifPresent(done -> learn(family, done));
        scheduler.ended(new Scheduler.Ended(request.id(), request.learner(), key, rung, trial));
    }

    private static void learn(Family family, Trial trial) {
        family.best = Math.min(family.best, trial.loss());
        family.outlook.learn(trial.outcome());
        // what ends late at a lower rung tells less than what is known
        if (family.furthest.merge(trial.key(), trial.rung(), Math::max) == trial.rung()) {
            family.proposer.learn(trial);
        }
    }

    /** What an outcome teaches; empty for what has no number. */
    private Optional<Trial> trial(Family family, Completed completed, int rung) {
        List<Double> values = params.goals().values(completed);
        if (!values.stream().allMatch(Double::isFinite)) {
            return Optional.empty();
        }
        double[] point = family.searched.space().encode(completed.request().configuration());
        return Optional.of(new Trial(completed, Arrays.stream(point).boxed().toList(), values, rung));
    }

    /** There may be more to ask for while something runs: what ends may go on. */
    @Override
    public boolean exhausted() {
        return nothingNew
                && open.isEmpty()
                && scheduler.next().flatMap(Scheduler.Step::promoted).isEmpty();
    }
}
