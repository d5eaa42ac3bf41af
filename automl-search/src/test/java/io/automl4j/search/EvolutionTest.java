package io.automl4j.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.space.SearchSpace;
import io.automl4j.search.Evolution.Breeding;
import io.jenetics.DoubleChromosome;
import io.jenetics.DoubleGene;
import io.jenetics.GaussianMutator;
import io.jenetics.Genotype;
import io.jenetics.TournamentSelector;
import io.jenetics.engine.Engine;
import io.jenetics.ext.moea.NSGA2Selector;
import io.jenetics.ext.moea.Vec;
import io.jenetics.util.RandomRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class EvolutionTest {
    private static final int EVALUATIONS = 6_000;
    private static final int POPULATION = 50;
    /** Acceptance 04 takes ten. */
    private static final int SEEDS = Integer.getInteger("evolution.seeds", 3);

    private static final double CROSSOVER = 0.9;
    private static final double NEARNESS = 5;

    /** Problems whose fronts are known (Zitzler et al. 2000, doi:10.1162/106365600568202; Deb et al. 2002). */
    enum Problem {
        ZDT1(30, 2) {
            @Override
            List<Double> values(double[] x) {
                double g = tail(x);
                return List.of(x[0], g * (1 - Math.sqrt(x[0] / g)));
            }
        },
        ZDT2(30, 2) {
            @Override
            List<Double> values(double[] x) {
                double g = tail(x);
                return List.of(x[0], g * (1 - Math.pow(x[0] / g, 2)));
            }
        },
        DTLZ2(12, 3) {
            @Override
            List<Double> values(double[] x) {
                double g = 1
                        + Arrays.stream(x, 2, x.length)
                                .map(u -> (u - 0.5) * (u - 0.5))
                                .sum();
                double a = x[0] * Math.PI / 2;
                double b = x[1] * Math.PI / 2;
                return List.of(g * Math.cos(a) * Math.cos(b), g * Math.cos(a) * Math.sin(b), g * Math.sin(a));
            }
        };

        final int dimension;
        final int objectives;

        Problem(int dimension, int objectives) {
            this.dimension = dimension;
            this.objectives = objectives;
        }

        abstract List<Double> values(double[] x);

        static double tail(double[] x) {
            return 1 + 9 * Arrays.stream(x, 1, x.length).sum() / (x.length - 1);
        }

        double hypervolume(List<List<Double>> found) {
            return ParetoFront.of(found, Function.identity()).hypervolume(Collections.nCopies(objectives, 1.1));
        }
    }

    private static List<List<Double>> ours(Problem problem, long seed) {
        SearchSpace.Builder space = SearchSpace.builder();
        IntStream.range(0, problem.dimension).forEach(i -> space.real("x" + i, 0, 1, 0.5));
        Evolution evolution = new Evolution(space.build(), new Breeding(POPULATION, POPULATION, 2, CROSSOVER));
        SplittableRandom random = new SplittableRandom(seed);
        List<List<Double>> found = new ArrayList<>();
        for (int i = 0; i < EVALUATIONS; i++) {
            double[] point = evolution.propose(random).point();
            List<Double> values = problem.values(point);
            found.add(values);
            evolution.learn(Trials.at(
                    i,
                    0,
                    point,
                    values.stream().mapToDouble(Double::doubleValue).toArray()));
        }
        return found;
    }

    /** Generation after generation, with the same operators. */
    private static List<List<Double>> engine(Problem problem, long seed) {
        List<List<Double>> found = new ArrayList<>();
        Engine<DoubleGene, Vec<double[]>> engine = Engine.builder(
                        genotype -> {
                            List<Double> values = problem.values(genotype.chromosome().stream()
                                    .mapToDouble(DoubleGene::doubleValue)
                                    .toArray());
                            found.add(values);
                            return Vec.of(values.stream()
                                    .mapToDouble(Double::doubleValue)
                                    .toArray());
                        },
                        Genotype.of(DoubleChromosome.of(0, 1, problem.dimension)))
                .populationSize(POPULATION)
                .minimizing()
                .alterers(
                        new BinaryCrossover<Vec<double[]>>(CROSSOVER, NEARNESS),
                        new GaussianMutator<>(1.0 / problem.dimension))
                .offspringSelector(new TournamentSelector<>(2))
                .survivorsSelector(NSGA2Selector.ofVec())
                .executor(Runnable::run)
                .build();
        RandomRegistry.with(
                new SplittableRandom(seed),
                random -> engine.stream()
                        .takeWhile(result -> found.size() < EVALUATIONS)
                        .count());
        return found.subList(0, Math.min(EVALUATIONS, found.size()));
    }

    /** Asked and told one by one it is as good as Jenetics' own engine at equal evaluations. */
    @ParameterizedTest
    @EnumSource
    void isAsGoodAsTheEngine(Problem problem) {
        double ours = IntStream.range(0, SEEDS)
                .mapToDouble(seed -> problem.hypervolume(ours(problem, seed)))
                .average()
                .orElseThrow();
        double theirs = IntStream.range(0, SEEDS)
                .mapToDouble(seed -> problem.hypervolume(engine(problem, seed)))
                .average()
                .orElseThrow();
        System.out.printf("%s: hypervolume %.4f, of Jenetics' engine %.4f%n", problem, ours, theirs);
        assertThat(ours).isGreaterThanOrEqualTo(0.98 * theirs);
    }
}
