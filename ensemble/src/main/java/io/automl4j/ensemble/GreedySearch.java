package io.automl4j.ensemble;

import io.automl4j.api.metric.Metric;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One greedy search over candidates in the order of their loss. Used once. */
final class GreedySearch {
    /** Losses that differ by less are equal: they are sums of thousands of rounded numbers. */
    private static final double TIE = 1e-12;

    /** Rounds without a better average after which there will hardly be one. */
    private static final int PATIENCE = 12;

    /** After so many rounds the average changes little, and so does the order of the candidates: … */
    private static final int FULL_ROUNDS = 10;

    /** … only so many of them, beside the members, are tried from then on. */
    private static final int SHORT_LIST = 20;

    private final List<Candidate> candidates;
    private final List<float[]> values;
    private final Labels labels;
    private final Metric metric;
    private final SelectionParams params;
    private final int[] counts;
    private final double[] stepLosses;
    private final boolean[] dropped;
    private final RunningMean mean;

    private int[] best;
    private double bestLoss = Double.POSITIVE_INFINITY;
    private final List<Candidate> members = new ArrayList<>();

    GreedySearch(List<Candidate> candidates, Labels labels, Metric metric, SelectionParams params) {
        this.candidates = candidates;
        this.values = candidates.stream().map(c -> c.predictions().toArray()).toList();
        this.labels = labels;
        this.metric = metric;
        this.params = params;
        this.counts = new int[candidates.size()];
        this.stepLosses = new double[candidates.size()];
        this.dropped = new boolean[candidates.size()];
        this.best = new int[candidates.size()];
        this.mean = new RunningMean(values.get(0).length);
    }

    /** How many places each candidate has in the best average. */
    int[] run() {
        int places = start();
        int stale = 0;
        for (int round = 1; places < params.rounds() && stale < PATIENCE; round++) {
            Step step = bestStep();
            if (step.candidate() < 0) {
                break;
            }
            take(step.candidate());
            places++;
            stale = keepIfBetter(step.loss()) ? 0 : stale + 1;
            if (round == FULL_ROUNDS) {
                shorten();
            }
        }
        return best;
    }

    private void shorten() {
        double[] sorted = stepLosses.clone();
        Arrays.sort(sorted);
        double bound = sorted[Math.min(SHORT_LIST, sorted.length) - 1];
        for (int i = 0; i < dropped.length; i++) {
            dropped[i] = counts[i] == 0 && !(stepLosses[i] <= bound);
        }
    }

    /** Adds the best few while the average gets better; the best alone is always a start. */
    private int start() {
        double alone = lossWith(0);
        take(0);
        keepIfBetter(alone);
        int places = 1;
        int most = Math.min(Math.min(params.initial(), params.rounds()), candidates.size());
        while (places < most && !params.cancellation().cancelled() && allowed(places)) {
            double loss = lossWith(places);
            if (!(loss < bestLoss - tolerance())) {
                break;
            }
            take(places++);
            keepIfBetter(loss);
        }
        return places;
    }

    /** A possible next place; the candidate is -1 if there is none. */
    private record Step(int candidate, double loss) {
        private static final Step NONE = new Step(-1, Double.POSITIVE_INFINITY);
    }

    private Step bestStep() {
        Step chosen = Step.NONE;
        for (int i = 0; i < candidates.size() && !params.cancellation().cancelled(); i++) {
            stepLosses[i] = Double.POSITIVE_INFINITY;
            if (!dropped[i] && allowed(i)) {
                stepLosses[i] = lossWith(i);
                Step step = new Step(i, stepLosses[i]);
                chosen = isBetter(step, chosen) ? step : chosen;
            }
        }
        // a round that was cut short has compared only a part
        return params.cancellation().cancelled() ? Step.NONE : chosen;
    }

    private boolean isBetter(Step step, Step chosen) {
        if (chosen.candidate() < 0 || Math.abs(step.loss() - chosen.loss()) > tolerance()) {
            return step.loss() < chosen.loss();
        }
        boolean member = counts[step.candidate()] > 0;
        boolean chosenIsMember = counts[chosen.candidate()] > 0;
        return member == chosenIsMember
                ? candidates.get(step.candidate()).operations()
                        < candidates.get(chosen.candidate()).operations()
                : member;
    }

    private double tolerance() {
        return TIE * Math.max(1e-3, Math.abs(Double.isInfinite(bestLoss) ? 1 : bestLoss));
    }

    private boolean allowed(int candidate) {
        return counts[candidate] > 0
                || (members.size() < params.members() && params.limit().isKept(with(candidates.get(candidate))));
    }

    private List<Candidate> with(Candidate another) {
        List<Candidate> more = new ArrayList<>(members);
        more.add(another);
        return more;
    }

    private double lossWith(int candidate) {
        float[] average = mean.with(values.get(candidate));
        double loss = metric.loss(
                labels, Predictions.of(average, candidates.get(0).predictions().outputs()));
        return Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
    }

    private void take(int candidate) {
        if (counts[candidate]++ == 0) {
            members.add(candidates.get(candidate));
        }
        mean.add(values.get(candidate));
    }

    private boolean keepIfBetter(double loss) {
        if (loss < bestLoss - tolerance() || Double.isInfinite(bestLoss)) {
            bestLoss = loss;
            best = counts.clone();
            return true;
        }
        return false;
    }
}
