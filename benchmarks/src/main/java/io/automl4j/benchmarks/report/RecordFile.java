package io.automl4j.benchmarks.report;

import io.automl4j.model.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Markdown file in which comparisons stand between comments, among words that somebody wrote:
 * {@code <!-- begin NAME -->} and {@code <!-- end NAME -->}.
 *
 * @param file the file
 */
public record RecordFile(Path file) {

    /**
     * What stands between the comments of a name.
     *
     * @param name the name
     * @return the text, without the line ends around it
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it lacks the comments
     */
    public String block(String name) throws IOException {
        String text = Files.readString(file);
        return text.substring(start(text, name), end(text, name)).strip();
    }

    /**
     * Puts a text between the comments of a name.
     *
     * @param name the name
     * @param block the text
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it lacks the comments
     */
    public void replace(String name, String block) throws IOException {
        String text = Files.readString(file);
        String changed = text.substring(0, start(text, name)) + "\n\n" + block.strip() + "\n\n"
                + text.substring(end(text, name));
        AtomicFile.write(file, draft -> Files.writeString(draft, changed));
    }

    private int start(String text, String name) throws IOException {
        String mark = "<!-- begin %s -->".formatted(name);
        return place(text, mark) + mark.length();
    }

    private int end(String text, String name) throws IOException {
        return place(text, "<!-- end %s -->".formatted(name));
    }

    private int place(String text, String mark) throws IOException {
        int place = text.indexOf(mark);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "%s has no line '%s'.%nMaybe add it where the comparison is to stand.".formatted(file, mark));
        }
        return place;
    }
}
