package io.automl4j.tabular.conduct;

import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.learner.Transfer;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.meta.Starts;
import io.automl4j.model.AutoModel;
import io.automl4j.model.FoldModel;
import io.automl4j.model.Member;
import io.automl4j.model.encode.FeatureLinks;
import io.automl4j.model.encode.FittedEncoder;
import io.automl4j.search.Opening;
import io.automl4j.search.Start;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a search takes over of an earlier model: the configurations of its members that can go on, with which the search
 * begins, and the weights that their trainings begin with.
 */
public final class Pretrained {
    /** Nothing is taken over. */
    public static final Pretrained NONE = new Pretrained(Map.of(), List.of(), List.of(), false);

    /** Members by what is asked for when their configuration is tried. */
    private final Map<Start, Member> members;

    private final List<FittedEncoder> encoders;
    private final List<Integer> outputs;
    private final boolean weights;

    private Pretrained(
            Map<Start, Member> members, List<FittedEncoder> encoders, List<Integer> outputs, boolean weights) {
        this.members = members;
        this.encoders = encoders;
        this.outputs = outputs;
        this.weights = weights;
    }

    /**
     * What can be taken over of a model.
     *
     * @param model the earlier model
     * @param providers the learners of now
     * @param task what is learned now
     * @param shape the size of the task
     * @return its members whose learners carry weights over, the heaviest first, with their weights
     */
    public static Pretrained of(AutoModel model, List<LearnerProvider> providers, Task task, TaskShape shape) {
        Map<Start, Member> members = new LinkedHashMap<>();
        model.members().stream()
                .sorted((one, other) -> Double.compare(other.weight(), one.weight()))
                .forEach(member -> providers.stream()
                        .filter(provider -> provider.name().equals(member.learner()) && provider.transfersWeights())
                        .findFirst()
                        .ifPresent(provider -> model.configuration(member)
                                .ifPresent(known -> members.putIfAbsent(
                                        new Start(
                                                member.learner(),
                                                provider.space(shape).repair(known)),
                                        member))));
        return new Pretrained(members, model.parts().encoders(), outputs(model.task(), task), true);
    }

    /** For each output of now its number before, -1 for a class that is new. */
    static List<Integer> outputs(Task earlier, Task now) {
        return now.type().isClassification()
                ? now.classes().stream().map(earlier.classes()::indexOf).toList()
                : IntStream.range(0, now.outputs()).boxed().toList();
    }

    /**
     * The configurations alone.
     *
     * @return a copy whose trainings begin anew
     */
    public Pretrained withoutWeights() {
        return new Pretrained(members, encoders, outputs, false);
    }

    /**
     * Whether there is a member that can go on.
     *
     * @return true if nothing is taken over
     */
    public boolean isEmpty() {
        return members.isEmpty();
    }

    /**
     * Whether trainings begin with weights.
     *
     * @return false if they begin anew
     */
    public boolean hasWeights() {
        return weights && !members.isEmpty();
    }

    /**
     * Whether a training begins with weights.
     *
     * @param request what is trained
     * @return true if it goes on where a member ended
     */
    public boolean hasWeightsFor(TrialRequest request) {
        return weights && members.containsKey(new Start(request.learner(), request.configuration()));
    }

    /**
     * The configurations of members before other starts.
     *
     * @param others other starts
     * @return both
     */
    public Starts before(Starts others) {
        return members.isEmpty() ? others : new Ahead(List.copyOf(members.keySet()), others);
    }

    private record Ahead(List<Start> first, Starts others) implements Starts {

        @Override
        public Opening of(List<LearnerProvider> providers, TaskShape shape, Duration perTrial, int folds) {
            Opening opening = others.of(providers, shape, perTrial, folds);
            return new OfMembers(first, opening);
        }

        @Override
        public boolean only() {
            return others.only();
        }
    }

    private record OfMembers(List<Start> members, Opening others) implements Opening {

        @Override
        public List<Start> order(Map<Start, Double> losses) {
            Set<Start> starts = new LinkedHashSet<>(members);
            starts.addAll(others.order(losses));
            return new ArrayList<>(starts);
        }

        @Override
        public int first() {
            Set<Start> first = new HashSet<>(members);
            others.order(Map.of()).stream().limit(others.first()).forEach(first::add);
            return first.size();
        }
    }

    /**
     * The learner of a training: it begins with the weights of a member that had the same configuration, if there is one.
     * Folds take the models of folds in turn.
     */
    Learner learner(TrialRequest request, Learner anew, int fold, EncodedFold rows) {
        Member member = members.get(new Start(request.learner(), request.configuration()));
        if (member == null || !weights) {
            return anew;
        }
        FoldModel earlier = member.folds().get(fold % member.folds().size());
        FittedEncoder before = encoders.get(earlier.encoder());
        return anew.from(new Transfer(earlier.model(), FeatureLinks.between(before, rows.encoder(), outputs), outputs));
    }
}
