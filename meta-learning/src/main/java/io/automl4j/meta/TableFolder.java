package io.automl4j.meta;

import io.automl4j.api.DataException;
import io.automl4j.api.task.TaskType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A folder of tables to learn from: {@code index.json} is an array of objects with {@code name}, {@code file}, {@code target},
 * {@code task} (binary, multiclass or regression), and perhaps {@code split}.
 */
public final class TableFolder {
    private static final String INDEX = "index.json";

    private TableFolder() {}

    /**
     * A table of the folder.
     *
     * @param name its name
     * @param file where its rows are
     * @param target the column that is predicted
     * @param type the type of the task
     * @param split what it is for; empty if that is not said
     */
    public record Entry(String name, Path file, String target, TaskType type, String split) {}

    /**
     * The tables of a folder.
     *
     * @param folder the folder
     * @param split only tables of this split; empty for all
     * @return the tables in the order of the index
     * @throws DataException if there is no index, it lacks something, two tables have one name, or it has none of the split
     */
    public static List<Entry> read(Path folder, Optional<String> split) {
        Path index = folder.resolve(INDEX);
        if (!Files.exists(index)) {
            throw new DataException(
                    "'%s' has no %s.%nMaybe write one: [{\"name\": …, \"file\": …, \"target\": …, \"task\": \"binary\"}, …]"
                            .formatted(folder, INDEX));
        }
        List<Entry> entries = new ArrayList<>();
        try {
            for (Json entry : Json.parse(Files.readString(index)).objects("items")) {
                entries.add(new Entry(
                        entry.text("name"),
                        folder.resolve(entry.text("file")),
                        entry.text("target"),
                        type(entry.text("task")),
                        entry.has("split") ? entry.text("split") : ""));
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException | DataException e) {
            throw new DataException(
                    "'%s' cannot be used: %s.%nMaybe each table needs a name, a file, a target and a task."
                            .formatted(index, e.getMessage()),
                    e);
        }
        requireDifferent(entries, index);
        return split.map(wanted -> ofSplit(entries, wanted, index)).orElse(entries);
    }

    private static void requireDifferent(List<Entry> entries, Path index) {
        Set<String> met = new HashSet<>();
        entries.stream().filter(entry -> !met.add(entry.name())).findFirst().ifPresent(again -> {
            throw new DataException(
                    "'%s' has two tables '%s'.%nMaybe give one of them another name.".formatted(index, again.name()));
        });
    }

    private static TaskType type(String name) {
        return Arrays.stream(TaskType.values())
                .filter(type -> type.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new DataException("there is no task '%s', but %s"
                        .formatted(name, Arrays.toString(TaskType.values()).toLowerCase(Locale.ROOT))));
    }

    private static List<Entry> ofSplit(List<Entry> entries, String split, Path index) {
        List<Entry> some =
                entries.stream().filter(entry -> entry.split().equals(split)).toList();
        if (some.isEmpty()) {
            List<String> splits = entries.stream()
                    .map(Entry::split)
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .toList();
            throw new DataException(
                    "'%s' has no table of the split '%s'.%nMaybe one of these: %s".formatted(index, split, splits));
        }
        return some;
    }
}
