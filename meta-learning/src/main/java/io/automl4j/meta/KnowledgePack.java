package io.automl4j.meta;

import static java.util.Objects.requireNonNull;

import io.automl4j.search.Start;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The knowledge base that the library brings, as a resource: lines of JSON, compressed by gzip. It holds what a warm start
 * needs, each configuration once, numbers as bytes and no curves, since it is read at the beginning of a run. The build of this
 * module makes it of the files in {@code meta-learning/kb}.
 */
public final class KnowledgePack {
    private static final String RESOURCE = "knowledge.jsonl.gz";
    private static final String STARTS = "starts";
    private static final String CANDIDATES = "candidates";

    private KnowledgePack() {}

    /**
     * Packs a knowledge base.
     *
     * @param arguments its folder, and the folder of the resources
     * @throws IOException if one cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        KnowledgeBase base = KnowledgeBase.read(Path.of(arguments[0]), problem -> {
            throw problem;
        });
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        try (OutputStream out = Files.newOutputStream(folder.resolve(RESOURCE))) {
            write(base, out);
        }
    }

    /** What the library knows; nothing if it was built without. */
    static KnowledgeBase shipped() {
        try (InputStream in = KnowledgePack.class.getResourceAsStream(RESOURCE)) {
            return in == null ? KnowledgeBase.EMPTY : read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The library's own knowledge base cannot be read.", e);
        }
    }

    static void write(KnowledgeBase base, OutputStream out) throws IOException {
        Map<Start, Integer> starts = new LinkedHashMap<>();
        base.experiences().stream()
                .flatMap(experience -> experience.attempts().stream())
                .forEach(attempt -> starts.putIfAbsent(attempt.start(), starts.size()));
        StringBuilder lines = new StringBuilder(ExperienceFile.object(json -> {
                    json.writeNumberField(STARTS, starts.size());
                    json.writeNumberField(CANDIDATES, base.candidates().size());
                }))
                .append('\n');
        for (Start start : starts.keySet()) {
            lines.append(ExperienceFile.object(json -> ExperienceFile.start(json, start)))
                    .append('\n');
        }
        base.candidates()
                .forEach(
                        candidate -> lines.append(CandidateFile.line(candidate)).append('\n'));
        for (Experience experience : base.experiences()) {
            lines.append(line(experience, starts)).append('\n');
        }
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String line(Experience experience, Map<Start, Integer> starts) throws IOException {
        Set<String> metrics = new TreeSet<>();
        experience.attempts().forEach(attempt -> metrics.addAll(attempt.losses().keySet()));
        return ExperienceFile.object(json -> {
            ExperienceFile.table(json, experience);
            json.writeArrayFieldStart("metrics");
            for (String name : metrics) {
                json.writeString(name);
            }
            json.writeEndArray();
            json.writeBinaryField("attempts", bytes(experience.attempts(), metrics, starts));
        });
    }

    /** Of each attempt the number of its start, its seconds, and its losses, NaN for those that are not known. */
    private static byte[] bytes(List<Attempt> attempts, Set<String> metrics, Map<Start, Integer> starts) {
        ByteBuffer bytes = ByteBuffer.allocate(attempts.size() * width(metrics.size()));
        for (Attempt attempt : attempts) {
            bytes.putInt(requireNonNull(starts.get(attempt.start()))).putFloat((float) attempt.seconds());
            for (String name : metrics) {
                bytes.putFloat((float) attempt.loss(name).orElse(Double.NaN));
            }
        }
        return bytes.array();
    }

    private static int width(int metrics) {
        return Integer.BYTES + Float.BYTES * (1 + metrics);
    }

    static KnowledgeBase read(InputStream in) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            Json header = Json.parse(line(lines));
            List<Start> starts = new ArrayList<>();
            for (long i = 0; i < header.whole(STARTS); i++) {
                starts.add(ExperienceFile.start(Json.parse(line(lines))));
            }
            List<Candidate> candidates = new ArrayList<>();
            for (long i = 0; i < header.whole(CANDIDATES); i++) {
                candidates.add(CandidateFile.candidate(Json.parse(line(lines))));
            }
            List<Experience> experiences = lines.lines()
                    .map(Json::parse)
                    .map(table -> ExperienceFile.experience(table, attempts(table, starts)))
                    .toList();
            return new KnowledgeBase(experiences, candidates);
        }
    }

    private static String line(BufferedReader lines) throws IOException {
        return Optional.ofNullable(lines.readLine()).orElseThrow(() -> new IOException("It ends too early."));
    }

    private static List<Attempt> attempts(Json table, List<Start> starts) {
        List<?> metrics = table.list("metrics");
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(table.text("attempts")));
        List<Attempt> attempts = new ArrayList<>();
        while (bytes.remaining() >= width(metrics.size())) {
            Start start = starts.get(bytes.getInt());
            double seconds = bytes.getFloat();
            Map<String, Double> losses = new TreeMap<>();
            for (Object metric : metrics) {
                float loss = bytes.getFloat();
                if (!Float.isNaN(loss)) {
                    losses.put((String) metric, (double) loss);
                }
            }
            attempts.add(new Attempt(start.learner(), start.configuration(), losses, seconds, List.of()));
        }
        return attempts;
    }
}
