package predictonly;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.automl4j.model.AutoModel;
import io.automl4j.model.Prediction;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A service that predicts: {@code POST /predict} takes a row as a JSON object, or an array of them, and answers with a
 * prediction for each. The JDK's own server, one dependency, no native code.
 */
public final class PredictOnly {
    private static final int LARGEST_BODY = 1 << 20;
    /** A body that is too large is still read up to here, so that its sender comes to read the answer. */
    private static final int LARGEST_DISCARDED = 16 << 20;

    private final AutoModel model;
    private final Rows rows;

    private PredictOnly(AutoModel model) {
        this.model = model;
        this.rows = new Rows(model);
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 1 || args.length > 2) {
            System.err.println("Usage: PredictOnly MODEL [PORT]");
            System.exit(2);
        }
        // model.at(model.front().fast()) would be a fast ensemble of the file
        AutoModel model = AutoModel.load(Path.of(args[0]));
        HttpServer server = start(model, args.length > 1 ? Integer.parseInt(args[1]) : 0);
        System.out.printf("http://127.0.0.1:%d/predict%n", server.getAddress().getPort());
    }

    /** Listens on this machine only; port 0 is any that is free. */
    static HttpServer start(AutoModel model, int port) throws IOException {
        InetSocketAddress here = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
        HttpServer server = HttpServer.create(here, 0);
        ExecutorService threads =
                Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()));
        server.setExecutor(threads);
        server.createContext("/", new PredictOnly(model)::handle);
        server.start();
        return server;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            int status = 200;
            byte[] answer;
            try {
                answer = Json.predictions(predictions(exchange));
            } catch (Refused e) {
                status = e.status();
                answer = Json.error(e.getMessage());
            } catch (RuntimeException e) {
                e.printStackTrace();
                status = 500;
                answer = Json.error("This is a bug of the service.");
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            boolean bodyless = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, bodyless ? -1 : answer.length);
            if (!bodyless) {
                exchange.getResponseBody().write(answer);
            }
        }
    }

    private List<Prediction> predictions(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (!path.equals("/predict")) {
            throw new Refused(404, "There is nothing at '%s'. Rows go to /predict.".formatted(path));
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            throw new Refused(405, "Rows come by POST, not by %s.".formatted(exchange.getRequestMethod()));
        }
        List<Prediction> predictions = new ArrayList<>();
        for (Map<String, Object> row : rows.read(body(exchange.getRequestBody()))) {
            predictions.add(model.predict(row));
        }
        return predictions;
    }

    private static byte[] body(InputStream in) throws IOException {
        byte[] body = in.readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            byte[] discarded = new byte[1 << 16];
            for (int left = LARGEST_DISCARDED; left > 0; ) {
                int count = in.read(discarded);
                left = count < 0 ? 0 : left - count;
            }
            throw new Refused(413, "A body has at most %d bytes. Send fewer rows at once.".formatted(LARGEST_BODY));
        }
        return body;
    }
}
