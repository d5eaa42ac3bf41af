package io.automl4j.ensemble;

import io.automl4j.api.metric.Metric;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.TaskType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Greedy searches on random parts of the rows, the bags, and one on all of them. What a bag's search found and the candidate that is
 * best in the bag are compared on the rows outside: whether averages are worth more than one candidate is told by rows on which neither
 * was chosen.
 */
final class Bags {
    /** So many rows of a bag tell what to take, and take little time. */
    private static final int ROWS = 1_000;
    /** Of fewer rows, or fewer of a class, the halves would be too small for some metrics. */
    private static final int FEWEST = 40;

    private static final int FEWEST_OF_CLASS = 10;
    /** So many rows of the rarest class are in a bag, if the bag may have them at all. */
    private static final int OF_RAREST = 40;

    private static final long SEED = 0x5e1ec7;

    private final List<Candidate> library;
    private final Labels labels;
    private final Metric metric;
    private final SelectionParams params;
    private final StratifiedRows strata;
    /** What tells about bags outside of them. */
    private final int[] judges;

    private final Map<Long, Double> shares = new LinkedHashMap<>();
    private double gain;

    /** Searches; where there are too few rows for bags, all rows alone. */
    Bags(List<Candidate> library, Labels labels, Metric metric, SelectionParams params) {
        this.library = library;
        this.labels = labels;
        this.metric = metric;
        this.params = params;
        int outputs = library.get(0).predictions().outputs();
        this.strata = new StratifiedRows(labels);
        this.judges = strata.draw(params.rows(outputs));
        boolean classes = outputs > 1 && !metric.supports(TaskType.QUANTILE);
        int rarest = classes ? rarest(outputs) : labels.rows();
        boolean bagged = params.bags() > 1 && labels.rows() >= FEWEST && rarest >= FEWEST_OF_CLASS;
        if (bagged) {
            searchBags((int) Math.max(ROWS, (long) OF_RAREST * labels.rows() / rarest));
        }
        if (!(bagged && params.cancellation().cancelled())) {
            add(search(on(judges, library), labels.select(judges)));
        }
        divide(shares.values().stream().mapToDouble(Double::doubleValue).sum());
    }

    private void searchBags(int most) {
        SplittableRandom random = new SplittableRandom(SEED);
        int bags = 0;
        while (bags < params.bags() && !(bags > 0 && params.cancellation().cancelled())) {
            int[] rows = strata.random(most, random);
            Labels truth = labels.select(rows);
            List<Candidate> ranked = bestFirst(on(rows, library), truth);
            Map<Long, Double> found = search(ranked, truth);
            gain += gain(found, ranked.get(0).trial(), rows);
            add(found);
            bags++;
        }
        divide(bags);
    }

    private void divide(double by) {
        shares.replaceAll((trial, share) -> share / by);
    }

    /** The share of each trial that any search took; the bags together count as much as the search on all rows. They sum to 1. */
    Map<Long, Double> shares() {
        return shares;
    }

    /** Whether on rows outside of bags the averages did no worse, in the mean, than single candidates; also where there are no bags. */
    boolean isWorthMore() {
        return gain >= 0;
    }

    private int rarest(int classes) {
        int[] counts = new int[classes];
        for (int row = 0; row < labels.rows(); row++) {
            counts[labels.label(row)]++;
        }
        return IntStream.of(counts).filter(count -> count > 0).min().orElse(0);
    }

    /** By how much the average is better than a single candidate on the rows outside of a bag; 0 where that is not defined. */
    private double gain(Map<Long, Double> found, long single, int[] bag) {
        int[] outside = IntStream.of(judges)
                .filter(row -> Arrays.binarySearch(bag, row) < 0)
                .toArray();
        Labels truth = labels.select(outside);
        List<Candidate> members = on(
                outside,
                library.stream()
                        .filter(candidate -> candidate.trial() == single || found.containsKey(candidate.trial()))
                        .toList());
        double gained = metric.loss(truth, Candidate.mixture(members, Map.of(single, 1.0)))
                - metric.loss(truth, Candidate.mixture(members, found));
        return Double.isFinite(gained) ? gained : 0;
    }

    private List<Candidate> bestFirst(List<Candidate> candidates, Labels truth) {
        Map<Long, Double> losses = new HashMap<>();
        candidates.forEach(c -> losses.put(c.trial(), metric.loss(truth, c.predictions())));
        return candidates.stream()
                .sorted(Comparator.comparing(candidate -> losses.getOrDefault(candidate.trial(), Double.NaN)))
                .toList();
    }

    private Map<Long, Double> search(List<Candidate> ranked, Labels truth) {
        int[] counts = new GreedySearch(ranked, truth, metric, params).run();
        double places = IntStream.of(counts).sum();
        Map<Long, Double> found = new LinkedHashMap<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                found.put(ranked.get(i).trial(), counts[i] / places);
            }
        }
        return found;
    }

    private List<Candidate> on(int[] rows, List<Candidate> candidates) {
        return rows.length == labels.rows()
                ? candidates
                : candidates.stream().map(candidate -> candidate.on(rows)).toList();
    }

    private void add(Map<Long, Double> found) {
        found.forEach((trial, share) -> shares.merge(trial, share, Double::sum));
    }
}
