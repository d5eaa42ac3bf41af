package io.automl4j.meta;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.automl4j.api.DataException;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import io.automl4j.api.trial.CurvePoint;
import io.automl4j.search.Start;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * An experience as a file: lines of JSON, compressed by gzip. The first line is about the table, each of the others about an
 * attempt, and the last one is the SHA-256 of all before it. Numbers have six significant digits.
 */
public final class ExperienceFile {
    /** What file names end with. */
    public static final String SUFFIX = ".jsonl.gz";

    private static final String FORMAT = "automl4j-experience";
    private static final int VERSION = 3;
    /**
     * Version 1 had hashes whole, and none of rows without a column. Versions 1 and 2 had hashes of rows whose numbers were not rounded.
     */
    private static final int OLDEST = 1;
    /** What is kept of a hash. */
    private static final int HASH_BYTES = 5;

    private static final MathContext DIGITS = new MathContext(6);
    private static final JsonFactory FACTORY = new JsonFactory();

    private ExperienceFile() {}

    /**
     * The bytes of a file.
     *
     * @param experience what it is to hold
     * @return the compressed lines
     * @throws NumberFormatException if a number is not finite
     */
    public static byte[] toBytes(Experience experience) {
        try {
            StringBuilder lines = new StringBuilder(header(experience)).append('\n');
            for (Attempt attempt : experience.attempts()) {
                lines.append(line(attempt)).append('\n');
            }
            lines.append(last(lines.toString())).append('\n');
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
                out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("An array cannot be written to.", e);
        }
    }

    /** Writes what is between the braces of an object. */
    interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    static String object(Fields fields) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        }
        return text.toString();
    }

    private static String header(Experience of) throws IOException {
        return object(json -> {
            json.writeNumberField(FORMAT, VERSION);
            table(json, of);
        });
    }

    private static void table(JsonGenerator json, Experience of) throws IOException {
        TaskShape shape = of.shape();
        json.writeStringField("table", of.table());
        json.writeStringField("type", shape.type().name());
        json.writeNumberField("rows", shape.rows());
        json.writeNumberField("outputs", shape.outputs());
        json.writeNumberField("numeric", shape.numeric());
        json.writeNumberField("categorical", shape.categorical());
        json.writeNumberField("text", shape.text());
        json.writeNumberField("maxLevels", shape.maxLevels());
        json.writeBooleanField("missing", shape.missing());
        json.writeStringField("metric", of.metric());
        json.writeStringField("validation", of.validation());
        json.writeStringField("rowHashes", base64(of.sketch().rows()));
        hashes(json, "columnHashes", of.sketch().columns());
        hashes(json, "rowHashesWithout", of.sketch().without());
        numbers(json, "metaFeatures", of.metaFeatures());
    }

    private static void hashes(JsonGenerator json, String name, List<long[]> some) throws IOException {
        json.writeArrayFieldStart(name);
        for (long[] hashes : some) {
            json.writeString(base64(hashes));
        }
        json.writeEndArray();
    }

    private static String line(Attempt attempt) throws IOException {
        return object(json -> {
            start(json, attempt.start());
            numbers(json, "losses", attempt.losses().byMetric());
            json.writeFieldName("seconds");
            json.writeNumber(rounded(attempt.seconds()));
            if (attempt.latency().isPresent()) {
                json.writeNumberField("latency", attempt.latency().getAsLong());
            }
            json.writeArrayFieldStart("curve");
            for (CurvePoint point : attempt.curve()) {
                json.writeNumber(point.iteration());
                json.writeNumber(rounded(point.loss()));
            }
            json.writeEndArray();
        });
    }

    /** What was tried. */
    static void start(JsonGenerator json, Start start) throws IOException {
        json.writeStringField("learner", start.learner());
        json.writeObjectFieldStart("configuration");
        for (Map.Entry<String, Object> value : start.configuration().values().entrySet()) {
            json.writeFieldName(value.getKey());
            if (value.getValue() instanceof Double real) {
                json.writeNumber(real);
            } else if (value.getValue() instanceof Long whole) {
                json.writeNumber(whole);
            } else {
                json.writeString((String) value.getValue());
            }
        }
        json.writeEndObject();
    }

    private static void numbers(JsonGenerator json, String name, Map<String, Double> values) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Double> value : new TreeMap<>(values).entrySet()) {
            json.writeFieldName(value.getKey());
            json.writeNumber(rounded(value.getValue()));
        }
        json.writeEndObject();
    }

    static double rounded(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }

    private static String base64(long[] hashes) {
        ByteBuffer bytes = ByteBuffer.allocate(HASH_BYTES * hashes.length);
        for (long hash : hashes) {
            for (int i = 1; i <= HASH_BYTES; i++) {
                bytes.put((byte) (hash >> (Long.SIZE - Byte.SIZE * i)));
            }
        }
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static long[] hashes(String base64, int width) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
        long[] hashes = new long[bytes.remaining() / width];
        for (int hash = 0; hash < hashes.length; hash++) {
            for (int i = 1; i <= width; i++) {
                hashes[hash] |= (bytes.get() & 0xFFL) << (Long.SIZE - Byte.SIZE * i);
            }
        }
        return hashes;
    }

    private static Sketch sketch(Json header) {
        boolean whole = header.whole(FORMAT) == OLDEST;
        int width = whole ? Long.BYTES : HASH_BYTES;
        List<?> without = whole ? List.of() : header.list("rowHashesWithout");
        return new Sketch(
                hashes(header.text("rowHashes"), width),
                header.list("columnHashes").stream()
                        .map(column -> hashes(String.valueOf(column), width))
                        .toList(),
                without.stream()
                        .map(rows -> hashes(String.valueOf(rows), width))
                        .toList());
    }

    private static String last(String lines) throws IOException {
        return object(json -> json.writeStringField("sha256", sha256(lines)));
    }

    private static String sha256(String lines) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256.", e);
        }
    }

    /**
     * Whether a file is of this version, not of an earlier one that is read too.
     *
     * @param bytes the compressed lines
     * @param name the name of the file, for errors
     * @return false if it would tell more if it were built again
     * @throws DataException if it is no such file
     */
    public static boolean isCurrent(byte[] bytes, String name) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(new ByteArrayInputStream(bytes)), StandardCharsets.UTF_8))) {
            return Json.parse(String.valueOf(lines.readLine())).whole(FORMAT) == VERSION;
        } catch (IOException | UncheckedIOException | IllegalArgumentException | ClassCastException | DataException e) {
            throw unusable(name, String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * What a file holds.
     *
     * @param bytes the compressed lines
     * @param name the name of the file, for errors
     * @return the experience
     * @throws DataException if the file is truncated, edited, or of another version; says so
     */
    public static Experience fromBytes(byte[] bytes, String name) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int end = text.lastIndexOf('\n', text.length() - 2) + 1;
            List<String> lines = text.substring(0, end).lines().toList();
            if (lines.isEmpty()) {
                throw new DataException("it has no line");
            }
            Json header = Json.parse(lines.get(0));
            long version = header.whole(FORMAT);
            if (version < OLDEST || version > VERSION) {
                throw new DataException("it is of version %d, and this library reads versions %d to %d%s"
                        .formatted(version, OLDEST, VERSION, version > VERSION ? "; a later one reads this file" : ""));
            }
            if (!Json.parse(text.substring(end)).text("sha256").equals(sha256(text.substring(0, end)))) {
                throw new DataException("its checksum is another one, so it was edited");
            }
            List<Attempt> attempts = lines.stream()
                    .skip(1)
                    .map(line -> attempt(Json.parse(line)))
                    .toList();
            return experience(header, attempts);
        } catch (EOFException | ZipException | UncheckedIOException e) {
            throw unusable(name, "it was cut off, or is no file of a knowledge base", e);
        } catch (IOException | IllegalArgumentException | ClassCastException | DataException e) {
            throw unusable(name, String.valueOf(e.getMessage()), e);
        }
    }

    private static DataException unusable(String name, String why, Exception cause) {
        return new DataException(
                "'%s' of the knowledge base cannot be used: %s.%nMaybe put it elsewhere, and build it again."
                        .formatted(name, why),
                cause);
    }

    /** What was tried on the table that a header describes. */
    private static Experience experience(Json header, List<Attempt> attempts) {
        TaskShape shape = new TaskShape(
                TaskType.valueOf(header.text("type")),
                (int) header.whole("rows"),
                (int) header.whole("outputs"),
                (int) header.whole("numeric"),
                (int) header.whole("categorical"),
                (int) header.whole("text"),
                (int) header.whole("maxLevels"),
                header.flag("missing"));
        return new Experience(
                header.text("table"),
                shape,
                header.text("metric"),
                header.text("validation"),
                sketch(header),
                header.object("metaFeatures").reals(),
                attempts);
    }

    private static Attempt attempt(Json line) {
        List<?> numbers = line.list("curve");
        List<CurvePoint> curve = new ArrayList<>();
        for (int i = 0; i + 1 < numbers.size(); i += 2) {
            curve.add(
                    new CurvePoint(((Number) numbers.get(i)).intValue(), ((Number) numbers.get(i + 1)).doubleValue()));
        }
        Start start = start(line);
        return new Attempt(
                start.learner(),
                start.configuration(),
                Losses.of(line.object("losses").reals()),
                line.real("seconds"),
                line.has("latency") ? OptionalLong.of(line.whole("latency")) : OptionalLong.empty(),
                curve);
    }

    static Start start(Json line) {
        return new Start(
                line.text("learner"),
                new Configuration(line.object("configuration").fields()));
    }
}
