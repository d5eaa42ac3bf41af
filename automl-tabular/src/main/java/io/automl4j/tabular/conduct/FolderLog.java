package io.automl4j.tabular.conduct;

import io.automl4j.api.DataException;
import io.automl4j.api.ModelFileException;
import io.automl4j.api.trial.FoldArtifact;
import io.automl4j.api.trial.TrialOutcome;
import io.automl4j.api.trial.TrialRequest;
import io.automl4j.api.trial.TrialResult;
import io.automl4j.model.TrialJson;
import io.automl4j.model.file.Node;
import io.automl4j.model.file.Nodes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A run in a folder: {@code journal.jsonl} has a line for each outcome, forced to the disk, which names the run; {@code
 * artifacts/<trial>/<fold>} has what its folds left, written before the line that names them; {@code spent} says how long the run
 * had taken a second ago. A line that the end of a process cut off, and artifacts
 * without a line, are as if they had not been; of two lines of a request the later one counts.
 */
public final class FolderLog implements RunLog, AutoCloseable {
    private static final String JOURNAL = "journal.jsonl";
    private static final String SPENT = "spent";
    private static final Duration NOTED_EVERY = Duration.ofSeconds(1);

    private final Path folder;
    private final String run;
    /** No channel: an interrupt would close it. */
    private final RandomAccessFile journal;

    private final ArtifactFiles artifacts;
    private final List<TrialOutcome> earlier;
    private final Set<Long> damaged = new TreeSet<>();
    private final Duration spent;
    private final Map<Long, TrialRequest> written = new HashMap<>();
    /** Those of which there may be artifacts that the run does not want any more. */
    private final Set<Long> settled = new HashSet<>();

    private Duration noted;

    private FolderLog(Path folder, String run, RandomAccessFile journal, Earlier earlier) {
        this.folder = folder;
        this.run = run;
        this.journal = journal;
        this.artifacts = new ArtifactFiles(folder.resolve("artifacts"));
        this.earlier = List.copyOf(earlier.outcomes().values());
        this.spent = longer(earlier.spent(), noted(folder));
        this.noted = spent;
        this.earlier.forEach(outcome -> written.put(outcome.request().id(), outcome.request()));
    }

    /** What a journal holds: the outcomes by their requests, and the time used up at the last of them. */
    private record Earlier(Map<Long, TrialOutcome> outcomes, Duration spent) {}

    /**
     * Whether there is a log in a folder.
     *
     * @param folder the folder
     * @return true if it has a journal
     */
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(JOURNAL));
    }

    /**
     * The log of a folder, as far as it was written.
     *
     * @param folder the folder, which exists
     * @param run the library's version and the table, which each line repeats
     * @return the log, open for more
     * @throws DataException if a line is damaged that was not cut off, or is of another run
     * @throws UncheckedIOException if the folder cannot be read or written
     */
    public static FolderLog open(Path folder, String run) {
        Path file = folder.resolve(JOURNAL);
        try {
            byte[] whole = Files.exists(file) ? wholeLines(file) : new byte[0];
            Earlier earlier = read(new String(whole, StandardCharsets.UTF_8), file, run);
            return new FolderLog(folder, run, opened(file, whole.length), earlier);
        } catch (IOException e) {
            throw new UncheckedIOException("The run in '%s' cannot be opened.".formatted(folder), e);
        }
    }

    /** Open for what comes after so many bytes; what was there beyond them is gone. */
    private static RandomAccessFile opened(Path file, long length) throws IOException {
        RandomAccessFile journal = new RandomAccessFile(file.toFile(), "rw");
        try {
            journal.setLength(length);
            journal.seek(length);
            return journal;
        } catch (IOException e) {
            journal.close();
            throw e;
        }
    }

    private static Earlier read(String lines, Path file, String run) {
        Map<Long, TrialOutcome> outcomes = new LinkedHashMap<>();
        Duration spent = Duration.ZERO;
        int number = 0;
        for (String line : lines.lines().toList()) {
            number++;
            try {
                Node node = Nodes.fromJson(line);
                if (!node.text("run").equals(run)) {
                    throw new DataException(
                            "Line %d of '%s' is of the run %s, this is %s.%nMaybe it was copied from another folder."
                                    .formatted(number, file, node.text("run"), run));
                }
                spent = Duration.parse(node.text("spent"));
                TrialOutcome outcome = TrialJson.outcome(node.node("outcome"));
                outcomes.put(outcome.request().id(), outcome);
            } catch (ModelFileException | DateTimeParseException e) {
                throw new DataException(
                        "Line %d of '%s' is damaged.%nMaybe remove it and what follows, and resume again."
                                .formatted(number, file),
                        e);
            }
        }
        return new Earlier(outcomes, spent);
    }

    /** What {@link #spend} wrote last; nothing where that was cut off, as the journal tells about as much. */
    private static Duration noted(Path folder) {
        try {
            return Duration.parse(Files.readString(folder.resolve(SPENT)));
        } catch (IOException | DateTimeParseException e) {
            return Duration.ZERO;
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    /** What ends with a line end; the rest was cut off, perhaps within a character. */
    private static byte[] wholeLines(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    @Override
    public List<TrialResult> earlier() {
        return earlier.stream()
                .map(outcome -> new TrialResult(outcome, artifacts(outcome)))
                .toList();
    }

    private List<FoldArtifact> artifacts(TrialOutcome outcome) {
        long id = outcome.request().id();
        int folds = outcome.fold(completed -> completed.foldLosses().size(), pruned -> 0, failed -> 0);
        List<FoldArtifact> kept = artifacts.read(id, folds);
        if (folds > 0 && kept.isEmpty() && artifacts.has(id)) {
            damaged.add(id);
        }
        return kept;
    }

    @Override
    public List<Long> damaged() {
        return List.copyOf(damaged);
    }

    @Override
    public Duration spent() {
        return spent;
    }

    @Override
    public void spend(Duration now) {
        if (now.minus(noted).compareTo(NOTED_EVERY) < 0) {
            return;
        }
        noted = now;
        try {
            Files.writeString(folder.resolve(SPENT), now.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("'%s' cannot be written.".formatted(folder.resolve(SPENT)), e);
        }
    }

    @Override
    public void append(TrialResult result, Duration now) {
        TrialRequest request = result.outcome().request();
        long id = request.id();
        TrialRequest before = written.get(id);
        if (before != null && before.isOnceMore(request)) {
            return;
        }
        result.artifacts().forEach(artifact -> artifacts.write(id, artifact));
        Node line = new Node()
                .put("run", run)
                .put("spent", now.toString())
                .put("outcome", TrialJson.node(result.outcome()));
        try {
            journal.write((Nodes.toJson(line) + "\n").getBytes(StandardCharsets.UTF_8));
            journal.getFD().sync();
            written.put(id, request);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal in '%s' cannot be written.".formatted(folder), e);
        }
    }

    @Override
    public void settle(long request, Set<Long> wanted) {
        settled.add(request);
        List<Long> dropped =
                settled.stream().filter(id -> !wanted.contains(id)).sorted().toList();
        for (long id : dropped) {
            settled.remove(id);
            artifacts.delete(id);
        }
    }

    /** Leaves out a log that holds nothing. */
    public void discard() throws IOException {
        journal.close();
        Files.deleteIfExists(folder.resolve(JOURNAL));
        Files.deleteIfExists(folder.resolve(SPENT));
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
