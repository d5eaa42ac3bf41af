package io.automl4j.learners.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class NativeLightGbmTest {

    /** Another process that unpacks the library to the fixed name would cut it short under this one. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void theLibraryIsNotTheOneThatOtherProcessesOverwrite() throws IOException {
        String usual = System.getProperty("java.io.tmpdir");
        NativeLightGbm.require();
        List<String> mapped = Files.readAllLines(Path.of("/proc/self/maps")).stream()
                .filter(line -> line.contains("lib_lightgbm"))
                .toList();
        assertThat(mapped).isNotEmpty().noneMatch(line -> line.contains(" " + usual + "/lib_lightgbm"));
        assertThat(System.getProperty("java.io.tmpdir")).isEqualTo(usual);
    }
}
