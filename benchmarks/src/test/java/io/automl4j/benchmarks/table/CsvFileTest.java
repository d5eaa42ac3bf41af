package io.automl4j.benchmarks.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CsvFileTest {
    @TempDir
    Path folder;

    @Test
    void readsWhatItWrote() throws IOException {
        CsvFile file = new CsvFile(
                List.of("a", "b,c"), List.of(List.of("", "say \"x\""), List.of("two\nlines", "é"), List.of("1", "")));
        Path path = folder.resolve("x.csv");
        file.write(path);
        assertThat(CsvFile.read(path)).isEqualTo(file);
    }

    @Test
    void readsGzipAndALastLineWithoutEnd() throws IOException {
        Path path = folder.resolve("x.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write("a,b\r\n1,2\r\n3,".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(CsvFile.read(path).rows()).containsExactly(List.of("1", "2"), List.of("3", ""));
    }

    @Test
    void readsWhatPeopleAndEditorsLeave() throws IOException {
        Path path = Files.writeString(folder.resolve("x.csv"), "\uFEFFa,b\n5\" disk,\"x, y\"\n\n1,2\n\n");
        CsvFile file = CsvFile.read(path);
        assertThat(file.header()).containsExactly("a", "b");
        assertThat(file.rows()).containsExactly(List.of("5\" disk", "x, y"), List.of("1", "2"));
        Path single = Files.writeString(folder.resolve("single.csv"), "a\n1\n\n2\n");
        assertThat(CsvFile.read(single).cells("a")).containsExactly("1", "", "2");
    }

    @Test
    void cutsColumnsAndRows() {
        CsvFile file = new CsvFile(List.of("a", "b"), List.of(List.of("1", "2"), List.of("3", "4")));
        assertThat(file.without("a").rows()).containsExactly(List.of("2"), List.of("4"));
        assertThat(file.only("a").header()).containsExactly("a");
        assertThat(file.select(new int[] {1}).cells("b")).containsExactly("4");
        assertThatThrownBy(() -> file.column("c")).hasMessageContaining("'c'");
    }
}
