package io.automl4j.search;

import io.automl4j.api.space.ChoiceParameter;
import io.automl4j.api.space.SearchSpace;
import io.automl4j.api.trial.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A tree-structured Parzen estimator (Bergstra et al. 2011, NeurIPS 24) over all parameters together, as in BOHB (Falkner
 * et al. 2018, arXiv:1807.01774): points are drawn around good trials, and of them that one is proposed where good trials
 * are dense and others are not.
 */
final class ParzenProposer implements Proposer {
    private static final double GOOD = 0.15;
    private static final int DRAWS = 64;
    /** Densities of more would take long. */
    private static final int MOST = 200;
    /** Points are drawn from wider kernels than those by which they are judged. */
    private static final double WIDER = 3;

    /** With the thousandth of BOHB good trials that lie together collect all further ones. */
    private static final double LEAST_WIDTH = 0.1;
    /** The share of a choice's kernel that other choices have. */
    private static final double SPREAD = 0.1;

    private static final double GROWTH = 1.1;

    private final SearchSpace space;
    private final Map<List<Double>, Trial> trials = new LinkedHashMap<>();
    /** As of the last fit. */
    private Optional<Fit> fit = Optional.empty();

    /**
     * A proposer that knows nothing.
     *
     * @param space what is searched, of at least one parameter
     */
    ParzenProposer(SearchSpace space) {
        this.space = space;
    }

    @Override
    public void learn(Trial trial) {
        trials.put(trial.point(), trial);
    }

    private record Ratio(double[] point, Trial around, double logRatio) {}

    @Override
    public Proposal propose(RandomGenerator random) {
        int least = space.dimension() + 1;
        if (trials.size() < 2 * least) {
            return Proposal.random(space, random);
        }
        Fit now = fit.filter(before -> trials.size() < GROWTH * before.count()).orElseGet(() -> fit(least));
        fit = Optional.of(now);
        List<Trial> best = now.best();
        Ratio chosen = IntStream.range(0, DRAWS)
                .mapToObj(i -> {
                    Trial around = best.get(random.nextInt(best.size()));
                    double[] point = now.good().draw(around.coordinates(), random);
                    return new Ratio(
                            point,
                            around,
                            now.good().logDensity(point) - now.others().logDensity(point));
                })
                .max(Comparator.comparingDouble(Ratio::logRatio))
                .orElseThrow();
        return new Proposal(
                chosen.point(), new Origin("parzen", List.of(chosen.around().id())));
    }

    /**
     * What was known when densities were last fitted.
     *
     * @param count of how many trials
     * @param best the good ones
     * @param good their density
     * @param others the density of the others
     */
    private record Fit(int count, List<Trial> best, Kernels good, Kernels others) {}

    private Fit fit(int least) {
        List<Trial> ranked = Ranking.bestFirst(new ArrayList<>(trials.values()));
        int good = Math.max(least, (int) (GOOD * ranked.size()));
        List<Trial> best = thinned(ranked.subList(0, good));
        List<Trial> rest = thinned(ranked.subList(good, ranked.size()));
        return new Fit(ranked.size(), best, new Kernels(space, best), new Kernels(space, rest));
    }

    private static List<Trial> thinned(List<Trial> trials) {
        int count = Math.min(MOST, trials.size());
        return IntStream.range(0, count)
                .mapToObj(i -> trials.get((int) ((long) i * trials.size() / count)))
                .toList();
    }

    /** A product kernel around each of some trials: Gaussian in numbers, alike or not in choices. */
    private static final class Kernels {
        private final SearchSpace space;
        private final double[][] centres;
        private final double[] widths;
        private final boolean[] choices;

        Kernels(SearchSpace space, List<Trial> trials) {
            this.space = space;
            this.centres = trials.stream().map(Trial::coordinates).toArray(double[][]::new);
            this.widths = new double[space.dimension()];
            this.choices = new boolean[space.dimension()];
            for (int i = 0; i < choices.length; i++) {
                choices[i] = space.parameters().get(i) instanceof ChoiceParameter;
            }
            // Scott's rule
            double factor = Math.pow(centres.length, -1.0 / (space.dimension() + 4));
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(LEAST_WIDTH, factor * deviation(i));
            }
        }

        private double deviation(int dimension) {
            double mean = 0;
            for (double[] centre : centres) {
                mean += centre[dimension] / centres.length;
            }
            double sum = 0;
            for (double[] centre : centres) {
                sum += Math.pow(centre[dimension] - mean, 2);
            }
            return Math.sqrt(sum / Math.max(1, centres.length - 1));
        }

        double[] draw(double[] centre, RandomGenerator random) {
            double[] point = centre.clone();
            for (int i = 0; i < point.length; i++) {
                if (choices[i]) {
                    point[i] = random.nextDouble() < WIDER * SPREAD ? random.nextDouble() : point[i];
                } else {
                    point[i] += WIDER * widths[i] * random.nextGaussian();
                    // what falls outside is folded back, so that the ends do not collect it
                    point[i] = Math.abs(point[i] % 2);
                    point[i] = point[i] > 1 ? 2 - point[i] : point[i];
                }
            }
            return space.encode(space.decode(point));
        }

        double logDensity(double[] point) {
            double sum = 0;
            for (double[] centre : centres) {
                double exponent = 0;
                double factor = 1;
                for (int i = 0; i < point.length; i++) {
                    if (choices[i]) {
                        factor *= Math.abs(centre[i] - point[i]) < 1e-9 ? 1 - SPREAD : SPREAD;
                    } else {
                        double distance = (point[i] - centre[i]) / widths[i];
                        exponent += distance * distance;
                    }
                }
                sum += factor * Math.exp(-exponent / 2);
            }
            double volume = 0;
            for (int i = 0; i < widths.length; i++) {
                volume += choices[i] ? 0 : Math.log(widths[i]);
            }
            return Math.log(Math.max(Double.MIN_NORMAL, sum / centres.length)) - volume;
        }
    }
}
