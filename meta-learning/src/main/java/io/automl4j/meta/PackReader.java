package io.automl4j.meta;

import io.automl4j.api.space.Configuration;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import io.automl4j.search.Start;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Reads what {@link PackWriter} wrote. */
final class PackReader {
    private final ByteBuffer in;
    private final List<String> names;

    private PackReader(ByteBuffer in, List<String> names) {
        this.in = in;
        this.names = names;
    }

    /** A reader of what follows the names. */
    static PackReader of(ByteBuffer in) {
        int count = count(in);
        List<String> names = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            byte[] text = new byte[in.getShort()];
            in.get(text);
            names.add(new String(text, StandardCharsets.UTF_8));
        }
        return new PackReader(in, names);
    }

    /** How many things follow, each of which takes a byte at least. */
    private static int count(ByteBuffer in) {
        int count = in.getInt();
        if (count < 0 || count > in.remaining()) {
            throw new IllegalStateException("There are not %d more.".formatted(count));
        }
        return count;
    }

    KnowledgeBase base() {
        Start[] starts = new Start[count(in)];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = new Start(name(), configuration());
        }
        Candidate[] candidates = new Candidate[count(in)];
        for (int i = 0; i < candidates.length; i++) {
            candidates[i] = new Candidate(name(), configuration(), List.of(names()));
        }
        Experience[] experiences = new Experience[count(in)];
        for (int i = 0; i < experiences.length; i++) {
            experiences[i] = experience(starts);
        }
        return new KnowledgeBase(List.of(experiences), List.of(candidates));
    }

    private String name() {
        return names.get(in.getInt());
    }

    private String[] names() {
        String[] texts = new String[count(in)];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = name();
        }
        return texts;
    }

    private Configuration configuration() {
        int size = count(in);
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < size; i++) {
            values.put(name(), value());
        }
        return new Configuration(values);
    }

    private Object value() {
        byte kind = in.get();
        return switch (kind) {
            case 'r' -> in.getDouble();
            case 'w' -> in.getLong();
            case 't' -> name();
            default -> throw new IllegalStateException("There is no kind of value %d.".formatted(kind));
        };
    }

    private Experience experience(Start[] starts) {
        String table = name();
        TaskShape shape = new TaskShape(
                TaskType.valueOf(name()),
                in.getInt(),
                in.getInt(),
                in.getInt(),
                in.getInt(),
                in.getInt(),
                in.getInt(),
                in.get() != 0);
        String metric = name();
        String validation = name();
        return new Experience(table, shape, metric, validation, sketch(), metaFeatures(), attempts(starts));
    }

    private Sketch sketch() {
        return new Sketch(hashes(), listOfHashes(), listOfHashes());
    }

    private List<long[]> listOfHashes() {
        long[][] some = new long[count(in)][];
        for (int i = 0; i < some.length; i++) {
            some[i] = hashes();
        }
        return List.of(some);
    }

    private long[] hashes() {
        long[] hashes = new long[count(in)];
        in.asLongBuffer().get(hashes);
        in.position(in.position() + Long.BYTES * hashes.length);
        return hashes;
    }

    private Map<String, Double> metaFeatures() {
        int size = count(in);
        Map<String, Double> figures = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            figures.put(name(), in.getDouble());
        }
        return figures;
    }

    private List<Attempt> attempts(Start[] starts) {
        List<String> metrics = List.of(names());
        int[] numbers = new int[count(in)];
        in.asIntBuffer().get(numbers);
        in.position(in.position() + Integer.BYTES * numbers.length);
        double[] seconds = floats(numbers.length);
        double[] losses = floats(numbers.length * metrics.size());
        Attempt[] attempts = new Attempt[numbers.length];
        for (int i = 0; i < attempts.length; i++) {
            Start start = starts[numbers[i]];
            Losses some = new Losses(metrics, losses, i * metrics.size());
            attempts[i] = new Attempt(
                    start.learner(), start.configuration(), some, seconds[i], OptionalLong.empty(), List.of());
        }
        return List.of(attempts);
    }

    private double[] floats(int count) {
        float[] narrow = new float[count];
        in.asFloatBuffer().get(narrow);
        in.position(in.position() + Float.BYTES * count);
        double[] wide = new double[count];
        for (int i = 0; i < count; i++) {
            wide[i] = narrow[i];
        }
        return wide;
    }
}
