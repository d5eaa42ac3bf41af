package io.automl4j.learners.lightgbm;

import io.automl4j.api.task.Task;
import io.automl4j.model.predictor.Link;
import io.automl4j.model.predictor.Model;
import io.automl4j.model.predictor.TreesBuilder;
import io.automl4j.model.predictor.TreesModel;
import java.util.HashMap;
import java.util.Map;

/** Reads the trees of LightGBM's text form. The base of the scores is part of the first trees. */
final class LightGbmTrees {
    private LightGbmTrees() {}

    static Model read(String text, Task task) {
        TreesBuilder builder = switch (task.type()) {
            case BINARY -> TreesModel.boosted(Link.LOGISTIC, 0);
            case MULTICLASS -> TreesModel.boosted(Link.SOFTMAX, new float[task.outputs()]);
            case REGRESSION -> TreesModel.boosted(Link.IDENTITY, 0);
            case QUANTILE -> throw new IllegalArgumentException("LightGBM learns one quantile at a time.");
        };
        int scores = task.outputs() > 2 || task.type().name().equals("MULTICLASS") ? task.outputs() : 1;
        String[] sections = text.split("\nTree=", -1);
        for (int tree = 1; tree < sections.length; tree++) {
            builder.add(new LightGbmTree(values(sections[tree])), (tree - 1) % scores);
        }
        return builder.build();
    }

    private static Map<String, String> values(String section) {
        Map<String, String> values = new HashMap<>();
        for (String line : section.split("\n", -1)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            } else if (line.startsWith("end of trees")) {
                break;
            }
        }
        return values;
    }
}
