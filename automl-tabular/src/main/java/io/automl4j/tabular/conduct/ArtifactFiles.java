package io.automl4j.tabular.conduct;

import io.automl4j.api.trial.Block;
import io.automl4j.api.trial.FoldArtifact;
import io.automl4j.model.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * What trials left in a folder, as {@code <trial>/<fold>}, each with a checksum at its end.
 *
 * @param folder the folder, made when something is written
 */
record ArtifactFiles(Path folder) {

    /**
     * Writes what a fold of a trial left.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    void write(long trial, FoldArtifact artifact) {
        List<Block> blocks = List.of(artifact.predictions(), artifact.model(), artifact.checkpoint());
        int size =
                blocks.stream().mapToInt(block -> Integer.BYTES + block.size()).sum() + Long.BYTES;
        ByteBuffer bytes = ByteBuffer.allocate(size);
        blocks.forEach(block -> bytes.putInt(block.size()).put(block.buffer()));
        bytes.putLong(sum(bytes.array(), bytes.position()));
        Path file = file(trial, artifact.fold());
        try {
            Files.createDirectories(folder(trial));
        } catch (IOException e) {
            throw new UncheckedIOException("'%s' cannot be written.".formatted(file), e);
        }
        AtomicFile.write(file, draft -> Files.write(draft, bytes.array()));
    }

    /** What the folds of a trial left; nothing where a file is absent, damaged, or cannot be read. */
    List<FoldArtifact> read(long trial, int folds) {
        List<FoldArtifact> artifacts = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            Optional<FoldArtifact> artifact = readFold(trial, fold);
            if (artifact.isEmpty()) {
                return List.of();
            }
            artifacts.add(artifact.get());
        }
        return artifacts;
    }

    /** Whether there is anything of a trial. */
    boolean has(long trial) {
        return Files.exists(folder(trial));
    }

    private Optional<FoldArtifact> readFold(long trial, int fold) {
        Path file = file(trial, fold);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            int end = bytes.length - Long.BYTES;
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            return end < 0 || buffer.getLong(end) != sum(bytes, end)
                    ? Optional.empty()
                    : Optional.of(new FoldArtifact(fold, block(buffer), block(buffer), block(buffer)));
        } catch (IOException e) {
            noted(file, "read", e);
            return Optional.empty();
        }
    }

    /** Deletes what a trial left; what cannot be deleted is in nobody's way. */
    void delete(long trial) {
        Path left = folder(trial);
        if (!Files.exists(left)) {
            return;
        }
        try (Stream<Path> files = Files.walk(left)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException | UncheckedIOException e) {
            noted(left, "deleted", e);
        }
    }

    private static void noted(Path path, String what, Exception cause) {
        System.getLogger(ArtifactFiles.class.getName())
                .log(System.Logger.Level.DEBUG, "'%s' cannot be %s.".formatted(path, what), cause);
    }

    private Path folder(long trial) {
        return folder.resolve(String.valueOf(trial));
    }

    private Path file(long trial, int fold) {
        return folder(trial).resolve(String.valueOf(fold));
    }

    private static long sum(byte[] bytes, int end) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, end);
        return sum.getValue();
    }

    private static Block block(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.getInt()];
        buffer.get(bytes);
        return Block.of(bytes);
    }
}
