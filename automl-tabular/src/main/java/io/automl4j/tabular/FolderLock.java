package io.automl4j.tabular;

import io.automl4j.api.DataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A folder that one run at a time uses; the lock ends with its process, however that ends. A process loses the lock of a file as
 * soon as it closes any of its channels to it: so folders that it uses itself are known without asking the file.
 */
final class FolderLock implements AutoCloseable {
    private static final String FILE = "lock";
    private static final Set<Path> USED = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes a folder.
     *
     * @param folder the folder, which exists
     * @return the lock
     * @throws DataException if another run uses it
     * @throws UncheckedIOException if it cannot be written
     */
    static FolderLock of(Path folder) {
        try {
            Path real = folder.toRealPath();
            if (!USED.add(real)) {
                throw inUse(folder);
            }
            FolderLock lock = new FolderLock(real, opened(real));
            if (!lock.isHeld()) {
                lock.close();
                throw inUse(folder);
            }
            return lock;
        } catch (IOException e) {
            throw new UncheckedIOException("The work directory '%s' cannot be written.".formatted(folder), e);
        }
    }

    private static FileChannel opened(Path real) throws IOException {
        try {
            return FileChannel.open(real.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            USED.remove(real);
            throw e;
        }
    }

    private boolean isHeld() throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // another class loader of this process has it, and would lose it if our channel were closed
            USED.remove(folder);
            throw inUse(folder);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private static DataException inUse(Path folder) {
        return new DataException(
                "Another run uses '%s' just now.%nMaybe wait for its end, or take another folder.".formatted(folder));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The lock of '%s' cannot be released.".formatted(folder), e);
        } finally {
            USED.remove(folder);
        }
    }
}
