package io.automl4j.benchmarks.accept;

import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.metric.Metric;
import io.automl4j.api.metric.Metrics;
import io.automl4j.api.run.NanoClock;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.task.TaskType;
import io.automl4j.meta.KnowledgeBase;
import io.automl4j.meta.TableProfile;
import io.automl4j.meta.WarmStart;
import io.automl4j.search.Opening;
import io.automl4j.tabular.Tables;
import io.automl4j.tabular.conduct.Learners;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Prints how many milliseconds a new JVM takes to load the knowledge base and to compute a warm start, with the sketch of the table and what can be
 * counted of it.
 */
final class WarmStartTime {
    private static final TaskShape SHAPE = new TaskShape(TaskType.BINARY, 10_000, 2, 10, 10, 0, 50, true);

    private WarmStartTime() {}

    /**
     * Measures once, at the place where a run pays for it: its table has been read, and its learners have been asked.
     *
     * @param arguments the file of a table
     */
    public static void main(String[] arguments) {
        Table table = Tables.read(Path.of(arguments[0]));
        Labels labels = Labels.of(new double[table.rows()]);
        Task task = new Task(TaskType.BINARY, "y", List.of("no", "yes"));
        Metric metric = Metrics.ROC_AUC;
        List<LearnerProvider> learners =
                Learners.choose(Learners.onClassPath(), List.of(), SHAPE).searched();
        learners.forEach(learner -> learner.starts(SHAPE).forEach(learner.space(SHAPE)::repair));
        long begun = NanoClock.SYSTEM.nanos();
        TableProfile profile = TableProfile.counted(table, labels, task);
        KnowledgeBase base = KnowledgeBase.shipped(problem -> {
            throw problem;
        });
        Opening opening = new WarmStart(base, profile, metric).of(learners, SHAPE, Duration.ofSeconds(10), 5);
        int starts = opening.order(Map.of()).size();
        Duration took = NanoClock.SYSTEM.since(begun);
        System.err.printf("%d tables, %d starts%n", base.experiences().size(), starts);
        System.out.println(took.toMillis());
    }
}
