import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Starts the service for the model of examples/quickstart, asks it what it can and cannot answer, and ends with 0 only if every
 * answer is as it should be: {@code java Ask.java ../quickstart/churn.automl}.
 */
final class Ask {
    private static final String ROW =
            "{\"age\": 34, \"plan\": \"basic\", \"months\": 5, \"calls\": 7, \"roaming\": \"yes\"}";
    private static final String LABEL = "\"label\":\"(yes|no)\"";
    private static final String NUMBER = "[0-9.E-]+";
    private static final String PREDICTION = "\\{" + LABEL + ",\"value\":" + NUMBER + ",\"probabilities\":\\{\"no\":" + NUMBER
            + ",\"yes\":" + NUMBER + "\\}\\}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI predict;
    private int failures;

    private Ask(URI predict) {
        this.predict = predict;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jars = Path.of("target", "classes") + System.getProperty("path.separator") + Path.of("target", "lib") + "/*";
        Process service = new ProcessBuilder(List.of(java, "-cp", jars, "predictonly.PredictOnly", args[0]))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int failures = 1;
        try (BufferedReader out = service.inputReader()) {
            String url = out.readLine();
            if (url != null) {
                Ask ask = new Ask(URI.create(url));
                ask.all();
                failures = ask.failures;
            }
        } finally {
            service.destroy();
        }
        System.exit(failures == 0 ? 0 : 1);
    }

    private void all() throws IOException, InterruptedException {
        String one = "\\{\"predictions\":\\[" + PREDICTION + "\\]\\}";
        String two = "\\{\"predictions\":\\[" + PREDICTION + "," + PREDICTION + "\\]\\}";
        expect(200, one, post(ROW));
        expect(200, two, post("[" + ROW + "," + ROW.replace("34", "null").replace("basic", "never seen") + "]"));
        expect(200, "\\{\"predictions\":\\[\\]\\}", post("[]"));
        expect(400, error("The body is no JSON, from line 1, column 21 on: "), post(ROW.substring(0, 20)));
        expect(400, error("The body must be a JSON object"), post("17"));
        expect(400, error("The body must be a JSON object"), post(""));
        expect(400, error("The body must be a JSON object"), post(ROW + ROW));
        expect(400, error("Row 2: column 'calls' \\(NUMERIC\\) is missing"),
                post("[" + ROW + "," + ROW.replace("\"calls\": 7, ", "") + "]"));
        expect(400, error("Row 1: there is no column 'agee'\\. There are 'age', "), post(ROW.replace("age", "agee")));
        expect(400, error("Row 1: 'old' is no value of 'age' \\(NUMERIC\\)"), post(ROW.replace("34", "\"old\"")));
        expect(400, error("Row 1: 'age' is no number, truth value or text"), post(ROW.replace("34", "[34]")));
        expect(400, error("Row 1: 'age' is larger than any number"), post(ROW.replace("34", "1e999")));
        expect(400, error("The body is no JSON, .*: Duplicate field 'age'"), post(ROW.replace("}", ", \"age\": 2}")));
        expect(413, error("A body has at most 1048576 bytes"), post(" ".repeat(3_000_000)));
        expect(405, error("Rows come by POST, not by GET"), HttpRequest.newBuilder(predict).GET());
        expect(404, error("There is nothing at '/nowhere'"), to("/nowhere", BodyPublishers.ofString(ROW)));
    }

    private static String error(String begins) {
        return "\\{\"error\":\"" + begins + ".*\"\\}";
    }

    private HttpRequest.Builder post(String body) {
        return to("/predict", BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder to(String path, BodyPublisher body) {
        return HttpRequest.newBuilder(predict.resolve(path)).POST(body);
    }

    private void expect(int status, String pattern, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        boolean expected = answer.statusCode() == status && answer.body().matches("(?s)" + pattern);
        failures += expected ? 0 : 1;
        System.out.printf("%s %d %s%n", expected ? "ok    " : "FAILED", answer.statusCode(), answer.body());
    }
}
