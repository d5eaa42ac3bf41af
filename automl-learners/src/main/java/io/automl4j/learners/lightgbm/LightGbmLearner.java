package io.automl4j.learners.lightgbm;

import io.automl4j.api.learner.Feature;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.IterationPlan;
import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.Training;
import io.automl4j.api.space.Configuration;
import io.automl4j.learners.boosting.Rounds;
import io.automl4j.model.predictor.FixedTraining;
import java.util.List;
import java.util.StringJoiner;

/** LightGBM with one configuration. */
final class LightGbmLearner implements Learner {
    private static final int LEAST_ROWS = 8;

    private final Configuration configuration;

    LightGbmLearner(Configuration configuration) {
        this.configuration = configuration;
    }

    @Override
    public IterationPlan plan() {
        return Rounds.plan(configuration.real("learning_rate"));
    }

    @Override
    public Training start(FoldData data, long seed) {
        boolean nothing = FixedTraining.suits(data) || data.train().rows() < LEAST_ROWS;
        return nothing ? FixedTraining.prior(data) : LightGbmTraining.start(data, parameters(data, seed));
    }

    private String parameters(FoldData data, long seed) {
        StringJoiner parameters = new StringJoiner(" ");
        for (String name : new String[] {"learning_rate", "feature_fraction", "bagging_fraction", "lambda_l2"}) {
            parameters.add(name + "=" + configuration.real(name));
        }
        parameters.add("num_leaves=" + configuration.integer("num_leaves"));
        int leastInLeaf = Math.min(
                configuration.integer("min_data_in_leaf"),
                Math.max(1, data.train().rows() / 20));
        parameters.add("min_data_in_leaf=" + leastInLeaf);
        parameters.add("bagging_freq=1 num_threads=1 deterministic=true force_col_wise=true verbosity=-1");
        parameters.add("seed=" + Math.floorMod(seed, Integer.MAX_VALUE));
        parameters.add(
                switch (data.task().type()) {
                    case BINARY -> "objective=binary metric=binary_logloss";
                    case MULTICLASS ->
                        "objective=multiclass metric=multi_logloss num_class="
                                + data.task().outputs();
                    case REGRESSION -> "objective=regression metric=l2";
                    case QUANTILE -> throw new IllegalArgumentException("LightGBM learns one quantile at a time.");
                });
        String categorical = categorical(data.train().features());
        if (!categorical.isEmpty()) {
            parameters.add("categorical_feature=" + categorical);
        }
        return parameters.toString();
    }

    private String categorical(List<Feature> features) {
        StringJoiner columns = new StringJoiner(",");
        boolean asCategories =
                configuration.find("categories").map("native"::equals).orElse(false);
        for (int i = 0; i < features.size() && asCategories; i++) {
            if (features.get(i).isCategorical()) {
                columns.add(Integer.toString(i));
            }
        }
        return columns.toString();
    }
}
