package io.automl4j.benchmarks.line;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts a main class in a JVM of its own, by the Java that runs now.
 *
 * @param options of the JVM
 * @param classPath where its classes are
 * @param main the name of the class
 */
public record JavaCommand(List<String> options, String classPath, String main) {

    /** A main class of the class path of now. */
    public static JavaCommand here(List<String> options, String main) {
        return new JavaCommand(options, System.getProperty("java.class.path"), main);
    }

    /** The words of the command. */
    public List<String> words(List<String> arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(options);
        words.addAll(List.of("-cp", classPath, main));
        words.addAll(arguments);
        return words;
    }
}
