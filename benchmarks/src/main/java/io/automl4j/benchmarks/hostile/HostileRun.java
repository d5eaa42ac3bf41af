package io.automl4j.benchmarks.hostile;

import io.automl4j.api.table.Table;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.AutoModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A model's file, changed in every way that {@link Mutation} knows, and files that were made to do harm ({@link Bombs}). None may
 * end in anything but an error of the promised type or the same predictions, soon, and within little memory.
 *
 * @param count how many changed files
 * @param seed of everything drawn
 * @param print told what comes out
 */
record HostileRun(int count, long seed, Consumer<String> print) {
    /** The longest time that a file may take. */
    static final double MOST_SECONDS = 10;

    private static final int ROWS = 64;
    private static final int HANGS_MILLIS = 60_000;

    /** What became of the files of one kind. */
    private record Tally(Map<Verdict, Integer> counts) {
        Tally() {
            this(new EnumMap<>(Verdict.class));
        }

        void add(Verdict verdict) {
            counts.merge(verdict, 1, Integer::sum);
        }

        int of(Verdict verdict) {
            return counts.getOrDefault(verdict, 0);
        }
    }

    /**
     * What came out.
     *
     * @param files how many
     * @param fine how many of them ended as they should
     * @param slowestSeconds the longest time of one
     */
    record Result(int files, int fine, double slowestSeconds) {
        Result and(Result other) {
            return new Result(files + other.files, fine + other.fine, Math.max(slowestSeconds, other.slowestSeconds));
        }

        boolean ok() {
            return fine == files && slowestSeconds <= MOST_SECONDS;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%d of %d, slowest %.2f s", fine, files, slowestSeconds);
        }
    }

    /**
     * Starts it.
     *
     * @param words the number of changed files, half of them of a model of classes, a quarter each of one of quantiles and of a stacked one of
     *     numbers; the seed; a folder
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] words) throws IOException {
        int half = Integer.parseInt(words[0]) / 2;
        long seed = Long.parseLong(words[1]);
        HostileRun run = new HostileRun(half, seed, System.out::println);
        HostileRun quarter = new HostileRun(half / 2, seed, System.out::println);
        AutoModel ofClasses = HostileModel.drawn(TaskType.MULTICLASS);
        Path folder = Files.createDirectories(Path.of(words[2]));
        Result bombs = run.bombs(ofClasses, folder);
        System.out.println("bombs: " + bombs);
        Result mutations = run.mutations(ofClasses, folder)
                .and(quarter.mutations(HostileModel.drawn(TaskType.QUANTILE), folder))
                .and(quarter.mutations(HostileModel.drawn(TaskType.REGRESSION), folder));
        System.out.println("mutations: " + mutations);
        System.exit(bombs.ok() && mutations.ok() ? 0 : 1);
    }

    /** Loads changed files. */
    Result mutations(AutoModel model, Path folder) throws IOException {
        Path file = folder.resolve("model.automl");
        model.save(file);
        byte[] sound = Files.readAllBytes(file);
        Judge judge = new Judge(file, HostileModel.rows(model, ROWS), print);
        SplittableRandom random = new SplittableRandom(seed);
        Map<Mutation, Tally> tallies = new EnumMap<>(Mutation.class);
        Mutation[] kinds = Mutation.values();
        try (Watch watch = new Watch(HANGS_MILLIS, print)) {
            for (int i = 0; i < count; i++) {
                Mutation kind = kinds[i % kinds.length];
                String name = "%s %d".formatted(kind, i);
                byte[] changed = kind.apply(sound, random.split());
                watch.begin(name);
                Verdict verdict = judge.of(changed, name);
                if (verdict == Verdict.OTHER && !kind.isForged()) {
                    print.accept(name + ": predicts something else");
                }
                tallies.computeIfAbsent(kind, unused -> new Tally()).add(verdict);
            }
        }
        return result(tallies, judge, sound.length);
    }

    private Result result(Map<Mutation, Tally> tallies, Judge judge, int size) {
        print.accept("%d files changed from one of %d bytes".formatted(count, size));
        print.accept("%-15s %8s %8s %8s %8s".formatted("", "refused", "same", "other", "broken"));
        int fine = 0;
        for (Map.Entry<Mutation, Tally> each : tallies.entrySet()) {
            Tally tally = each.getValue();
            print.accept("%-15s %8d %8d %8d %8d"
                    .formatted(
                            each.getKey(),
                            tally.of(Verdict.REFUSED),
                            tally.of(Verdict.SAME),
                            tally.of(Verdict.OTHER),
                            tally.of(Verdict.BROKEN)));
            fine += tally.of(Verdict.REFUSED) + tally.of(Verdict.SAME);
            // a forger may write another model; it must be one that predicts
            fine += each.getKey().isForged() ? tally.of(Verdict.OTHER) : 0;
        }
        return new Result(count, fine, judge.slowestSeconds());
    }

    /** Loads files that were made to do harm, each of which must be refused, and leave nothing behind. */
    Result bombs(AutoModel model, Path folder) throws IOException {
        Path inner = Files.createDirectories(folder.resolve("bombs"));
        Path file = inner.resolve("model.automl");
        model.save(file);
        Table rows = HostileModel.rows(model, ROWS);
        Judge judge = new Judge(file, rows, print);
        Map<String, Bombs.Charge> bombs = Bombs.of(model, Files.readAllBytes(file));
        int fine = 0;
        try (Watch watch = new Watch(HANGS_MILLIS, print)) {
            for (Map.Entry<String, Bombs.Charge> bomb : bombs.entrySet()) {
                bomb.getValue().write(file);
                watch.begin(bomb.getKey());
                Verdict verdict = judge.ofFile(bomb.getKey());
                print.accept("%-60s %s".formatted(bomb.getKey(), verdict));
                fine += verdict == Verdict.REFUSED && isAlone(file) ? 1 : 0;
            }
        }
        return new Result(bombs.size(), fine, judge.slowestSeconds());
    }

    private static boolean isAlone(Path file) throws IOException {
        try (Stream<Path> beside = Files.list(file.resolveSibling("."))) {
            return beside.allMatch(path -> path.getFileName().equals(file.getFileName()));
        }
    }
}
