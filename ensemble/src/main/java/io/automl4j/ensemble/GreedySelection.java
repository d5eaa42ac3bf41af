package io.automl4j.ensemble;

import io.automl4j.api.Checks;
import io.automl4j.api.metric.Metric;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.task.TaskType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Forward selection with replacement (Caruana, Niculescu-Mizil, Crew and Ksikes, "Ensemble Selection from Libraries of
 * Models", 2004): starting from the average of the best few, the candidate is added, again and again, that lowers the
 * loss of the average most, and the best average met on the way is kept. So are many random parts of the rows searched, and
 * all of them once, which counts as much as the parts together: which of many like candidates is best by a hair on some rows is
 * chance, and the mean of the averages shares it among them. It is never worse than the best single candidate. Equal losses go to the candidate that is a
 * member already, then to the cheaper one.
 */
public final class GreedySelection {
    private static final Comparator<Single> BEST_FIRST = Comparator.comparingDouble(Single::loss)
            .thenComparingLong(single -> single.candidate().operations())
            .thenComparingLong(single -> single.candidate().trial());

    /** So many rows of a bag tell what to take, and take little time. */
    private static final int ROWS_OF_BAG = 1_000;
    /** Of fewer rows, or fewer of a class, the halves would be too small for some metrics. */
    private static final int FEWEST_OF_BAGS = 40;

    private static final int FEWEST_OF_CLASS = 10;
    /** So many rows of the rarest class are in a bag, if the bag may have them at all. */
    private static final int OF_RAREST = 40;
    /** What weighs less makes predictions slower rather than better. */
    private static final double LEAST_SHARE = 0.03;

    private static final long SEED = 0x5e1ec7;

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
        Map<Single, Double> weights = kept(mean(library, labels, metric, params), params);
        double loss = metric.loss(labels, average(weights, labels.rows()));
        // the searches saw parts of the rows only
        return loss <= winner.loss()
                ? selection(weights, loss)
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

    /** The share of each candidate, in the order of the library. */
    private static Map<Single, Double> mean(
            List<Single> library, Labels labels, Metric metric, SelectionParams params) {
        Map<Single, Double> shares = new LinkedHashMap<>();
        int outputs = library.get(0).candidate().predictions().outputs();
        boolean classes = outputs > 1 && !metric.supports(TaskType.QUANTILE);
        int rarest = classes ? rarest(labels, outputs) : labels.rows();
        boolean bagged = params.bags() > 1 && labels.rows() >= FEWEST_OF_BAGS && rarest >= FEWEST_OF_CLASS;
        int most = (int) Math.max(ROWS_OF_BAG, (long) OF_RAREST * labels.rows() / Math.max(1, rarest));
        SplittableRandom random = new SplittableRandom(SEED);
        int bags = 0;
        while (bagged
                && bags < params.bags()
                && !(bags > 0 && params.cancellation().cancelled())) {
            add(search(library, labels, StratifiedRows.random(labels, most, random), metric, params), library, shares);
            bags++;
        }
        double count = bags;
        shares.replaceAll((single, share) -> share / count);
        if (!(bagged && params.cancellation().cancelled())) {
            int[] rows = StratifiedRows.draw(labels, params.rows(outputs));
            add(search(library, labels, rows, metric, params), library, shares);
        }
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        shares.replaceAll((single, share) -> share / sum);
        return shares;
    }

    private static void add(int[] counts, List<Single> library, Map<Single, Double> shares) {
        double places = IntStream.of(counts).sum();
        for (int i = 0; i < counts.length; i++) {
            shares.merge(library.get(i), counts[i] / places, Double::sum);
        }
    }

    private static int rarest(Labels labels, int classes) {
        int[] counts = new int[classes];
        for (int row = 0; row < labels.rows(); row++) {
            counts[labels.label(row)]++;
        }
        return IntStream.of(counts).filter(count -> count > 0).min().orElse(0);
    }

    private static int[] search(
            List<Single> library, Labels labels, int[] rows, Metric metric, SelectionParams params) {
        boolean all = rows.length == labels.rows();
        List<Candidate> seen = library.stream()
                .map(Single::candidate)
                .map(c -> all
                        ? c
                        : new Candidate(c.trial(), c.family(), c.predictions().select(rows), c.operations()))
                .toList();
        return new GreedySearch(seen, all ? labels : labels.select(rows), metric, params).run();
    }

    /** The heaviest, as far as they keep the bounds together; without those that hardly count. */
    private static Map<Single, Double> kept(Map<Single, Double> shares, SelectionParams params) {
        List<Single> heaviest = shares.keySet().stream()
                .sorted(Comparator.comparingDouble((Single single) -> -shares.getOrDefault(single, 0.0)))
                .toList();
        Map<Single, Double> kept = new LinkedHashMap<>();
        List<Candidate> members = new ArrayList<>();
        for (Single single : heaviest) {
            double share = shares.getOrDefault(single, 0.0);
            members.add(single.candidate());
            boolean fits = kept.size() < params.members() && params.limit().isKept(members);
            if (kept.isEmpty() || (fits && share >= LEAST_SHARE)) {
                kept.put(single, share);
            } else {
                members.remove(members.size() - 1);
            }
        }
        double sum = kept.values().stream().mapToDouble(Double::doubleValue).sum();
        kept.replaceAll((single, share) -> share / sum);
        return kept;
    }

    private static Predictions average(Map<Single, Double> weights, int rows) {
        int outputs =
                weights.keySet().iterator().next().candidate().predictions().outputs();
        double[] sums = new double[rows * outputs];
        weights.forEach((single, weight) -> {
            float[] values = single.candidate().predictions().toArray();
            for (int i = 0; i < sums.length; i++) {
                sums[i] += weight * values[i];
            }
        });
        float[] mean = new float[sums.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) sums[i];
        }
        return Predictions.of(mean, outputs);
    }

    /** The heaviest first; of equal weights the better candidate is. */
    private static Selection selection(Map<Single, Double> weights, double loss) {
        List<WeightedCandidate> members = new ArrayList<>();
        weights.forEach((single, weight) ->
                members.add(new WeightedCandidate(single.candidate().trial(), weight)));
        return new Selection(members, loss);
    }
}
