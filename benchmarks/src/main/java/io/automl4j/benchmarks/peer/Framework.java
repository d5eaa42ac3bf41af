package io.automl4j.benchmarks.peer;

import io.automl4j.api.Checks;
import io.automl4j.benchmarks.line.JavaCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who is compared, and how its process is started.
 *
 * @param name the name in results
 * @param isLimited whether it is to keep to the budget; others run to their end
 * @param command the words of the command for a job and the memory of its JVM, such as {@code 8g}
 * @param jars a folder that the command needs
 */
public record Framework(
        String name, boolean isLimited, BiFunction<Job, String, List<String>> command, Optional<Path> jars) {
    private static final List<String> H2O_OPENS = List.of("java.lang", "java.util", "java.nio", "sun.nio.ch");

    private static final Set<String> UNLIMITED = Set.of("weka-rf", "smile-rf", "xgboost", "mlp-td-s");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");
    private static final List<String> PLACEHOLDERS =
            List.of("train", "test", "target", "task", "budget", "seed", "threads", "predictions");

    /** The frameworks that need no template. */
    public static final List<String> KNOWN =
            List.of("ours", "h2o", "weka-rf", "smile-rf", "xgboost", "mlp-td-s", "prior");

    /**
     * The framework of a name.
     *
     * @param name one of {@link #KNOWN}, one of {@link #variants()}, or one of ours with a label: {@code ours@02}
     * @param h2o the folder of the jars of H2O's module
     * @return the framework
     * @throws IllegalArgumentException if the name is unknown
     */
    public static Framework named(String name, Path h2o) {
        if (name.equals("h2o")) {
            return new Framework(name, true, (job, memory) -> h2oCommand(job, memory, h2o), Optional.of(h2o));
        }
        if (!KNOWN.contains(name)) {
            OursPeer.named(name); // refuses what it does not know
        }
        return new Framework(
                name, !UNLIMITED.contains(name), (job, memory) -> peerCommand(name, job, memory), Optional.empty());
    }

    /**
     * Ours with one part left out, a learner or a part of the run, or with a learner more that waits to be named.
     *
     * @return names such as {@code ours-without-xgboost} and {@code ours-with-lightgbm}
     */
    public static List<String> variants() {
        return List.copyOf(OursPeer.variants().keySet());
    }

    /**
     * Anything that can be called: {@code {train}}, {@code {test}}, {@code {target}}, {@code {task}}, {@code {budget}}
     * (seconds), {@code {seed}}, {@code {threads}} and {@code {predictions}} are put in place.
     *
     * @param name the name in results
     * @param template the command, split at spaces; quotes are letters like any other
     * @return the framework
     * @throws IllegalArgumentException if the name is taken, or a placeholder unknown
     */
    public static Framework external(String name, String template) {
        if (KNOWN.contains(name) || variants().contains(name)) {
            throw new IllegalArgumentException(
                    "'%s' is a framework already.%nMaybe call the command another name.".formatted(name));
        }
        Checks.argument(
                !template.isBlank(), "The command of '%s' is empty.%nMaybe %1$s=python3 run.py {train} {test}.", name);
        Matcher placeholders = PLACEHOLDER.matcher(template);
        while (placeholders.find()) {
            if (!PLACEHOLDERS.contains(placeholders.group(1))) {
                throw new IllegalArgumentException("There is no placeholder %s in commands.%nMaybe one of these: %s"
                        .formatted(placeholders.group(), PLACEHOLDERS));
            }
        }
        List<String> words = List.of(template.trim().split(" +", -1));
        return new Framework(
                name,
                true,
                (job, memory) -> words.stream().map(word -> filled(word, job)).toList(),
                Optional.empty());
    }

    /**
     * Looks whether it can run here.
     *
     * @throws IllegalArgumentException if something that it needs is not there; says how to get it
     */
    public void check() {
        jars.ifPresent(folder -> Checks.argument(
                Files.isDirectory(folder),
                "'%s' is not there: %s.%nMaybe build it: mvn -q package -DskipTests -pl benchmark-h2o",
                name,
                folder));
    }

    private static String filled(String word, Job job) {
        return word.replace("{train}", job.train().toString())
                .replace("{test}", job.test().toString())
                .replace("{predictions}", job.predictions().toString())
                .replace("{target}", job.target())
                .replace("{task}", job.task().name().toLowerCase(Locale.ROOT))
                .replace("{budget}", Long.toString(job.budget().toSeconds()))
                .replace("{seed}", Long.toString(job.seed()))
                .replace("{threads}", Integer.toString(job.threads()));
    }

    private static List<String> peerCommand(String name, Job job, String memory) {
        // pools of the JDK keep to the threads too; whoever asks them for work does a share of it
        String pool = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=" + (job.threads() - 1);
        return JavaCommand.here(List.of("-Xmx" + memory, pool), PeerMain.class.getName())
                .words(List.of(name, job.folder().toString()));
    }

    private static List<String> h2oCommand(Job job, String memory, Path jars) {
        List<String> options = new ArrayList<>(List.of("-Xmx" + memory));
        H2O_OPENS.forEach(name -> options.addAll(List.of("--add-opens", "java.base/" + name + "=ALL-UNNAMED")));
        return new JavaCommand(options, jars.resolve("*").toString(), "io.automl4j.benchmarks.h2o.H2oMain")
                .words(List.of(job.folder().toString()));
    }
}
