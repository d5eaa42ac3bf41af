package io.automl4j.tabular;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.DataException;
import io.automl4j.meta.Experience;
import io.automl4j.meta.ExperienceFile;
import io.automl4j.meta.Sketch;
import io.automl4j.model.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Where runs leave what they learned about configurations, so that later runs on other tables begin better. What is
 * written are losses, times, figures about the table, and parts of hashes by which it is recognised; no value of a cell.
 *
 * @param folder the folder of a knowledge base, made if it does not exist
 * @param table the name of the table there, also that of its file; runs on the same table add to the same file
 */
public record KnowledgeRecorder(Path folder, String table) {
    private static final String LOCK = "lock";

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it cannot be that of a file
     */
    public KnowledgeRecorder {
        requireNonNull(folder, "folder");
        if (!table.matches("[\\w. -]{1,100}") || table.startsWith(".") || table.endsWith(ExperienceFile.SUFFIX)) {
            throw new IllegalArgumentException(
                    "'%s' cannot be the name of a table.%nMaybe use letters, digits, points and dashes, without '%s'."
                            .formatted(table, ExperienceFile.SUFFIX));
        }
    }

    Path file() {
        return folder.resolve(table + ExperienceFile.SUFFIX);
    }

    /** What earlier runs left. */
    Optional<Experience> earlier() {
        Path file = file();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ExperienceFile.fromBytes(Files.readAllBytes(file), file.toString()));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Whether what earlier runs left is of this version; there must be something. */
    boolean isCurrent() {
        try {
            return ExperienceFile.isCurrent(Files.readAllBytes(file()), file().toString());
        } catch (IOException e) {
            throw unreadable(file(), e);
        }
    }

    /**
     * Refuses what cannot be added to what is there.
     *
     * @param other what may be added
     * @throws DataException if the file is of another table, or of trials that do not compare, or the folder cannot be written to
     */
    void check(Experience other) {
        requireWritable(folder);
        check(other, earlier());
    }

    /** Refuses another table than that of the file. */
    void requireSame(Sketch table, Experience there) {
        // earlier versions hashed other numbers, so of their files the name alone says of which table they are
        if (isCurrent() && !there.sketch().isSimilarTo(table)) {
            throw new DataException(
                    "'%s' is about another table.%nMaybe record under another name, or into another folder."
                            .formatted(file()));
        }
    }

    private void check(Experience other, Optional<Experience> earlier) {
        earlier.ifPresent(there -> {
            requireSame(other.sketch(), there);
            boolean comparable = there.shape().equals(other.shape())
                    && there.metric().equals(other.metric())
                    && there.validation().equals(other.validation());
            if (!comparable) {
                throw new DataException(
                        "'%s' has losses by %s, of %d rows, with %s; this run has %s, %d rows, %s: they do not compare.%nMaybe record under another name, or into another folder."
                                .formatted(
                                        file(),
                                        there.metric(),
                                        there.shape().rows(),
                                        there.validation(),
                                        other.metric(),
                                        other.shape().rows(),
                                        other.validation()));
            }
        });
    }

    /**
     * Makes a folder if it is not there.
     *
     * @throws DataException if it cannot be written to
     */
    static void requireWritable(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
        if (!Files.isWritable(folder)) {
            throw unwritable(folder, new AccessDeniedException(folder.toString()));
        }
    }

    private static DataException unwritable(Path folder, Exception e) {
        return new DataException(
                "'%s' cannot be written to: %s.%nMaybe record into another folder.".formatted(folder, e), e);
    }

    private static DataException unreadable(Path file, IOException e) {
        return new DataException("'%s' cannot be read: %s.%nMaybe record under another name.".formatted(file, e), e);
    }

    /**
     * Adds to what is there; runs that end at the same time do it one after the other.
     *
     * @throws DataException if it cannot be added, see {@link #check}
     */
    void add(Experience experience) {
        // the lock of a file is that of a process
        synchronized (KnowledgeRecorder.class) {
            try {
                Files.createDirectories(folder);
                try (FileChannel channel =
                        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    channel.lock();
                    write(experience);
                }
            } catch (IOException | UncheckedIOException e) {
                throw unwritable(folder, e);
            }
        }
    }

    private void write(Experience experience) {
        Optional<Experience> earlier = earlier();
        // another run may have begun the file since this one began
        check(experience, earlier);
        Experience all =
                earlier.map(there -> experience.after(there.attempts())).orElse(experience);
        byte[] bytes = ExperienceFile.toBytes(all);
        AtomicFile.write(file(), draft -> Files.write(draft, bytes));
    }
}
