package io.automl4j.tabular.conduct;

import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.model.FoldModel;
import io.automl4j.model.Front;
import io.automl4j.model.Member;
import io.automl4j.model.OperatingPoint;
import io.automl4j.model.Stack;
import io.automl4j.model.encode.FittedEncoder;
import io.automl4j.model.file.ModelCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Turns chosen trials into members of the model: their models, and the encoders that these share. Used once. */
final class MemberAssembly {
    private final RunData data;
    private final Learners learners;
    private final Encodings encodings;
    private final List<Refit.Fitted> refitted;
    private final List<FittedEncoder> encoders = new ArrayList<>();
    private final Map<Long, Long> bytes = new LinkedHashMap<>();

    /**
     * An assembly that has not begun.
     *
     * @param data what was learned from
     * @param learners who learned
     * @param encodings the encoders of all trials
     * @param refitted models of all rows, which take the place of those of folds
     */
    MemberAssembly(RunData data, Learners learners, Encodings encodings, List<Refit.Fitted> refitted) {
        this.data = data;
        this.learners = learners;
        this.encodings = encodings;
        this.refitted = refitted;
    }

    /**
     * What a model consists of.
     *
     * @param encoders the encoders of all members
     * @param members those of the first ensemble
     * @param front all ensembles, not measured yet
     * @param others members of the other ensembles alone, of weight 0
     */
    record Assembled(List<FittedEncoder> encoders, List<Member> members, Front front, List<Member> others) {}

    /** The members of some ensembles, each one once, those of the first one first. */
    static List<EnsembleChoice.Chosen> distinct(List<EnsembleChoice> front) {
        Map<Long, EnsembleChoice.Chosen> members = new LinkedHashMap<>();
        front.forEach(choice -> choice.members().forEach(member -> members.putIfAbsent(member.trial(), member)));
        return List.copyOf(members.values());
    }

    Assembled assemble(List<EnsembleChoice> front) {
        List<EnsembleChoice.Chosen> chosen = distinct(front);
        int first = front.get(0).members().size();
        List<Member> members = new ArrayList<>();
        List<Member> others = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            if (i < first) {
                members.add(member(chosen.get(i), chosen.get(i).weight()));
            } else {
                others.add(member(chosen.get(i), 0));
            }
        }
        List<OperatingPoint> points = front.stream().map(this::point).toList();
        return new Assembled(encoders, members, new Front(points), others);
    }

    private Member member(EnsembleChoice.Chosen chosen, double weight) {
        TrialRequest request = chosen.kept().outcome().request();
        LearnerProvider provider = learners.named(request.learner());
        EncoderSpec spec = Learners.encoding(provider, request.configuration(), data.shape());
        Encodings suited = encodings.suitedTo(provider);
        Optional<Refit.Fitted> ofAllRows = refitted.stream()
                .filter(fitted -> fitted.trial() == request.id())
                .findFirst();
        List<FoldModel> models = ofAllRows
                .map(fitted -> List.of(new FoldModel(shared(suited.encoder(Encodings.ALL_ROWS, spec)), fitted.model())))
                .orElseGet(() -> chosen.kept().artifacts().stream()
                        .map(artifact -> new FoldModel(
                                shared(suited.encoder(artifact.fold(), spec)), ModelCodec.fromBlock(artifact.model())))
                        .toList());
        bytes.put(
                request.id(),
                ofAllRows
                        .map(fitted -> (long) ModelCodec.toBlock(fitted.model()).size())
                        .orElseGet(() -> chosen.kept().artifacts().stream()
                                .mapToLong(artifact -> artifact.model().size())
                                .sum()));
        return new Member(request.id(), request.learner(), weight, models);
    }

    private OperatingPoint point(EnsembleChoice choice) {
        Map<Long, Double> shares = new LinkedHashMap<>();
        choice.members().forEach(member -> shares.put(member.trial(), member.weight()));
        long size = shares.keySet().stream()
                .mapToLong(trial -> Objects.requireNonNull(bytes.get(trial)))
                .sum();
        long correcting = choice.processing().stack().map(Stack::bytes).orElse(0L);
        return new OperatingPoint(choice.score(), Duration.ZERO, size + correcting, shares, choice.processing());
    }

    /** The place of an encoder among those of all members. */
    private int shared(FittedEncoder encoder) {
        int known = encoders.indexOf(encoder);
        if (known >= 0) {
            return known;
        }
        encoders.add(encoder);
        return encoders.size() - 1;
    }
}
