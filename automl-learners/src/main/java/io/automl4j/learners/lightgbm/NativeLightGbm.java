package io.automl4j.learners.lightgbm;

import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether LightGBM's native library loads on this machine; tried once. */
final class NativeLightGbm {
    private static final String TEMPORARY = "java.io.tmpdir";
    private static final Optional<String> PROBLEM = load();

    private NativeLightGbm() {}

    static Optional<String> problem() {
        return PROBLEM;
    }

    /** To be called before any class of the binding is touched: they load the library in the way told below. */
    static void require() {
        PROBLEM.ifPresent(problem -> {
            throw new IllegalStateException("LightGBM: " + problem);
        });
    }

    private static Optional<String> load() {
        try {
            loadFromOwnFolder();
            return Optional.empty();
        } catch (IOException | LinkageError e) {
            return Optional.of("its native library does not load (%s).".formatted(e));
        }
    }

    /**
     * The binding writes the library to a fixed name in the temporary folder, also where that file is there already. A
     * second process doing so cuts it short under the first, which then dies of SIGBUS or SIGSEGV at its next call. So
     * each process unpacks into a folder of its own.
     */
    private static void loadFromOwnFolder() throws IOException {
        // both classes that remember the temporary folder for good must do so before it is changed
        Files.delete(java.io.File.createTempFile("automl4j-lightgbm", "").toPath());
        Path own = Files.createTempDirectory("automl4j-lightgbm");
        String usual = System.getProperty(TEMPORARY);
        try {
            System.setProperty(TEMPORARY, own.toString());
            LGBMBooster.loadNative();
        } finally {
            System.setProperty(TEMPORARY, usual);
            discard(own);
        }
    }

    /** A loaded library needs its file no more, except on Windows, where it goes when the process ends. */
    private static void discard(Path folder) throws IOException {
        // files registered later are deleted earlier, so the folder is empty when its turn comes
        folder.toFile().deleteOnExit();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!file.toFile().delete()) {
                    file.toFile().deleteOnExit();
                }
            }
        }
    }
}
