package io.automl4j.meta;

import com.fasterxml.jackson.core.JsonGenerator;
import io.automl4j.api.DataException;
import io.automl4j.search.Start;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The candidates of a knowledge base, in a file of its folder: an object of JSON with a version and an array of them, each on a line
 * of its own.
 */
public final class CandidateFile {
    /** Its name. */
    public static final String NAME = "candidates.json";

    private static final String FORMAT = "automl4j-candidates";
    private static final int VERSION = 1;
    private static final String CANDIDATES = "candidates";

    private CandidateFile() {}

    /**
     * The candidates of a folder.
     *
     * @param folder the folder of a knowledge base
     * @return its candidates; none if it has no such file
     * @throws DataException if the file cannot be read, or is of another version
     */
    public static List<Candidate> read(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            Json json = Json.parse(Files.readString(file));
            long version = json.whole(FORMAT);
            if (version != VERSION) {
                throw new DataException(
                        "it is of version %d, and this library reads version %d".formatted(version, VERSION));
            }
            return json.objects(CANDIDATES).stream()
                    .map(CandidateFile::candidate)
                    .toList();
        } catch (IOException | UncheckedIOException | IllegalArgumentException | ClassCastException | DataException e) {
            throw new DataException(
                    "'%s' cannot be used: %s.%nMaybe write it again: automl portfolio candidates --help"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /**
     * The text of a file.
     *
     * @param candidates what it is to hold
     * @return its lines
     */
    public static String text(List<Candidate> candidates) {
        return candidates.stream()
                .map(CandidateFile::line)
                .collect(Collectors.joining(
                        ",\n", "{\"%s\":%d,\"%s\":[\n".formatted(FORMAT, VERSION, CANDIDATES), "\n]}\n"));
    }

    private static String line(Candidate candidate) {
        try {
            return ExperienceFile.object(json -> write(json, candidate));
        } catch (IOException e) {
            throw new UncheckedIOException("A text cannot be written to.", e);
        }
    }

    private static void write(JsonGenerator json, Candidate candidate) throws IOException {
        ExperienceFile.start(json, new Start(candidate.learner(), candidate.configuration()));
        json.writeArrayFieldStart("tunedOn");
        for (String table : candidate.tunedOn()) {
            json.writeString(table);
        }
        json.writeEndArray();
    }

    private static Candidate candidate(Json json) {
        Start start = ExperienceFile.start(json);
        return new Candidate(
                start.learner(),
                start.configuration(),
                json.list("tunedOn").stream().map(String::valueOf).toList());
    }
}
