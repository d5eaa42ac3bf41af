package io.automl4j.meta;

import io.automl4j.api.space.Configuration;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** Experiences with a learner whose configuration is how many seconds it takes. */
final class Experiences {
    static final TaskShape SHAPE = new TaskShape(TaskType.BINARY, 500, 2, 8, 0, 0, 0, false);

    private Experiences() {}

    /** A table on which so many seconds lose so much. */
    static Experience of(String table, double figure, Map<Integer, Double> losses) {
        List<Attempt> attempts = new ArrayList<>();
        losses.forEach((seconds, loss) -> attempts.add(new Attempt(
                "mine",
                Configuration.of("seconds", seconds),
                Losses.of(Map.of("roc_auc", loss)),
                seconds,
                OptionalLong.empty(),
                List.of())));
        long[] hashes =
                new SplittableRandom(table.hashCode()).longs(80).sorted().toArray();
        return new Experience(
                table,
                SHAPE,
                "roc_auc",
                "5 folds",
                new Sketch(hashes, List.of(), List.of()),
                Map.of("figure", figure),
                attempts);
    }
}
