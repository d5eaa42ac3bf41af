package io.automl4j.benchmarks.table;

import io.automl4j.api.DataException;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.file.AtomicFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Tasks of OpenML (Vanschoren et al. 2014, doi:10.1145/2641190.2641198) by their numbers, with their fixed folds; what
 * was fetched once is kept on disk and not fetched again.
 *
 * @implNote Uses {@code api/v1/json/task/N} and {@code api/v1/json/data/N} of the public interface, and the ARFF files
 *     that these name.
 */
public final class OpenMl {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final URI server;
    private final Path cache;
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    /**
     * A server and a cache.
     *
     * @param server such as {@code https://www.openml.org}
     * @param cache a folder; it is made when something is kept there
     */
    public OpenMl(URI server, Path cache) {
        this.server = server;
        this.cache = cache;
    }

    /**
     * A suite of tasks.
     *
     * @param numbers their numbers
     * @return the suite {@code openml}
     * @throws IOException if the server does not answer, or not as expected
     */
    public Suite tasks(List<String> numbers) throws IOException {
        List<SuiteTable> tables = new ArrayList<>();
        for (String number : numbers) {
            if (!number.matches("[0-9]+")) {
                throw new IllegalArgumentException("'%s' is no number of an OpenML task.".formatted(number));
            }
            tables.add(table(number));
        }
        return new Suite("openml", tables);
    }

    private SuiteTable table(String number) throws IOException {
        Json task = fetch("task-%s.json".formatted(number), api("task", number), Json::parse);
        String data = task.text("data_set_id");
        String target = task.text("target_feature");
        Json described = fetch("data-%s.json".formatted(data), api("data", data), Json::parse);
        CsvFile rows = fetch("data-%s.arff".formatted(data), URI.create(described.text("url")), OpenMl::arff);
        // numbers of rows, and columns that give the target away or are otherwise not to be learned from
        for (String column : described.all(List.of("row_id_attribute", "ignore_attribute"))) {
            boolean there = rows.header().contains(column) && !column.equals(target);
            rows = there ? rows.without(column) : rows;
        }
        Path file = cache.resolve("data-%s.csv".formatted(data));
        rows.write(file);
        CsvFile splits =
                fetch("splits-%s.arff".formatted(number), URI.create(task.text("data_splits_url")), OpenMl::arff);
        return new SuiteTable(
                described.text("name"),
                type(task.text("task_type_id"), rows.cells(target)),
                target,
                file,
                folds(splits, rows.rows().size()));
    }

    private URI api(String kind, String number) {
        return server.resolve("/api/v1/json/%s/%s".formatted(kind, number));
    }

    private static TaskType type(String number, List<String> targets) throws IOException {
        return switch (number) {
            case "1" -> Set.copyOf(targets).size() == 2 ? TaskType.BINARY : TaskType.MULTICLASS;
            case "2" -> TaskType.REGRESSION;
            default ->
                throw new DataException("The task is of type %s; only 1 (classification) and 2 (regression) can be run."
                        .formatted(number));
        };
    }

    /** The fold of the first repetition that tests each row. */
    private static List<Integer> folds(CsvFile splits, int rows) throws IOException {
        Integer[] folds = new Integer[rows];
        int type = splits.column("type");
        int row = splits.column("rowid");
        int repeat = splits.column("repeat");
        int fold = splits.column("fold");
        for (List<String> line : splits.rows()) {
            if (line.get(type).equals("TEST") && line.get(repeat).equals("0")) {
                folds[Integer.parseInt(line.get(row))] = Integer.valueOf(line.get(fold));
            }
        }
        for (int i = 0; i < rows; i++) {
            if (folds[i] == null) {
                throw new DataException("The task's splits test row %d in no fold.".formatted(i));
            }
        }
        return List.of(folds);
    }

    private static CsvFile arff(String text) throws IOException {
        try (InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
            return Arff.read(in);
        }
    }

    /** Makes something of an answer. */
    private interface Parser<T> {
        T parse(String answer) throws IOException;
    }

    /** Only answers that can be read are kept. */
    private <T> T fetch(String name, URI from, Parser<T> parser) throws IOException {
        Path kept = cache.resolve(name);
        if (Files.exists(kept)) {
            return parser.parse(Files.readString(kept));
        }
        Files.createDirectories(cache);
        String answer = get(from);
        T parsed = parser.parse(answer);
        AtomicFile.write(kept, draft -> Files.writeString(draft, answer));
        return parsed;
    }

    private String get(URI from) throws IOException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(from).timeout(PATIENCE).GET().build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new DataException(
                        "%s answers with %d.%nMaybe there is no such task.".formatted(from, answer.statusCode()));
            }
            return answer.body();
        } catch (ConnectException | HttpTimeoutException e) {
            throw new DataException(
                    "%s cannot be reached (%s).%nMaybe there is no network; what was fetched before is kept."
                            .formatted(from, e.getClass().getSimpleName()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for %s.".formatted(from), e);
        }
    }
}
