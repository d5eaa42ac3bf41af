package io.automl4j.learners.xgboost;

import io.automl4j.api.space.Configuration;
import java.util.List;

/**
 * What a run begins with: by depth and by leaf, with fewer and with more rounds. None follows a portfolio that was tuned
 * on tables of the benchmark.
 */
final class XgBoostStarts {
    static final List<Configuration> ALL = List.of(
            Configuration.of("learning_rate", 0.05, "max_depth", 6),
            Configuration.of(
                    "learning_rate",
                    0.05,
                    "growth",
                    "by_leaf",
                    "max_leaves",
                    31,
                    "min_child_weight",
                    5.0,
                    "colsample_bytree",
                    0.6,
                    "many_levels",
                    "statistics"),
            Configuration.of(
                    "learning_rate", 0.03,
                    "growth", "by_leaf",
                    "max_leaves", 128,
                    "min_child_weight", 1.0,
                    "colsample_bytree", 0.9),
            Configuration.of(
                    "learning_rate", 0.03,
                    "max_depth", 4,
                    "min_child_weight", 3.0,
                    "subsample", 0.7,
                    "colsample_bytree", 0.5,
                    "lambda", 5.0));

    private XgBoostStarts() {}
}
