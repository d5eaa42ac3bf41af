package io.automl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be learned from is refused with 3, says why, and leaves no file. */
final class BadDataTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | is empty",
                "`a,y\n` | no rows",
                "`a,b\n1,2\n3,4\n` | There is no column 'y'",
                "`a,y\n1,\n2,\n` | 'y'",
                "`a,y\n1,p\n2,p\n` | one value only, 'p'",
                "`a,a,y\n1,2,p\n3,4,q\n` | two columns 'a'",
                "`a,b,y\n1,2,p\n3,q\n` | line 3",
            })
    void isRefused(String content, String message) throws IOException {
        Path data = Files.writeString(directory.resolve("train.csv"), content);
        assertRefused(data, message);
    }

    @Test
    void bytesOfAnotherEncodingAreRefusedUnlessItIsNamed() throws IOException {
        byte[] latin = "a,y\n\u00e9,p\nb,q\n".getBytes(StandardCharsets.ISO_8859_1);
        Path data = Files.write(directory.resolve("latin.csv"), latin);
        assertRefused(data, "UTF-8");
    }

    @Test
    void aFileThatIsNoModelIsRefused() throws IOException {
        Path data = Files.writeString(directory.resolve("rows.csv"), "a\n1\n");
        Path out = directory.resolve("p.csv");
        Cli cli = Cli.run("predict", "--model", data, "--data", data, "--out", out);
        assertThat(cli.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(cli.err()).contains("rows.csv");
        assertThat(out).doesNotExist();
    }

    private void assertRefused(Path data, String message) {
        Path model = directory.resolve("m.automl");
        Cli cli = Cli.run("fit", "--data", data, "--target", "y", "--model", model);
        assertThat(cli.code()).as(cli.err()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(cli.err()).startsWith("automl: ").contains(message).doesNotContain("\tat ");
        assertThat(directory.toFile().list()).containsExactly(data.getFileName().toString());
    }
}
