package io.automl4j.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordFileTest {
    @TempDir
    Path folder;

    private RecordFile file() throws IOException {
        return new RecordFile(Files.writeString(folder.resolve("RESULTS.md"), """
                Words before.
                <!-- begin public-60s -->
                old
                <!-- end public-60s -->
                Words after.
                """));
    }

    @Test
    void onlyTheBlockIsReplaced() throws IOException {
        RecordFile file = file();
        assertThat(file.block("public-60s")).isEqualTo("old");
        file.replace("public-60s", "| new |\n");
        assertThat(file.block("public-60s")).isEqualTo("| new |");
        assertThat(Files.readString(file.file()))
                .startsWith("Words before.\n<!-- begin")
                .endsWith("Words after.\n");
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".tmp"));
    }

    @Test
    void anUnknownBlockIsRefused() throws IOException {
        RecordFile file = file();
        assertThatThrownBy(() -> file.replace("public-300s", "x")).hasMessageContaining("<!-- begin public-300s -->");
        assertThat(file.block("public-60s")).isEqualTo("old");
    }
}
