package io.automl4j.tabular.conduct;

import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.trial.ArtifactStore;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.model.FoldModel;
import io.automl4j.model.Member;
import io.automl4j.model.encode.FittedEncoder;
import io.automl4j.model.file.ModelCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns chosen trials into members of the model: their models, and the encoders that these share. */
final class MemberAssembly {
    private final RunData data;
    private final Learners learners;
    private final Encodings encodings;
    private final List<FittedEncoder> encoders = new ArrayList<>();

    MemberAssembly(RunData data, Learners learners, Encodings encodings) {
        this.data = data;
        this.learners = learners;
        this.encodings = encodings;
    }

    Member member(EnsembleChoice.Chosen chosen, ArtifactStore artifacts, List<Refit.Fitted> refitted) {
        TrialRequest request = chosen.outcome().request();
        LearnerProvider provider = learners.named(request.learner());
        EncoderSpec spec = Learners.encoding(provider, request.configuration(), data.shape());
        Encodings suited = encodings.suitedTo(provider);
        Optional<FoldModel> ofAllRows = refitted.stream()
                .filter(fitted -> fitted.trial() == request.id())
                .findFirst()
                .map(fitted -> new FoldModel(shared(suited.encoder(Encodings.ALL_ROWS, spec)), fitted.model()));
        List<FoldModel> models = ofAllRows
                .map(List::of)
                .orElseGet(() -> artifacts.find(request.id()).stream()
                        .flatMap(kept -> kept.artifacts().stream())
                        .map(artifact -> new FoldModel(
                                shared(suited.encoder(artifact.fold(), spec)), ModelCodec.fromBlock(artifact.model())))
                        .toList());
        return new Member(request.id(), request.learner(), chosen.weight(), models);
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

    List<FittedEncoder> encoders() {
        return encoders;
    }
}
