package io.automl4j.tabular.conduct;

import io.automl4j.api.NothingFittedException;
import io.automl4j.api.run.AutoMlEvent;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.run.Part;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.ArtifactStore;
import io.automl4j.api.trial.ArtifactStore.Kept;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.ensemble.SelectionParams;
import io.automl4j.model.Member;
import io.automl4j.model.PostProcessing;
import io.automl4j.model.encode.FittedEncoder;
import io.automl4j.model.explain.Importance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What is made of the trials once the search has ended: ensembles are chosen, members are trained again, and the importance of
 * columns is told.
 *
 * @param data what was learned from
 * @param learners who learned
 * @param encodings encodings of the folds
 * @param settings how the run is conducted
 * @param artifacts what is kept of the trials
 * @param outcomes everything that was tried, in the order in which it ended
 * @param ledger the time that is left
 * @param stopped whether the run is to end as soon as it can
 * @param lost what the work directory lost, which was told
 */
record Harvest(
        RunData data,
        Learners learners,
        Encodings encodings,
        RunSettings settings,
        ArtifactStore artifacts,
        List<TrialOutcome> outcomes,
        Ledger ledger,
        Cancellation stopped,
        Supplier<List<DataWarning>> lost) {

    /** The time of importance by count, where nothing measured may count. */
    private static final Duration REPRODUCIBLE_IMPORTANCE = Duration.ofSeconds(2);

    /**
     * Chooses, and makes what is to be made.
     *
     * @return encoders, members and everything that was tried
     * @throws NothingFittedException if no trial was completed; says why, top causes first
     */
    RunResult all() {
        if (artifacts.ranked().isEmpty()) {
            throw new NothingFittedException(shortfalls().causes(outcomes));
        }
        EnsembleChooser chooser = new EnsembleChooser(data, eligible(), settings.goals(), settings.leftOut());
        List<EnsembleChoice> front = chooser.front(
                chooser.best(bounds(() -> ledger.leftForChoice().isNegative())),
                bounds(() -> stopped.cancelled() || ledger.leftForCheaper().isNegative()),
                BoostedCorrection.trainers(data, learners, settings));
        EnsembleChoice choice = front.get(0);
        ledger.expect(MemberAssembly.distinct(front).stream()
                .mapToLong(member -> member.kept().outcome().cost().modelBytes())
                .sum());
        settings.listener()
                .on(new AutoMlEvent.EnsembleChosen(
                        choice.score(), choice.members().size()));
        List<DataWarning> warnings = warnings(choice);
        warnings.forEach(warning -> settings.listener().on(new AutoMlEvent.Warned(warning)));
        warnings.addAll(lost.get());
        Compaction.Compacted compacted = compacted(front, chooser);
        List<Refit.Fitted> refitted = new ArrayList<>(compacted.models());
        if (!data.plan().coversAllRows() && !stopped.cancelled()) {
            refitted.addAll(new Refit(data, learners, encodings, settings.clock())
                    .run(MemberAssembly.distinct(front), settings.threads(), ledger::leftForRefit, stopped));
        }
        RunResult result =
                narrowed(result(compacted.front(), refitted, warnings).with(compacted.outcomes()));
        return stopped.cancelled() ? result : result.with(importance(choice, result), ledger.spent());
    }

    private Compaction.Compacted compacted(List<EnsembleChoice> front, EnsembleChooser chooser) {
        if (stopped.cancelled() || learned().isEmpty() || !Compaction.suits(settings.goals())) {
            return new Compaction.Compacted(front, List.of(), List.of());
        }
        return new Compaction(data, learners, encodings, settings)
                .of(front, single(front, chooser), next(), ledger, stopped);
    }

    /** The number of the first model that is made after the search. */
    private long next() {
        return 1
                + outcomes.stream()
                        .mapToLong(outcome -> outcome.request().id())
                        .max()
                        .orElse(0);
    }

    /** Ensembles whose members are to be one model each, the cheapest first; of one fold there is one model anyway. */
    private List<EnsembleChoice> single(List<EnsembleChoice> front, EnsembleChooser chooser) {
        if (!data.plan().coversAllRows()) {
            return List.of();
        }
        SelectionParams params = bounds(() -> ledger.leftForCheaper().isNegative());
        List<Kept> shorter = new ShorterTrees(data, learners, encodings).of(eligible(), next(), params.cancellation());
        List<EnsembleChoice> single = new ArrayList<>(chooser.ofSingleModels(shorter, params));
        for (int i = front.size() - 1; i >= 0 && Compaction.costCounts(settings.goals()); i--) {
            single.add(chooser.asSingleModels(front.get(i)));
        }
        return single;
    }

    /** Errors are known of the models of folds; the mean of these errs less. */
    private RunResult narrowed(RunResult result) {
        if (data.task().type() != TaskType.REGRESSION || !data.plan().coversAllRows()) {
            return result;
        }
        List<Member> members = Stream.concat(result.members().stream(), result.others().stream())
                .toList();
        return result.with(new FoldSpread(data, result.encoders()).narrowed(result.front(), members, settings.seed()));
    }

    /** Of the models of folds, even where models of all rows take their place. */
    private Importance importance(EnsembleChoice choice, RunResult result) {
        List<FittedEncoder> encoders = result.encoders();
        List<Member> members = result.members();
        if (!data.plan().coversAllRows()) {
            MemberAssembly.Assembled folds =
                    new MemberAssembly(data, learners, encodings, List.of()).assemble(List.of(choice));
            encoders = folds.encoders();
            members = folds.members();
        }
        OutOfFoldImportance importance = new OutOfFoldImportance(data, encoders, members, choice.processing());
        if (settings.reproducible()) {
            return importance.of(REPRODUCIBLE_IMPORTANCE, settings.seed(), stopped);
        }
        if (ledger.forImportance().isNegative()) {
            return Importance.NONE;
        }
        Duration end = ledger.spent().plus(ledger.forImportance());
        double slowness = importance.slowness(settings.clock(), settings.seed());
        double left = end.minus(ledger.spent()).toNanos() / slowness;
        return importance.of(
                Duration.ofNanos((long) left),
                settings.seed(),
                () -> stopped.cancelled() || ledger.spent().compareTo(end) > 0);
    }

    private RunResult result(List<EnsembleChoice> front, List<Refit.Fitted> refitted, List<DataWarning> warnings) {
        MemberAssembly.Assembled model = new MemberAssembly(data, learners, encodings, refitted).assemble(front);
        return new RunResult(
                model.encoders(),
                model.members(),
                model.front(),
                model.others(),
                List.copyOf(outcomes),
                List.of(),
                warnings,
                ledger.spent(),
                Importance.NONE);
    }

    private List<DataWarning> warnings(EnsembleChoice choice) {
        List<DataWarning> warnings =
                new ArrayList<>(Shortfalls.violated(settings.goals(), choice, settings.reproducible()));
        if (learned().isEmpty() && !learners.searched().isEmpty()) {
            warnings.add(shortfalls().nothingLearned(outcomes));
        } else {
            baseline()
                    .filter(score ->
                            data.metric().toLoss(score) <= data.metric().toLoss(choice.score()))
                    .ifPresent(score -> warnings.add(Shortfalls.noBetter(data.metric(), choice.score(), score)));
        }
        return warnings;
    }

    /** What the best baseline reached. */
    private Optional<Double> baseline() {
        return artifacts.ranked().stream()
                .filter(this::isBaseline)
                .findFirst()
                .map(kept -> kept.outcome().score());
    }

    private boolean isBaseline(Kept kept) {
        return learners.named(kept.outcome().request().learner()).isBaseline();
    }

    private SelectionParams bounds(Cancellation cancellation) {
        SelectionParams defaults = SelectionParams.defaults().withCancellation(cancellation);
        SelectionParams bounds = settings.has(Part.BAGS) && !stopped.cancelled() ? defaults : defaults.withBags(1);
        return settings.has(Part.ENSEMBLE) ? bounds : bounds.withMembers(1).withBags(1);
    }

    /**
     * The candidates. A baseline counts only if it is alone: it covers everything at once, and a ranking does not
     * notice how much of it is in the mixture.
     */
    private List<Kept> eligible() {
        List<Kept> learned = learned();
        return learned.isEmpty() ? artifacts.ranked() : learned;
    }

    private List<Kept> learned() {
        return artifacts.ranked().stream().filter(kept -> !isBaseline(kept)).toList();
    }

    /**
     * The best trial alone. May be called by any thread while the search goes on.
     *
     * @return what there is if it is all; empty before the first trial
     */
    Optional<RunResult> best() {
        return eligible().stream()
                .findFirst()
                .map(kept -> new EnsembleChoice(
                        List.of(new EnsembleChoice.Chosen(kept, 1)),
                        PostProcessing.NONE,
                        kept.outcome().score()))
                .map(choice -> result(List.of(choice), List.of(), List.of()));
    }

    private Shortfalls shortfalls() {
        return new Shortfalls(learners, settings.budget().time(), data.table().rows(), stopped.cancelled());
    }
}
