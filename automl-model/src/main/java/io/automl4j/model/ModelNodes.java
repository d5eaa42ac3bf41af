package io.automl4j.model;

import io.automl4j.api.Checks;
import io.automl4j.api.ModelFileException;
import io.automl4j.api.task.Task;
import io.automl4j.model.encode.FittedEncoder;
import io.automl4j.model.file.ModelFile;
import io.automl4j.model.file.Node;
import io.automl4j.model.file.Nodes;
import io.automl4j.model.file.Sha256;
import io.automl4j.model.predictor.Model;
import java.util.List;
import java.util.stream.Stream;

/** Models as nodes, and what identifies them. */
final class ModelNodes {
    /** Searches choose some dozens; a small file must not take long. */
    private static final int MOST_ENCODERS = 1_000;

    private static final int MOST_MEMBERS = 10_000;

    private static final int FIRST_WITH_PARITY = 3;

    private ModelNodes() {}

    static Node save(ModelParts parts) {
        return new Node()
                .put("task", SchemaNodes.save(parts.task()))
                .put("schema", SchemaNodes.save(parts.schema()))
                .put(
                        "encoders",
                        parts.encoders().stream().map(FittedEncoder::save).toList())
                .put("members", parts.members().stream().map(ModelNodes::save).toList())
                .put("processing", PostProcessingNodes.save(parts.processing()))
                .put("front", FrontNodes.save(parts.front()))
                .put("others", parts.others().stream().map(ModelNodes::save).toList())
                .put("parity", ParityNodes.save(Parity.of(parts)))
                .put("report", ReportNodes.save(parts.report()));
    }

    static ModelParts load(Node node) {
        List<Node> encoders = node.nodes("encoders");
        Checks.in(encoders.size(), "encoders", 0, MOST_ENCODERS);
        List<Member> members = members(node, "members");
        Task task = SchemaNodes.task(node.node("task"));
        int classes = task.classes().size();
        return new ModelParts(
                task,
                SchemaNodes.schema(node.node("schema")),
                encoders.stream().map(FittedEncoder::load).toList(),
                members,
                processing(node, classes),
                node.has("front") ? FrontNodes.front(node.nodes("front"), classes) : Front.NONE,
                node.has("others") ? members(node, "others") : List.of(),
                ReportNodes.report(node.node("report")));
    }

    /**
     * Refuses a model that is not the one that was saved: by what its file says of it, and by what it predicts. Files before
     * version 3 say neither.
     */
    static void check(ModelParts parts, ModelFile.Content content) {
        if (content.description().containsTrainingRows() != parts.containsTrainingRows()) {
            throw otherwise("whether it holds training rows");
        }
        // another version may save, and so digest, the same model in another way
        if (content.version() == ModelFile.VERSION
                && !content.description().digest().equals(digest(parts))) {
            throw otherwise("the digest of its model");
        }
        if (content.version() >= FIRST_WITH_PARITY || content.model().has("parity")) {
            ParityNodes.parity(content.model().node("parity"), parts.neededColumns())
                    .check(parts);
        }
    }

    private static ModelFileException otherwise(String what) {
        return new ModelFileException(
                "its manifest says otherwise %s.%nMaybe the file was changed: copy it again, or save the model again."
                        .formatted(what));
    }

    private static List<Member> members(Node node, String name) {
        List<Node> nodes = node.nodes(name);
        Checks.in(nodes.size(), name, 0, MOST_MEMBERS);
        return nodes.stream().map(ModelNodes::member).toList();
    }

    /** Files of versions 2 and 3 have a temperature, those of version 1 nothing. */
    static PostProcessing processing(Node node, int classes) {
        if (node.has("processing")) {
            return PostProcessingNodes.load(node.node("processing"));
        }
        return node.has("temperature")
                ? PostProcessing.of(Calibration.temperature(node.real("temperature"), classes))
                : PostProcessing.NONE;
    }

    private static Node save(Member member) {
        return header(member)
                .put("folds", member.folds().stream().map(ModelNodes::save).toList());
    }

    private static Node header(Member member) {
        return new Node()
                .put("trial", member.trial())
                .put("learner", member.learner())
                .put("weight", member.weight());
    }

    private static Member member(Node node) {
        List<FoldModel> folds =
                node.nodes("folds").stream().map(ModelNodes::fold).toList();
        return new Member(node.integer64("trial"), node.text("learner"), node.real("weight"), folds);
    }

    private static Node save(FoldModel fold) {
        return new Node()
                .put("encoder", fold.encoder())
                .put("model", fold.model().save());
    }

    private static FoldModel fold(Node node) {
        return new FoldModel(node.integer("encoder"), Model.load(node.node("model")));
    }

    /** SHA-256 over task, schema, encoders, members, post-processing and front, piece by piece, so that no piece reaches 2 GiB. */
    static String digest(ModelParts parts) {
        Sha256 sha256 = new Sha256();
        sha256.add(Nodes.toBytes(SchemaNodes.save(parts.task())));
        sha256.add(Nodes.toBytes(SchemaNodes.save(parts.schema())));
        parts.encoders().forEach(encoder -> sha256.add(Nodes.toBytes(encoder.save())));
        Stream.concat(parts.members().stream(), parts.others().stream()).forEach(member -> {
            sha256.add(Nodes.toBytes(header(member)));
            member.folds().forEach(fold -> sha256.add(Nodes.toBytes(save(fold))));
        });
        sha256.add(Nodes.toBytes(PostProcessingNodes.save(parts.processing())));
        parts.front().points().forEach(point -> {
            sha256.add(Nodes.toBytes(PostProcessingNodes.save(point.processing())));
            FrontNodes.shares(point).forEach(share -> sha256.add(Nodes.toBytes(share)));
        });
        return sha256.hex();
    }
}
