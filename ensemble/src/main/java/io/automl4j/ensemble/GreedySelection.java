package io.automl4j.ensemble;

import io.automl4j.api.Checks;
import io.automl4j.api.metric.Metric;
import io.automl4j.api.task.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Forward selection with replacement (Caruana, Niculescu-Mizil, Crew and Ksikes, "Ensemble Selection from Libraries of
 * Models", 2004): starting from the average of the best few, the candidate is added, again and again, that lowers the
 * loss of the average most, and the best average met on the way is kept. So are many random parts of the rows searched, and
 * all of them once, which counts as much as the parts together: which of many like candidates is best by a hair on some rows is
 * chance, and the mean of the averages shares it among them. An average that is worse than the best candidate, on all rows or on those that the
 * searches did not see, is not taken. Equal losses go to the candidate that is a member already, then to the cheaper one.
 */
public final class GreedySelection {
    private static final Comparator<Single> BEST_FIRST = Comparator.comparingDouble(Single::loss)
            .thenComparingLong(single -> single.candidate().operations())
            .thenComparingLong(single -> single.candidate().trial());

    /** What weighs less makes predictions slower rather than better. */
    private static final double LEAST_SHARE = 0.03;

    /** So many rows tell which candidates are not among the best, … */
    private static final int ROWS_OF_PREVIEW = 10_000;
    /** … if so many times as many go on as are wanted. */
    private static final int MARGIN = 2;

    private GreedySelection() {}

    /**
     * Chooses members and weights.
     *
     * @param candidates at least one whose predictions are finite and whose loss is defined; others are left out
     * @param labels targets and weights of the rows that the candidates predict
     * @param metric what is optimised
     * @param params the bounds
     * @return the ensemble; weights are shares of places, so they sum to 1
     * @throws IllegalArgumentException if no candidate can be used, or one predicts other rows
     */
    public static Selection select(List<Candidate> candidates, Labels labels, Metric metric, SelectionParams params) {
        candidates.forEach(candidate -> Checks.argument(
                candidate.predictions().rows() == labels.rows(),
                "Trial %d predicts %d rows, but there are %d labels.",
                candidate.trial(),
                candidate.predictions().rows(),
                labels.rows()));
        List<Single> best = best(candidates, labels, metric, params);
        Single winner = best.get(0);
        List<Candidate> library = best.stream().map(Single::candidate).toList();
        Bags bags = new Bags(library, labels, metric, params);
        Map<Long, Double> weights = kept(bags.shares(), library, params);
        double loss = metric.loss(labels, Candidate.mixture(library, weights));
        // the searches saw parts of the rows only
        return bags.isWorthMore() && loss <= winner.loss()
                ? selection(weights, loss)
                : new Selection(List.of(new WeightedCandidate(winner.candidate().trial(), 1)), winner.loss());
    }

    /** A candidate and its own loss on all rows. */
    private record Single(Candidate candidate, double loss) {}

    private static List<Single> best(List<Candidate> candidates, Labels labels, Metric metric, SelectionParams params) {
        List<Candidate> affordable = candidates.stream()
                .filter(candidate -> params.limit().isKept(List.of(candidate)))
                .toList();
        List<Single> usable = usable(promising(affordable, labels, metric, params), labels, metric);
        if (!usable.isEmpty()) {
            return pruned(usable, params.candidates(), params.each());
        }
        Single cheapest = usable(candidates, labels, metric).stream()
                .min(Comparator.comparingLong(single -> single.candidate().operations()))
                .orElseThrow(() ->
                        new IllegalArgumentException("None of %d candidates has finite predictions and a defined %s."
                                .formatted(candidates.size(), metric.name())));
        return List.of(cheapest);
    }

    /** Where there are many, those of which a part of the rows says that they may be among the best; all, if it says nothing. */
    private static List<Candidate> promising(
            List<Candidate> candidates, Labels labels, Metric metric, SelectionParams params) {
        int most = MARGIN * params.candidates();
        if (candidates.size() <= most || labels.rows() <= ROWS_OF_PREVIEW) {
            return candidates;
        }
        int[] part = new StratifiedRows(labels).draw(ROWS_OF_PREVIEW);
        List<Candidate> seen =
                candidates.stream().map(candidate -> candidate.on(part)).toList();
        Set<Long> best = pruned(usable(seen, labels.select(part), metric), most, MARGIN * params.each()).stream()
                .map(single -> single.candidate().trial())
                .collect(Collectors.toSet());
        return best.isEmpty()
                ? candidates
                : candidates.stream()
                        .filter(candidate -> best.contains(candidate.trial()))
                        .toList();
    }

    /** The best, with the best few of each family among them. */
    private static List<Single> pruned(List<Single> ranked, int most, int each) {
        Set<Single> first = new HashSet<>(
                Families.firstOfEach(ranked, single -> single.candidate().family(), each));
        return ranked.stream()
                .sorted(Comparator.comparing(single -> !first.contains(single)))
                .limit(most)
                .sorted(BEST_FIRST)
                .toList();
    }

    /** Those that can be compared, best first. */
    private static List<Single> usable(List<Candidate> candidates, Labels labels, Metric metric) {
        return candidates.stream()
                .filter(candidate -> candidate.predictions().isFinite())
                .map(candidate -> new Single(candidate, metric.loss(labels, candidate.predictions())))
                .filter(single -> !Double.isNaN(single.loss()))
                .sorted(BEST_FIRST)
                .toList();
    }

    /** The heaviest, as far as they keep the bounds together; without those that hardly count. */
    private static Map<Long, Double> kept(Map<Long, Double> shares, List<Candidate> library, SelectionParams params) {
        List<Candidate> heaviest = library.stream()
                .filter(candidate -> shares.containsKey(candidate.trial()))
                .sorted(Comparator.comparingDouble(candidate -> -shares.getOrDefault(candidate.trial(), 0.0)))
                .toList();
        Map<Long, Double> kept = new LinkedHashMap<>();
        List<Candidate> members = new ArrayList<>();
        for (Candidate candidate : heaviest) {
            double share = shares.getOrDefault(candidate.trial(), 0.0);
            members.add(candidate);
            boolean fits = kept.size() < params.members() && params.limit().isKept(members);
            if (kept.isEmpty() || (fits && share >= LEAST_SHARE)) {
                kept.put(candidate.trial(), share);
            } else {
                members.remove(members.size() - 1);
            }
        }
        double sum = kept.values().stream().mapToDouble(Double::doubleValue).sum();
        kept.replaceAll((trial, share) -> share / sum);
        return kept;
    }

    private static Selection selection(Map<Long, Double> weights, double loss) {
        List<WeightedCandidate> members = new ArrayList<>();
        weights.forEach((trial, weight) -> members.add(new WeightedCandidate(trial, weight)));
        return new Selection(members, loss);
    }
}
