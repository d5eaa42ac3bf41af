package io.automl4j.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.task.TaskType;
import io.automl4j.benchmarks.table.CsvFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.trees.RandomForest;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

final class WekaForestTest {
    @TempDir
    Path folder;

    /** Forgetting trees must change nothing: the plain forest predicts the same. */
    @Test
    void predictsAsTheForestThatForgetsNothing() throws Exception {
        Attribute x = new Attribute("x");
        Attribute y = new Attribute("y", List.of("no", "yes"));
        Instances table = new Instances("table", new ArrayList<>(List.of(x, y)), 40);
        table.setClassIndex(1);
        List<String> lines = new ArrayList<>(List.of("x,y"));
        for (int row = 0; row < 40; row++) {
            int label = row % 7 < 3 ? 0 : 1;
            int value = row * 17 % 23;
            table.add(new DenseInstance(1, new double[] {value, label}));
            lines.add(value + "," + (label == 0 ? "no" : "yes"));
        }
        Job job = new Job(folder, "y", TaskType.BINARY, Duration.ofMinutes(1), 1, 1);
        Files.write(job.train(), lines);
        Files.write(
                job.test(),
                lines.stream().map(line -> line.substring(0, line.indexOf(','))).toList());
        RandomForest plain = new RandomForest();
        plain.setNumIterations(500);
        plain.buildClassifier(table);
        CsvFile predicted = WekaForest.predictions(job);
        assertThat(predicted.header()).containsExactly("prediction", "probability_no", "probability_yes");
        for (int row = 0; row < 40; row++) {
            double[] expected = plain.distributionForInstance(table.instance(row));
            assertThat(Double.parseDouble(predicted.rows().get(row).get(2))).isEqualTo(expected[1]);
        }
    }
}
