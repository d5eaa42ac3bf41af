package io.automl4j.meta;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.space.Configuration;
import io.automl4j.api.task.TaskShape;
import io.automl4j.search.Start;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Writes a knowledge base as bytes, texts as their numbers in a list of names; {@link PackReader} reads them. */
final class PackWriter {
    private final DataOutputStream out;
    private final Map<String, Integer> names = new LinkedHashMap<>();
    private final Map<Start, Integer> starts = new LinkedHashMap<>();

    PackWriter(DataOutputStream out) {
        this.out = out;
    }

    void write(KnowledgeBase base) throws IOException {
        base.experiences().stream()
                .flatMap(experience -> experience.attempts().stream())
                .forEach(attempt -> starts.putIfAbsent(attempt.start(), starts.size()));
        out.writeInt(starts.size());
        for (Start start : starts.keySet()) {
            name(start.learner());
            configuration(start.configuration());
        }
        out.writeInt(base.candidates().size());
        for (Candidate candidate : base.candidates()) {
            name(candidate.learner());
            configuration(candidate.configuration());
            names(candidate.tunedOn());
        }
        out.writeInt(base.experiences().size());
        for (Experience experience : base.experiences()) {
            table(experience);
            attempts(experience.attempts());
        }
    }

    /** All texts, after everything else was written. */
    void writeNames(DataOutputStream to) throws IOException {
        to.writeInt(names.size());
        for (String name : names.keySet()) {
            byte[] text = name.getBytes(StandardCharsets.UTF_8);
            to.writeShort(text.length);
            to.write(text);
        }
    }

    private void name(String text) throws IOException {
        out.writeInt(requireNonNull(names.computeIfAbsent(text, unknown -> names.size())));
    }

    private void names(List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            name(text);
        }
    }

    private void configuration(Configuration configuration) throws IOException {
        out.writeInt(configuration.values().size());
        for (Map.Entry<String, Object> value : configuration.values().entrySet()) {
            name(value.getKey());
            if (value.getValue() instanceof Double real) {
                out.writeByte('r');
                out.writeDouble(real);
            } else if (value.getValue() instanceof Long whole) {
                out.writeByte('w');
                out.writeLong(whole);
            } else {
                out.writeByte('t');
                name((String) value.getValue());
            }
        }
    }

    private void table(Experience of) throws IOException {
        TaskShape shape = of.shape();
        name(of.table());
        name(shape.type().name());
        out.writeInt(shape.rows());
        out.writeInt(shape.outputs());
        out.writeInt(shape.numeric());
        out.writeInt(shape.categorical());
        out.writeInt(shape.text());
        out.writeInt(shape.maxLevels());
        out.writeBoolean(shape.missing());
        name(of.metric());
        name(of.validation());
        hashes(of.sketch().rows());
        hashes(of.sketch().columns());
        hashes(of.sketch().without());
        out.writeInt(of.metaFeatures().size());
        for (Map.Entry<String, Double> figure : of.metaFeatures().entrySet()) {
            name(figure.getKey());
            out.writeDouble(figure.getValue());
        }
    }

    private void hashes(List<long[]> some) throws IOException {
        out.writeInt(some.size());
        for (long[] hashes : some) {
            hashes(hashes);
        }
    }

    private void hashes(long[] hashes) throws IOException {
        out.writeInt(hashes.length);
        for (long hash : hashes) {
            out.writeLong(hash);
        }
    }

    /** The numbers of the starts, the seconds, and attempt by attempt the losses, NaN for those that are not known. */
    private void attempts(List<Attempt> attempts) throws IOException {
        Set<String> metrics = new TreeSet<>();
        attempts.forEach(attempt -> metrics.addAll(attempt.losses().byMetric().keySet()));
        names(List.copyOf(metrics));
        out.writeInt(attempts.size());
        for (Attempt attempt : attempts) {
            out.writeInt(requireNonNull(starts.get(attempt.start())));
        }
        for (Attempt attempt : attempts) {
            out.writeFloat((float) attempt.seconds());
        }
        for (Attempt attempt : attempts) {
            for (String metric : metrics) {
                out.writeFloat((float) attempt.losses().of(metric).orElse(Double.NaN));
            }
        }
    }
}
