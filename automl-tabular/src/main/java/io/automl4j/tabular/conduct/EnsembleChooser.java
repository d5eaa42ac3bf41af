package io.automl4j.tabular.conduct;

import io.automl4j.api.run.Goals;
import io.automl4j.api.run.Objective;
import io.automl4j.api.run.Objectives;
import io.automl4j.api.run.Part;
import io.automl4j.api.trial.ArtifactStore.Kept;
import io.automl4j.ensemble.Candidate;
import io.automl4j.ensemble.Limit;
import io.automl4j.ensemble.SelectionParams;
import io.automl4j.ensemble.Stacking;
import io.automl4j.model.PostProcessing;
import io.automl4j.model.Stack;
import io.automl4j.search.ParetoFront;
import io.automl4j.tabular.conduct.EnsembleChoice.Chosen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses ensembles among the trials of the widest coverage: the most accurate one, and cheaper ones. Those that do not keep
 * the constraints take no part, unless there is no other.
 */
final class EnsembleChooser {
    /** Each cheaper ensemble is looked for at half the cost of the one before. */
    private static final int HALVINGS = 6;

    /** Small ensembles are soon complete. */
    private static final int ROUNDS = 12;

    /** A point of the front costs at most this part, in something, of all points that are more accurate. */
    private static final double CHEAPER = 2.0 / 3;

    /** So many an ensemble of single models may take. */
    private static final List<Double> OPERATIONS = List.of(2_500.0, 5_000.0, 10_000.0, 20_000.0);

    private final RunData data;
    private final Goals goals;
    private final Evidence evidence;
    /** Where folds are repeated, of the first repetition: each row is predicted by one model. */
    private final Evidence ofOneModel;

    private final Map<Objective, Map<Long, Double>> costs = new HashMap<>();

    /**
     * A choice among trials.
     *
     * @param data what they were validated on
     * @param ranked the trials, of the widest coverage first, at least one
     * @param goals what is to be small besides the loss, and what is to be kept
     * @param leftOut parts that are left out
     */
    EnsembleChooser(RunData data, List<Kept> ranked, Goals goals, Set<Part> leftOut) {
        this.data = data;
        this.goals = goals;
        List<Kept> keeping = keeping(ranked);
        int widest = keeping.get(0).artifacts().size();
        List<Kept> covering = keeping.stream()
                .filter(trial -> trial.artifacts().size() == widest)
                .toList();
        int once = Math.min(widest, data.plan().foldsOfRepetition());
        this.evidence = new Evidence(data, covering, widest, leftOut);
        this.ofOneModel = once == widest ? evidence : new Evidence(data, covering, once, leftOut);
    }

    /** Those that keep the constraints by themselves; if there is none, the one that violates them least, the best of equals. */
    private List<Kept> keeping(List<Kept> ranked) {
        List<Kept> keeping = ranked.stream()
                .filter(trial -> goals.areKept(List.of(trial.outcome())))
                .toList();
        return keeping.isEmpty()
                ? ranked.stream()
                        .min(Comparator.comparingDouble((Kept trial) -> goals.violation(List.of(trial.outcome())))
                                .thenComparingDouble(trial -> trial.outcome().loss()))
                        .stream()
                        .toList()
                : keeping;
    }

    /** The most accurate ensemble within the constraints that takes about half a millisecond for a row, or what the best trial takes alone. */
    EnsembleChoice best(SelectionParams params) {
        double most = Math.max(
                Limit.USUAL_OPERATIONS, (double) evidence.candidates().get(0).operations());
        return evidence.choose(params.withLimit(constraints().and(Limit.operations(most))));
    }

    /**
     * The ensembles of which none is better in everything than another, in loss and in what else is to be small.
     *
     * @param best the most accurate one
     * @param params bounds of the cheaper ones; when they are cancelled, single trials make up the rest
     * @param trainers what may learn a correction of the most accurate one
     * @return the most accurate one, then best score first
     */
    List<EnsembleChoice> front(EnsembleChoice best, SelectionParams params, List<Stacking.Trainer> trainers) {
        // first, as what follows takes all the time there is
        EnsembleChoice first = stacked(best, params, trainers);
        List<EnsembleChoice> found = new ArrayList<>(List.of(best));
        Limit constraints = constraints();
        evidence.candidates().stream()
                .filter(candidate -> constraints.isKept(List.of(candidate)))
                .map(this::alone)
                .forEach(found::add);
        List<Objective> objectives = goals.ofModels().objectives();
        for (Objective objective : objectives) {
            double bound = together(objective, trials(best)) / 2;
            for (int i = 0; i < HALVINGS && !params.cancellation().cancelled(); i++, bound /= 2) {
                double most = bound;
                Limit cheaper = members -> together(objective, trials(members)) <= most;
                if (evidence.candidates().stream().noneMatch(candidate -> cheaper.isKept(List.of(candidate)))) {
                    break;
                }
                found.add(evidence.choose(params.withRounds(ROUNDS).withBags(1).withLimit(constraints.and(cheaper))));
            }
        }
        // this takes long: it is done to what is left, after which one may be better than another
        List<EnsembleChoice> processed = spread(ParetoFront.of(found, choice -> values(choice, objectives))).stream()
                .filter(choice -> !choice.members().equals(best.members()))
                .map(choice -> evidence.processed(choice.members()))
                .toList();
        return EnsembleChoice.front(first, processed, choice -> values(choice, objectives));
    }

    /** With a stack, if it is worth it, and no bound of the size is broken by it. */
    private EnsembleChoice stacked(EnsembleChoice best, SelectionParams params, List<Stacking.Trainer> trainers) {
        EnsembleChoice stacked = evidence.stacked(best.members(), trainers, params.cancellation());
        double bytes = together(Objectives.SIZE, trials(best))
                + stacked.processing().stack().map(Stack::bytes).orElse(0L);
        boolean kept = goals.constraints().stream()
                .filter(bound -> bound.objective() == Objectives.SIZE)
                .allMatch(bound -> bytes <= bound.most());
        return kept ? stacked : evidence.processed(best.members());
    }

    /**
     * The most accurate ensembles of few operations, where each member is one model and not one of each fold.
     *
     * @param shorter trees after fewer iterations that may be members in place of the trials that they are of
     * @param params bounds of the choices
     * @return those of the fewest operations first; none if no trial is cheap enough
     */
    List<EnsembleChoice> ofSingleModels(List<Kept> shorter, SelectionParams params) {
        Evidence all = ofOneModel.with(shorter);
        Map<List<Chosen>, EnsembleChoice> found = new LinkedHashMap<>();
        for (double operations : OPERATIONS) {
            Limit cheap = Limit.operations(operations * data.plan().folds().size());
            boolean possible = all.candidates().stream().anyMatch(candidate -> cheap.isKept(List.of(candidate)));
            if (possible && !params.cancellation().cancelled()) {
                EnsembleChoice choice =
                        all.choose(params.withRounds(ROUNDS).withBags(1).withLimit(cheap));
                found.putIfAbsent(choice.members(), choice);
            }
        }
        return found.values().stream()
                .map(choice -> all.processed(choice.members()))
                .toList();
    }

    /** The same members, as one model each would be: what is known of it is what the model of a fold predicts by itself. */
    EnsembleChoice asSingleModels(EnsembleChoice choice) {
        return ofOneModel == evidence ? choice : ofOneModel.processed(choice.members());
    }

    private Limit constraints() {
        return members -> goals.constraints().stream()
                .allMatch(bound -> together(bound.objective(), trials(members)) <= bound.most());
    }

    private List<Double> values(EnsembleChoice choice, List<Objective> objectives) {
        List<Double> values = new ArrayList<>(List.of(data.metric().toLoss(choice.score())));
        objectives.forEach(objective -> values.add(together(objective, trials(choice))));
        return values;
    }

    /** What an ensemble has of an objective; that of a trial is asked for once. */
    private double together(Objective objective, List<Long> trials) {
        Map<Long, Double> known = costs.computeIfAbsent(objective, key -> new HashMap<>());
        return objective.together(trials.stream()
                .map(trial -> known.computeIfAbsent(
                        trial, key -> objective.value(evidence.kept(key).outcome())))
                .toList());
    }

    private static List<Long> trials(EnsembleChoice choice) {
        return choice.members().stream().map(Chosen::trial).toList();
    }

    private static List<Long> trials(List<Candidate> members) {
        return members.stream().map(Candidate::trial).toList();
    }

    /** Leaves out what is hardly cheaper than a more accurate one. */
    private static List<EnsembleChoice> spread(ParetoFront<EnsembleChoice> front) {
        List<EnsembleChoice> spread = new ArrayList<>(List.of(front.members().get(0)));
        List<Double> least = new ArrayList<>(front.values().get(0));
        for (int i = 1; i < front.members().size(); i++) {
            boolean cheaper = false;
            for (int objective = 1; objective < least.size(); objective++) {
                double value = front.values().get(i).get(objective);
                cheaper |= value <= CHEAPER * least.get(objective);
            }
            if (cheaper) {
                spread.add(front.members().get(i));
                for (int objective = 1; objective < least.size(); objective++) {
                    least.set(
                            objective,
                            Math.min(least.get(objective), front.values().get(i).get(objective)));
                }
            }
        }
        return spread;
    }

    private EnsembleChoice alone(Candidate candidate) {
        Kept trial = evidence.kept(candidate.trial());
        return new EnsembleChoice(
                List.of(new Chosen(trial, 1)),
                PostProcessing.NONE,
                trial.outcome().score());
    }
}
