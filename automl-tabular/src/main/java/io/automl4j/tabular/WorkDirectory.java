package io.automl4j.tabular;

import io.automl4j.api.DataException;
import io.automl4j.api.ModelFileException;
import io.automl4j.api.table.Table;
import io.automl4j.model.file.AtomicFile;
import io.automl4j.model.file.Node;
import io.automl4j.model.file.Nodes;
import io.automl4j.tabular.conduct.FolderLog;
import io.automl4j.tabular.read.TableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The folder of a run: {@code run.json} says how it is conducted, {@code run.table} holds its rows, beside them lie journal and
 * artifacts. One run at a time uses it.
 */
final class WorkDirectory implements AutoCloseable {
    /** The fingerprint of the table among the settings. */
    static final String DATA = "data";

    private static final String SETTINGS = "run.json";
    private static final String TABLE = "run" + TableFile.SUFFIX;
    private static final int VERSION = 1;

    private final Path folder;
    private final FolderLock lock;
    private final FolderLog log;

    private WorkDirectory(Path folder, FolderLock lock, FolderLog log) {
        this.folder = folder;
        this.lock = lock;
        this.log = log;
    }

    /**
     * The folder of a new run.
     *
     * @param folder the folder, made if it does not exist
     * @param table the rows
     * @param settings how the run is conducted
     * @return the folder, locked
     * @throws IllegalArgumentException if it is a file
     * @throws DataException if it holds a run already, or another process uses it
     * @throws UncheckedIOException if it cannot be written
     */
    static WorkDirectory begin(Path folder, Table table, Node settings) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("The work directory '%s' is a file.".formatted(folder));
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The work directory '%s' cannot be made.".formatted(folder), e);
        }
        FolderLock lock = FolderLock.of(folder);
        boolean begun = false;
        try {
            if (Files.exists(folder.resolve(SETTINGS)) || FolderLog.isIn(folder)) {
                throw new DataException(
                        "'%s' holds a run already.%nMaybe resume it, or take another folder.".formatted(folder));
            }
            TableFile.write(table, folder.resolve(TABLE));
            String json = Nodes.toJson(new Node()
                    .put("version", VERSION)
                    .put("library", Versions.library())
                    .put("settings", settings));
            AtomicFile.write(folder.resolve(SETTINGS), draft -> Files.writeString(draft, json + "\n"));
            WorkDirectory directory = new WorkDirectory(folder, lock, FolderLog.open(folder, name(settings)));
            begun = true;
            return directory;
        } finally {
            if (!begun) {
                lock.close();
            }
        }
    }

    /**
     * The folder of a run that was begun before.
     *
     * @param folder the folder
     * @return the folder, locked
     * @throws DataException if there is no run in it, it is of another version, or another process uses it
     * @throws UncheckedIOException if it cannot be read or written
     */
    static WorkDirectory again(Path folder) {
        Node settings = settings(folder);
        FolderLock lock = FolderLock.of(folder);
        boolean open = false;
        try {
            WorkDirectory directory = new WorkDirectory(folder, lock, FolderLog.open(folder, name(settings)));
            open = true;
            return directory;
        } finally {
            if (!open) {
                lock.close();
            }
        }
    }

    /**
     * How the run of a folder is conducted.
     *
     * @param folder the folder
     * @return what {@link #begin} was given
     * @throws DataException if there is no run in it, or it is of another version
     */
    static Node settings(Path folder) {
        Path file = folder.resolve(SETTINGS);
        try {
            Node node = Nodes.fromJson(Files.readString(file));
            String library = node.text("library");
            if (node.integer("version") != VERSION || !library.equals(Versions.library())) {
                throw new DataException(
                        "The run in '%s' is of version %s, this is %s.%nMaybe resume it with the version that began it."
                                .formatted(folder, library, Versions.library()));
            }
            return node.node("settings");
        } catch (NoSuchFileException e) {
            throw new DataException(
                    "There is no run in '%s'.%nMaybe it was begun in another folder.".formatted(folder), e);
        } catch (ModelFileException e) {
            throw new DataException(
                    "'%s' is damaged: %s%nMaybe begin again in another folder.".formatted(file, e.getMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException("'%s' cannot be read.".formatted(file), e);
        }
    }

    /** What each line of the journal says of its run. */
    private static String name(Node settings) {
        return "%s of %.16s".formatted(Versions.library(), settings.text(DATA));
    }

    /** What was found so far, and what will be. */
    FolderLog log() {
        return log;
    }

    /** The rows of the run. */
    Table table() {
        return TableFile.read(folder.resolve(TABLE));
    }

    /** Leaves out a run that has not begun; what cannot be deleted is refused as a run later on. */
    void discard() {
        try {
            log.discard();
            Files.deleteIfExists(folder.resolve(TABLE));
            Files.deleteIfExists(folder.resolve(SETTINGS));
        } catch (IOException e) {
            System.getLogger(WorkDirectory.class.getName())
                    .log(System.Logger.Level.DEBUG, "'%s' cannot be cleared.".formatted(folder), e);
        }
    }

    @Override
    public void close() {
        try {
            log.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal in '%s' cannot be closed.".formatted(folder), e);
        } finally {
            lock.close();
        }
    }
}
