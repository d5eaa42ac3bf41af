package quickstart;

import io.automl4j.api.table.Table;
import io.automl4j.model.AutoModel;
import io.automl4j.tabular.AutoClassifier;
import io.automl4j.tabular.AutoRegressor;
import io.automl4j.tabular.Tables;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

public class QuickStart {
    public static void main(String[] args) {
        Table customers = Tables.csv(Path.of("data/customers.csv")).withTarget("churned");
        AutoModel churn = AutoClassifier.builder().budget(Duration.ofSeconds(10)).build().fit(customers);
        System.out.println(churn.report().metric() + " " + churn.report().score()); // on rows it did not train on
        churn.leaderboard().stream().limit(3).forEach(System.out::println);
        churn.save(Path.of("churn.automl"));

        AutoModel served = AutoModel.load(Path.of("churn.automl")); // automl-model alone is enough for this
        var customer = Map.of("age", 34, "plan", "basic", "months", 5, "calls", 7, "roaming", "yes");
        System.out.println(served.predict(customer).probabilities());

        Table flats = Tables.csv(Path.of("data/flats.csv")).withTarget("rent");
        AutoModel rent = AutoRegressor.builder().budget(Duration.ofSeconds(10)).build().fit(flats);
        var flat = Map.of("area", 74.5, "rooms", 3, "district", "harbour", "built", 1932, "balcony", true);
        System.out.println(rent.predict(flat).value());
    }
}
