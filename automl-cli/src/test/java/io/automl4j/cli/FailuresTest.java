package io.automl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FailuresTest {
    @ParameterizedTest
    @CsvSource({
        "data, 3, Column 'a' is odd.",
        "model, 3, It is damaged.",
        "nothing, 4, Not one.",
        "missing, 2, There is no file 'gone.csv'.",
        "content, 3, ended early (EOFException).",
        "disk, 2, No space left on device (IOException).",
        "memory, 2, Out of memory (Java heap space).",
    })
    void expectedFailuresHaveAMessageAndACode(String how, int code, String message) {
        Cli cli = Cli.run("explode", how);
        assertThat(cli.code()).isEqualTo(code);
        assertThat(cli.err()).startsWith("automl: " + message).doesNotContain("\tat ");
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void aBugIsOneLineWithTheLogThatHoldsTheStackTrace() throws IOException {
        Cli cli = Cli.run("explode", "bug");
        assertThat(cli.code()).isEqualTo(ExitCode.BUG);
        assertThat(cli.err().lines()).hasSize(1);
        Matcher log = Pattern.compile("details in (.*\\.log)\\)").matcher(cli.err());
        assertThat(log.find()).isTrue();
        Path file = Path.of(log.group(1));
        assertThat(file).content().contains("AutoML4J", "IllegalStateException", "ExplodeCommand.call");
        Files.delete(file);
    }

    @Test
    void commandsOfOtherModulesAreFoundAndListed() {
        assertThat(Cli.run("explode").code()).isEqualTo(ExitCode.OK);
        assertThat(Cli.run("--help").out())
                .containsSubsequence("fit", "predict", "leaderboard", "inspect", "explode", "export", "Exit codes");
    }
}
