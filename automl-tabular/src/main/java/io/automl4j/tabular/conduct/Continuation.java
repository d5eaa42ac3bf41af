package io.automl4j.tabular.conduct;

import io.automl4j.api.learner.FittedModel;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.learner.Transfer;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.api.trial.Cancellation;
import io.automl4j.ensemble.Candidate;
import io.automl4j.model.AutoModel;
import io.automl4j.model.FoldModel;
import io.automl4j.model.Member;
import io.automl4j.model.PostProcessing;
import io.automl4j.model.Stack;
import io.automl4j.model.encode.FeatureLinks;
import io.automl4j.model.encode.FittedEncoder;
import io.automl4j.model.predictor.Model;
import io.automl4j.tabular.validation.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Lets members of a model go on with new rows, in their own encodings: each fold begins with the weights of a fold of the
 * member, and sees all new rows but its validation part.
 *
 * @implNote Safe for use by many threads.
 */
public final class Continuation {
    /** Weights that differ by less are the same ones. */
    private static final double SAME = 1e-9;

    private final AutoModel model;
    private final RunData data;
    private final Learners learners;
    private final long seed;

    /**
     * A member that has learned new rows.
     *
     * @param configuration what it was trained with, then and now
     * @param folds its models
     * @param outOfFold what they predict for validation rows
     * @param operations elementary operations to predict a row by all folds
     */
    public record Continued(
            Configuration configuration, List<FoldModel> folds, Predictions outOfFold, long operations) {

        /** Copies the list. */
        public Continued {
            folds = List.copyOf(folds);
        }
    }

    /**
     * What goes on.
     *
     * @param model a model
     * @param data new rows of the columns that it reads, and their folds
     * @param learners who learns
     * @param seed the seed of everything random
     */
    public Continuation(AutoModel model, RunData data, Learners learners, long seed) {
        this.model = model;
        this.data = data;
        this.learners = learners;
        this.seed = seed;
    }

    /**
     * Trains a member on.
     *
     * @param member one of the model's
     * @param timeUp asked between iterations
     * @param cancellation asked within iterations
     * @return the member; empty if it cannot go on, as it is none of a learner with weights
     * @throws io.automl4j.api.trial.CancelledException if cancelled before every fold has an iteration
     */
    public Optional<Continued> of(Member member, BooleanSupplier timeUp, Cancellation cancellation) {
        Optional<LearnerProvider> provider = provider(member);
        Optional<Configuration> configuration = model.configuration(member);
        if (provider.isEmpty() || configuration.isEmpty()) {
            return Optional.empty();
        }
        Configuration whole = provider.get().space(data.shape()).repair(configuration.get());
        return Optional.of(continued(member, whole, provider.get(), timeUp, cancellation));
    }

    /**
     * What a member as it is predicts for validation rows, none of which it has learned.
     *
     * @param member one of the model's
     * @return the mean of its models, as it is part of the mean of an ensemble
     */
    public Predictions before(Member member) {
        int outputs = data.task().outputs();
        Table rows = data.table().select(validated());
        Member alone = new Member(member.trial(), member.learner(), 1, member.folds());
        double[] mean = new Teacher(model.parts().encoders(), List.of(alone), Optional.empty(), outputs).ofAll(rows);
        float[] values = new float[mean.length];
        IntStream.range(0, mean.length).forEach(i -> values[i] = (float) mean[i]);
        return Predictions.of(values, outputs);
    }

    /**
     * Whether a member can go on.
     *
     * @param member one of the model's
     * @return false if it is none of a learner with weights
     */
    public boolean canGoOn(Member member) {
        return provider(member).isPresent() && model.configuration(member).isPresent();
    }

    private Optional<LearnerProvider> provider(Member member) {
        return learners.searched().stream()
                .filter(one -> one.name().equals(member.learner()) && one.transfersWeights())
                .findFirst();
    }

    /**
     * What is made of an ensemble of old and continued members.
     *
     * @param processing what suits its predictions best, but that classes are decided as before
     * @param score its metric then
     */
    public record Ensemble(PostProcessing processing, double score) {}

    /**
     * What suits an ensemble best. A model that is as it was keeps its stack.
     *
     * @param members old and continued members, with what they predict for validation rows
     * @param shares the weight of each by the number of its trial
     * @return stack, calibration, decisions and errors
     */
    public Ensemble ensemble(List<Candidate> members, Map<Long, Double> shares) {
        Labels truth = data.labels().select(validated());
        PostProcessor processor = new PostProcessor(data.task(), data.metric(), truth, Set.of());
        PostProcessor.Processed processed = stack(shares)
                .map(stack -> processor.keeping(stack, members, shares))
                .or(() -> processor.stacked(
                        members, shares, BoostedCorrection.trainers(data, learners, seed), Cancellation.NEVER))
                .orElseGet(() -> processor.of(Candidate.mixture(members, shares)));
        PostProcessing processing = processed
                .processing()
                .decidingAs(model.parts().processing(), data.metric().name());
        return new Ensemble(processing, processed.score());
    }

    /** The stack of the model, if it reads these members and knows their mean. */
    private Optional<Stack> stack(Map<Long, Double> shares) {
        boolean same = model.members().stream()
                .allMatch(member -> Math.abs(member.weight() - shares.getOrDefault(member.trial(), 0.0)) < SAME);
        return model.parts()
                .processing()
                .stack()
                .filter(stack -> same && Set.copyOf(stack.members()).equals(shares.keySet()));
    }

    private Continued continued(
            Member member,
            Configuration configuration,
            LearnerProvider provider,
            BooleanSupplier timeUp,
            Cancellation cancellation) {
        List<Fold> folds = data.plan().folds();
        List<Learner> beginning = new ArrayList<>();
        List<EncodedFold> encoded = new ArrayList<>();
        List<FoldData> rows = new ArrayList<>();
        for (int fold = 0; fold < folds.size(); fold++) {
            cancellation.check();
            Learner learner = provider.create(configuration).from(same(earlier(member, fold)));
            beginning.add(learner);
            encoded.add(encoded(folds.get(fold), encoder(member, fold)));
            FoldData whole = encoded.get(fold).training(data.task(), learner.plan(), folds.size(), seed);
            rows.add(Learners.weighted(provider, whole, seed));
        }
        try (Lockstep lockstep = new Lockstep(beginning, rows, List.of(), seed, cancellation)) {
            lockstep.train(1, List.of(), timeUp, cancellation);
            List<FoldModel> models = new ArrayList<>();
            List<Predictions> predictions = new ArrayList<>();
            long operations = 0;
            for (int fold = 0; fold < folds.size(); fold++) {
                int iteration = lockstep.chosenIteration(fold, data.plan().disjoint(fold, folds.size()));
                FittedModel fitted = lockstep.model(fold, iteration);
                models.add(new FoldModel(earlier(member, fold).encoder(), (Model) fitted));
                predictions.add(encoded.get(fold).predicted(fitted));
                operations += fitted.operations() + encoder(member, fold).operations();
            }
            Predictions merged = data.plan().outOfFold(folds.size()).merge(predictions);
            return new Continued(configuration, models, merged, operations);
        }
    }

    /** The rows that folds validate, in the order of predictions. */
    private int[] validated() {
        return data.plan().outOfFold(data.plan().folds().size()).rows();
    }

    /** Folds take the models of folds in turn. */
    private static FoldModel earlier(Member member, int fold) {
        return member.folds().get(fold % member.folds().size());
    }

    private FittedEncoder encoder(Member member, int fold) {
        return model.parts().encoders().get(earlier(member, fold).encoder());
    }

    private Transfer same(FoldModel fold) {
        FittedEncoder encoder = model.parts().encoders().get(fold.encoder());
        List<Integer> outputs =
                IntStream.range(0, data.task().outputs()).boxed().toList();
        return new Transfer(fold.model(), FeatureLinks.between(encoder, encoder, outputs), outputs);
    }

    private EncodedFold encoded(Fold fold, FittedEncoder encoder) {
        return new EncodedFold(
                encoder,
                encoder.transform(data.table().select(fold.train())),
                data.labels().select(fold.train()),
                encoder.transform(data.table().select(fold.validation())),
                data.labels().select(fold.validation()));
    }
}
