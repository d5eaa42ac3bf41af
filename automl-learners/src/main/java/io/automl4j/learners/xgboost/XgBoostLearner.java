package io.automl4j.learners.xgboost;

import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.IterationPlan;
import io.automl4j.api.learner.Learner;
import io.automl4j.api.learner.Training;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.task.Task;
import io.automl4j.api.trial.Block;
import io.automl4j.learners.boosting.Rounds;
import io.automl4j.model.predictor.FixedTraining;
import java.util.Map;
import java.util.TreeMap;

/** XGBoost with one configuration. */
final class XgBoostLearner implements Learner {
    private final Configuration configuration;

    XgBoostLearner(Configuration configuration) {
        this.configuration = configuration;
    }

    @Override
    public IterationPlan plan() {
        return Rounds.plan(configuration.real("learning_rate"));
    }

    @Override
    public Training start(FoldData data, long seed) {
        return FixedTraining.suits(data)
                ? FixedTraining.prior(data)
                : XgBoostTraining.start(data, parameters(data.task(), seed), categories());
    }

    @Override
    public Training resume(FoldData data, long seed, Block checkpoint) {
        return FixedTraining.suits(data)
                ? FixedTraining.prior(data)
                : XgBoostTraining.resume(data, parameters(data.task(), seed), categories(), checkpoint);
    }

    private boolean categories() {
        return configuration.find("categories").map("native"::equals).orElse(false);
    }

    private Map<String, Object> parameters(Task task, long seed) {
        Map<String, Object> parameters = new TreeMap<>();
        parameters.put("eta", configuration.real("learning_rate"));
        for (String name : new String[] {"min_child_weight", "subsample", "colsample_bytree", "lambda"}) {
            parameters.put(name, configuration.real(name));
        }
        if (configuration.choice("growth").equals("by_leaf")) {
            parameters.put("grow_policy", "lossguide");
            parameters.put("max_leaves", configuration.integer("max_leaves"));
            parameters.put("max_depth", 0);
        } else {
            parameters.put("max_depth", configuration.integer("max_depth"));
        }
        parameters.put("tree_method", "hist");
        parameters.put("nthread", 1);
        parameters.put("seed", Math.floorMod(seed, Integer.MAX_VALUE));
        // with it a training that goes on from its checkpoint draws what it would have drawn
        parameters.put("seed_per_iteration", "true");
        parameters.put("verbosity", 0);
        switch (task.type()) {
            case BINARY -> objective(parameters, "binary:logistic", "logloss");
            case MULTICLASS -> {
                objective(parameters, "multi:softprob", "mlogloss");
                parameters.put("num_class", task.outputs());
            }
            case REGRESSION -> objective(parameters, "reg:squarederror", "rmse");
            case QUANTILE -> {
                objective(parameters, "reg:quantileerror", "quantile");
                parameters.put("quantile_alpha", task.quantiles().toString());
            }
        }
        return parameters;
    }

    private static void objective(Map<String, Object> parameters, String objective, String metric) {
        parameters.put("objective", objective);
        parameters.put("eval_metric", metric);
    }
}
