package io.automl4j.search;

import io.automl4j.api.Seeds;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.trial.Fidelity;
import io.automl4j.api.trial.SearchStrategy;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The first search: the starting configurations on all folds, then random configurations, of learners that did well
 * more often. A random configuration is first trained on some folds, one as a rule, and goes on to all of
 * them only if it is in the best third of what was tried there (asynchronous successive halving, Li et al. 2020,
 * arXiv:1810.05934, with folds as the fidelity).
 *
 * @implNote Not thread-safe; used by the one thread that conducts the run.
 */
public final class StartsThenRandom implements SearchStrategy {
    private static final Comparator<TrialOutcome.Completed> BEST_FIRST = Comparator.comparingDouble(
                    TrialOutcome.Completed::loss)
            .thenComparingLong(completed -> completed.request().id());
    private static final int ATTEMPTS = 30;
    private static final int REDUCTION = 3;

    private final SearchParams params;
    private final SplittableRandom random;
    private final Deque<Start> starts;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Double> bestByLearner = new HashMap<>();
    /** All trials of some folds, best first. */
    private final List<TrialOutcome.Completed> screened = new ArrayList<>();
    /** Those of them that were not promoted, best first. */
    private final List<TrialOutcome.Completed> waiting = new ArrayList<>();

    private long nextId = 1;
    private boolean exhausted;

    /**
     * A strategy at its beginning.
     *
     * @param params what it explores
     */
    public StartsThenRandom(SearchParams params) {
        this.params = params;
        this.random = new SplittableRandom(params.seed());
        this.starts = new ArrayDeque<>(params.starts());
    }

    @Override
    public List<TrialRequest> ask(int count) {
        List<TrialRequest> requests = new ArrayList<>();
        while (requests.size() < count && !exhausted) {
            nextStart().or(this::promotion).or(this::sample).ifPresentOrElse(requests::add, () -> exhausted = true);
        }
        return requests;
    }

    private Optional<TrialRequest> nextStart() {
        while (!starts.isEmpty()) {
            Start start = starts.removeFirst();
            Configuration repaired = space(start.learner()).repair(start.configuration());
            if (seen.add(key(new Start(start.learner(), repaired)))) {
                return Optional.of(request(start.learner(), repaired, params.folds()));
            }
        }
        return Optional.empty();
    }

    private Optional<TrialRequest> promotion() {
        if (waiting.isEmpty() || place(screened, waiting.get(0)) >= screened.size() / REDUCTION) {
            return Optional.empty();
        }
        TrialRequest best = waiting.remove(0).request();
        return Optional.of(request(best.learner(), best.configuration(), params.folds()));
    }

    /** Where a trial is in a list, or would be. */
    private static int place(List<TrialOutcome.Completed> ranked, TrialOutcome.Completed trial) {
        int found = Collections.binarySearch(ranked, trial, BEST_FIRST);
        return found >= 0 ? found : -found - 1;
    }

    private Optional<TrialRequest> sample() {
        Optional<Start> last = Optional.empty();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String learner = chooseLearner();
            SearchSpace space = space(learner);
            Start drawn = new Start(learner, space.decode(space.sample(random)));
            if (!seen.contains(key(drawn))) {
                last = Optional.of(drawn);
                if (params.affordable().test(learner, drawn.configuration())) {
                    break;
                }
            }
        }
        last.ifPresent(drawn -> seen.add(key(drawn)));
        return last.map(drawn -> request(drawn.learner(), drawn.configuration(), params.screening()));
    }

    /** A learner by its rank: the best one so far is drawn as often as the second and third together. */
    private String chooseLearner() {
        List<String> ranked = params.spaces().entrySet().stream()
                .filter(entry -> entry.getValue().dimension() > 0)
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparingDouble(l -> bestByLearner.getOrDefault(l, Double.POSITIVE_INFINITY)))
                .toList();
        if (ranked.isEmpty()) {
            return params.spaces().keySet().iterator().next();
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

    private TrialRequest request(String learner, Configuration configuration, int folds) {
        long id = nextId++;
        return TrialRequest.of(id, learner, configuration, Fidelity.full(folds), Seeds.mix(params.seed(), id));
    }

    private SearchSpace space(String learner) {
        return java.util.Objects.requireNonNull(params.spaces().get(learner), learner);
    }

    private static String key(Start start) {
        return start.learner() + "/" + start.configuration().fingerprint();
    }

    @Override
    public void tell(TrialOutcome outcome) {
        outcome.fold(this::learn, pruned -> pruned, failed -> failed);
    }

    private TrialOutcome learn(TrialOutcome.Completed completed) {
        if (Double.isNaN(completed.loss())) {
            return completed;
        }
        TrialRequest request = completed.request();
        if (!params.spaces().containsKey(request.learner())) {
            return completed; // a baseline, which is not searched
        }
        bestByLearner.merge(request.learner(), completed.loss(), Math::min);
        if (request.fidelity().folds() < params.folds()) {
            screened.add(place(screened, completed), completed);
            waiting.add(place(waiting, completed), completed);
        }
        return completed;
    }

    @Override
    public boolean exhausted() {
        return exhausted;
    }
}
