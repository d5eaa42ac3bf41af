package io.automl4j.ensemble;

import io.automl4j.api.Checks;
import io.automl4j.api.metric.Metric;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Forward selection with replacement (Caruana, Niculescu-Mizil, Crew and Ksikes, "Ensemble Selection from Libraries of
 * Models", 2004): starting from the average of the best few, the candidate is added, again and again, that lowers the
 * loss of the average most. What is returned is the best average met on the way, and never worse than the best single
 * candidate. Equal losses go to the candidate that is a member already, then to the cheaper one.
 */
public final class GreedySelection {
    private static final Comparator<Single> BEST_FIRST = Comparator.comparingDouble(Single::loss)
            .thenComparingLong(single -> single.candidate().operations())
            .thenComparingLong(single -> single.candidate().trial());

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
        List<Single> library = best(candidates, labels, metric, params);
        Single winner = library.get(0);
        int[] counts = search(library, labels, metric, params);
        double loss = metric.loss(labels, average(library, counts, labels.rows()));
        // the search may have seen a part of the rows only
        return loss <= winner.loss()
                ? selection(library, counts, loss)
                : new Selection(List.of(new WeightedCandidate(winner.candidate().trial(), 1)), winner.loss());
    }

    /** A candidate and its own loss on all rows. */
    private record Single(Candidate candidate, double loss) {}

    private static List<Single> best(List<Candidate> candidates, Labels labels, Metric metric, SelectionParams params) {
        List<Single> affordable = usable(
                candidates.stream()
                        .filter(candidate -> params.limit().isKept(List.of(candidate)))
                        .toList(),
                labels,
                metric);
        if (!affordable.isEmpty()) {
            return pruned(affordable, params);
        }
        Single cheapest = usable(candidates, labels, metric).stream()
                .min(Comparator.comparingLong(single -> single.candidate().operations()))
                .orElseThrow(() ->
                        new IllegalArgumentException("None of %d candidates has finite predictions and a defined %s."
                                .formatted(candidates.size(), metric.name())));
        return List.of(cheapest);
    }

    /** The best, with the best few of each family among them. */
    private static List<Single> pruned(List<Single> ranked, SelectionParams params) {
        Set<Single> first = new HashSet<>(
                Families.firstOfEach(ranked, single -> single.candidate().family(), params.each()));
        return ranked.stream()
                .sorted(Comparator.comparing(single -> !first.contains(single)))
                .limit(params.candidates())
                .sorted(BEST_FIRST)
                .toList();
    }

    /** Those that can be compared, best first. */
    private static List<Single> usable(List<Candidate> candidates, Labels labels, Metric metric) {
        return candidates.stream()
                .filter(candidate -> isFinite(candidate.predictions()))
                .map(candidate -> new Single(candidate, metric.loss(labels, candidate.predictions())))
                .filter(single -> !Double.isNaN(single.loss()))
                .sorted(BEST_FIRST)
                .toList();
    }

    private static boolean isFinite(Predictions predictions) {
        for (int row = 0; row < predictions.rows(); row++) {
            for (int output = 0; output < predictions.outputs(); output++) {
                if (!Float.isFinite(predictions.get(row, output))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int[] search(List<Single> library, Labels labels, Metric metric, SelectionParams params) {
        int outputs = library.get(0).candidate().predictions().outputs();
        int[] rows = StratifiedRows.draw(labels, params.rows(outputs));
        boolean all = rows.length == labels.rows();
        List<Candidate> seen = library.stream()
                .map(Single::candidate)
                .map(c -> all
                        ? c
                        : new Candidate(c.trial(), c.family(), c.predictions().select(rows), c.operations()))
                .toList();
        return new GreedySearch(seen, all ? labels : labels.select(rows), metric, params).run();
    }

    private static Predictions average(List<Single> library, int[] counts, int rows) {
        RunningMean mean =
                new RunningMean(rows * library.get(0).candidate().predictions().outputs());
        int outputs = library.get(0).candidate().predictions().outputs();
        for (int i = 0; i < counts.length; i++) {
            for (int times = 0; times < counts[i]; times++) {
                mean.add(library.get(i).candidate().predictions().toArray());
            }
        }
        return Predictions.of(mean.values(), outputs);
    }

    private static Selection selection(List<Single> library, int[] counts, double loss) {
        double places = IntStream.of(counts).sum();
        List<WeightedCandidate> members = IntStream.range(0, counts.length)
                .filter(i -> counts[i] > 0)
                .mapToObj(i -> new WeightedCandidate(library.get(i).candidate().trial(), counts[i] / places))
                // stable: of equal weights the better candidate is first
                .sorted(Comparator.comparingDouble(WeightedCandidate::weight).reversed())
                .toList();
        return new Selection(members, loss);
    }
}
