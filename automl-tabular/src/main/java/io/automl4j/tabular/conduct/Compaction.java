package io.automl4j.tabular.conduct;

import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.run.Goals;
import io.automl4j.api.run.LeaderboardRow.Status;
import io.automl4j.api.run.Objective;
import io.automl4j.api.run.Objectives;
import io.automl4j.api.trial.ArtifactStore.Kept;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.api.trial.Cost;
import io.automl4j.api.trial.FoldArtifact;
import io.automl4j.api.trial.Origin;
import io.automl4j.api.trial.TrialOutcome.Completed;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.model.file.ModelCodec;
import io.automl4j.model.predictor.Model;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Smaller ensembles, made at the end of a run: some with one model of all rows for each member in place of one of each fold, and, where
 * latency or size counts, one network that has learned what the best ensemble predicts.
 *
 * @param data what was learned from
 * @param learners who learned
 * @param encodings the encoders of all trials
 * @param settings of the run
 */
record Compaction(RunData data, Learners learners, Encodings encodings, RunSettings settings) {
    /** Whether latency or size of models is to be small, or is bounded. */
    static boolean costCounts(Goals goals) {
        return Stream.concat(
                        goals.objectives().stream(),
                        goals.constraints().stream().map(Goals.Constraint::objective))
                .anyMatch(objective -> objective == Objectives.LATENCY || objective == Objectives.SIZE);
    }

    /** Whether all that is to be small is known of models that no trial made: objectives of the caller's own are asked of trials. */
    static boolean suits(Goals goals) {
        return goals.objectives().stream().allMatch(Objectives.class::isInstance)
                && goals.constraints().stream().map(Goals.Constraint::objective).allMatch(Objectives.class::isInstance);
    }

    /** What is taught what the best ensemble predicts; nothing where costs do not count, or it cannot learn such a task. */
    static Optional<LearnerProvider> student(RunData data, Learners learners, Goals goals) {
        if (!costCounts(goals) || !Distillation.suits(data.task())) {
            return Optional.empty();
        }
        return learners.searched().stream()
                .filter(provider -> provider.name().equals(Distillation.STUDENT))
                .findFirst();
    }

    /**
     * A front with what was made.
     *
     * @param front the most accurate ensemble, then those of which none is better in everything than another
     * @param models those of all rows
     * @param outcomes what is known of these models
     */
    record Compacted(List<EnsembleChoice> front, List<Refit.Fitted> models, List<Completed> outcomes) {}

    /**
     * Makes what the time allows.
     *
     * @param front ensembles of models of folds, the most accurate one first
     * @param single ensembles whose members are to be one model each, the cheapest first
     * @param next the number of the first model that is made
     * @param ledger says when it has to end
     * @param cancellation ends it early
     * @return a front that begins with the same ensemble
     */
    Compacted of(
            List<EnsembleChoice> front,
            List<EnsembleChoice> single,
            long next,
            Ledger ledger,
            Cancellation cancellation) {
        Made made = new Made(next);
        List<EnsembleChoice> cheaper = new ArrayList<>(front.subList(1, front.size()));
        Map<Long, Kept> models = refitted(single, made, ledger, cancellation);
        for (EnsembleChoice choice : single) {
            // what was not ready in time is there as that of a fold
            choice.members()
                    .forEach(member -> models.computeIfAbsent(
                            member.trial(), trial -> made.add(ofOneFold(member.kept(), made.next()))));
            cheaper.add(ofOneModelEach(choice, models));
        }
        distilled(front.get(0), made, ledger, cancellation).ifPresent(cheaper::add);
        return new Compacted(withBest(front.get(0), cheaper), List.copyOf(made.models), List.copyOf(made.outcomes));
    }

    /** The best one, and of the cheaper ones those that keep what it keeps and that nothing, itself included, dominates. */
    private List<EnsembleChoice> withBest(EnsembleChoice best, List<EnsembleChoice> cheaper) {
        boolean kept = settings.goals().areKept(best.outcomes());
        List<EnsembleChoice> keeping = cheaper.stream()
                .filter(choice -> !kept || settings.goals().areKept(choice.outcomes()))
                .toList();
        return EnsembleChoice.front(best, keeping, this::values);
    }

    /** What was made so far, each under a number of its own. */
    private static final class Made {
        private final List<Refit.Fitted> models = new ArrayList<>();
        private final List<Completed> outcomes = new ArrayList<>();
        private final long first;

        Made(long first) {
            this.first = first;
        }

        long next() {
            return first + outcomes.size();
        }

        Kept add(Kept ofOneFold) {
            outcomes.add(ofOneFold.outcome());
            return ofOneFold;
        }

        Kept add(Completed outcome, Model model) {
            models.add(new Refit.Fitted(
                    outcome.request().id(), model, outcome.cost().wall()));
            outcomes.add(outcome);
            return new Kept(outcome, List.of());
        }
    }

    private Optional<EnsembleChoice> distilled(
            EnsembleChoice teacher, Made made, Ledger ledger, Cancellation cancellation) {
        Duration left = settings.reproducible() ? Distillation.UNLIMITED : ledger.leftForCompaction();
        return student(data, learners, settings.goals())
                .flatMap(student -> new Distillation(data, student, encodings, settings)
                        .of(teacher(teacher), made.next(), left, cancellation))
                .map(taught -> new EnsembleChoice(
                        List.of(new EnsembleChoice.Chosen(made.add(taught.outcome(), taught.model()), 1)),
                        taught.processing(),
                        taught.outcome().score()));
    }

    private Teacher teacher(EnsembleChoice choice) {
        MemberAssembly.Assembled folds =
                new MemberAssembly(data, learners, encodings, List.of()).assemble(List.of(choice));
        return new Teacher(
                folds.encoders(),
                folds.members(),
                choice.processing().stack(),
                data.task().outputs());
    }

    /** Models of all rows by the trials of their members; members of the first ensembles come first. */
    private Map<Long, Kept> refitted(List<EnsembleChoice> wanted, Made made, Ledger ledger, Cancellation cancellation) {
        List<EnsembleChoice.Chosen> members = MemberAssembly.distinct(wanted).stream()
                .filter(member -> settings.reproducible()
                        || onAllRows(member.kept().outcome()).compareTo(ledger.leftForCompaction()) < 0)
                .toList();
        Map<Long, Kept> refitted = new LinkedHashMap<>();
        for (Refit.Fitted fitted : new Refit(data, learners, encodings, settings.clock())
                .run(members, settings.threads(), ledger::leftForCompaction, cancellation)) {
            members.stream()
                    .filter(member -> member.trial() == fitted.trial())
                    .map(member -> ofAllRows(member.kept().outcome(), fitted, made.next()))
                    .forEach(outcome -> refitted.put(fitted.trial(), made.add(outcome, fitted.model())));
        }
        return refitted;
    }

    /** What a training on all rows takes, by what those on folds took. */
    private static Duration onAllRows(Completed folds) {
        int count = folds.foldLosses().size();
        return folds.cost().training().dividedBy(Math.max(1, count - 1));
    }

    private Completed ofAllRows(Completed folds, Refit.Fitted fitted, long id) {
        Cost cost = new Cost(
                fitted.wall(),
                encoding(folds.request(), Encodings.ALL_ROWS) + fitted.model().operations(),
                ModelCodec.toBlock(fitted.model()).size());
        return ofOneModel(folds, Status.REFITTED, id, cost);
    }

    /** The model of the first fold alone, which is there already. */
    private Kept ofOneFold(Kept folds, long id) {
        FoldArtifact first = folds.artifacts().get(0);
        Completed outcome = folds.outcome();
        Cost cost = new Cost(
                Duration.ZERO,
                encoding(outcome.request(), first.fold())
                        + ModelCodec.fromBlock(first.model()).operations(),
                first.model().size());
        return new Kept(ofOneModel(outcome, Status.ONE_FOLD, id, cost), List.of(first));
    }

    /** What it takes to encode a row as for a fold. */
    private long encoding(TrialRequest request, int fold) {
        LearnerProvider provider = learners.named(request.learner());
        EncoderSpec spec = Learners.encoding(provider, request.configuration(), data.shape());
        return encodings.suitedTo(provider).encoder(fold, spec).operations();
    }

    /** What was found of the models of folds, each by itself, holds for one of them, and for a model of all rows. */
    private static Completed ofOneModel(Completed folds, Status status, long id, Cost cost) {
        TrialRequest request = folds.request()
                .again(id, folds.request().fidelity(), folds.request().seed())
                .withOrigin(new Origin(status.label(), List.of(ShorterTrees.trial(folds.request()))));
        return new Completed(
                request, folds.score(), folds.loss(), folds.foldLosses(), folds.iterations(), List.of(), cost);
    }

    /** A stack, too, learned from models of one fold each, and reads these. */
    private static EnsembleChoice ofOneModelEach(EnsembleChoice choice, Map<Long, Kept> models) {
        Map<Long, EnsembleChoice.Chosen> members = new LinkedHashMap<>();
        choice.members()
                .forEach(member -> members.put(
                        member.trial(),
                        new EnsembleChoice.Chosen(
                                Objects.requireNonNull(models.get(member.trial())), member.weight())));
        return new EnsembleChoice(
                List.copyOf(members.values()),
                choice.processing()
                        .reading(trial ->
                                Objects.requireNonNull(members.get(trial)).trial()),
                choice.score());
    }

    private List<Double> values(EnsembleChoice choice) {
        List<Double> values = new ArrayList<>(List.of(data.metric().toLoss(choice.score())));
        for (Objective objective : settings.goals().ofModels().objectives()) {
            values.add(Goals.together(objective, choice.outcomes()));
        }
        return values;
    }
}
