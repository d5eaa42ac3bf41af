package io.automl4j.benchmarks.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.automl4j.api.DataException;
import io.automl4j.api.task.TaskType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that answers in the form of OpenML's. */
final class OpenMlTest {
    private static final String DATA = """
            @RELATION tiny
            @ATTRIBUTE 'a b' REAL
            @ATTRIBUTE colour {red, 'dark blue'}
            @ATTRIBUTE id INTEGER
            @ATTRIBUTE copy {yes, no}
            @ATTRIBUTE class {yes, no}
            @DATA
            1.5, red, 1, yes, yes
            ?, 'dark blue', 2, no, no
            3, red, 3, yes, yes
            4, 'dark blue', 4, no, no
            """;
    private static final String SPLITS = """
            @RELATION splits
            @ATTRIBUTE type {TRAIN,TEST}
            @ATTRIBUTE rowid INTEGER
            @ATTRIBUTE repeat INTEGER
            @ATTRIBUTE fold INTEGER
            @DATA
            TRAIN,0,0,1
            TEST,0,0,0
            TEST,1,0,1
            TEST,2,0,0
            TEST,3,0,1
            TEST,0,1,1
            """;

    @TempDir
    Path cache;

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String root = "http://127.0.0.1:" + server.getAddress().getPort();
        answer("/api/v1/json/task/31", """
                {"task": {"task_id": "31", "task_type_id": "1", "input": [
                  {"name": "source_data", "data_set": {"data_set_id": "7", "target_feature": "class"}},
                  {"name": "estimation_procedure", "estimation_procedure": {"data_splits_url": "%s/splits"}}]}}
                """.formatted(root));
        answer("/api/v1/json/data/7", """
                {"data_set_description": {"id": "7", "name": "tiny", "format": "ARFF", "url": "%s/data",
                  "row_id_attribute": "id", "ignore_attribute": ["copy", "elsewhere"]}}
                """.formatted(root));
        answer("/data", DATA);
        answer("/splits", SPLITS);
        server.start();
    }

    private void answer(String path, String text) {
        server.createContext(path, exchange -> {
            asked.incrementAndGet();
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private OpenMl openMl() {
        return new OpenMl(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), cache);
    }

    @Test
    void tasksComeWithTheirFolds() throws IOException {
        SuiteTable table = openMl().tasks(List.of("31")).tables().get(0);
        assertThat(table.name()).isEqualTo("tiny");
        assertThat(table.task()).isEqualTo(TaskType.BINARY);
        assertThat(table.target()).isEqualTo("class");
        assertThat(table.folds()).containsExactly(0, 1, 0, 1);
        CsvFile rows = CsvFile.read(table.file());
        assertThat(rows.header()).containsExactly("a b", "colour", "class");
        assertThat(rows.rows().get(1)).containsExactly("", "dark blue", "no");
        assertThat(table.split(rows, new Split.Part(1, 2), 1).test()).containsExactly(1, 3);
    }

    @Test
    void whatWasFetchedIsNotFetchedAgain() throws IOException {
        openMl().tasks(List.of("31"));
        assertThat(asked).hasValue(4);
        openMl().tasks(List.of("31"));
        assertThat(asked).hasValue(4);
    }

    @Test
    void anAnswerThatIsNoneIsNotKept() throws IOException {
        answer("/api/v1/json/task/32", "<html>Service unavailable</html>");
        assertThatThrownBy(() -> openMl().tasks(List.of("32"))).isInstanceOf(IOException.class);
        assertThat(cache.resolve("task-32.json")).doesNotExist();
    }

    @Test
    void aFoldOfOneClassIsRefusedBeforeLongWork() throws IOException {
        SuiteTable table = openMl().tasks(List.of("31")).tables().get(0);
        assertThatThrownBy(() -> table.check(1)).hasMessageContaining("Fold 0", "one class only");
    }

    @Test
    void unknownTasksAreNamed() {
        assertThatThrownBy(() -> openMl().tasks(List.of("99")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("task/99 answers with 404");
        assertThatThrownBy(() -> openMl().tasks(List.of("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'x'");
    }
}
