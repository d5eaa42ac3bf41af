package io.automl4j.examples;

import io.automl4j.api.metric.Metrics;
import io.automl4j.api.run.AutoMlEvent;
import io.automl4j.api.run.LeaderboardRow;
import io.automl4j.model.AutoModel;
import io.automl4j.tabular.AutoClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The main job on a real table: learn who pays a credit back, and say how good that is on rows held out. */
public final class Demo {
    private static final double HELD_OUT = 0.25;
    private static final int SHOWN = 10;
    private static final int TOLD_AT_FIRST = 10;
    private static final Duration DEFAULT_BUDGET = Duration.ofSeconds(30);

    private Demo() {}

    /**
     * Runs the demo.
     *
     * @param args {@code --budget 30s}, perhaps
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        Optional<Duration> budget = budget(args);
        if (budget.isPresent()) {
            run(budget.get());
        } else {
            System.err.println("Usage: ./automl demo [--budget 30s]");
            System.exit(2);
        }
    }

    /** The budget, or nothing if the arguments make no sense. */
    static Optional<Duration> budget(String... args) {
        if (args.length == 0) {
            return Optional.of(DEFAULT_BUDGET);
        }
        if (args.length != 2 || !args[0].equals("--budget")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.parse("PT" + args[1])).filter(time -> time.compareTo(Duration.ZERO) > 0);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static void run(Duration budget) throws IOException {
        GermanCredit.Split credit = GermanCredit.split(HELD_OUT, 1);
        say(
                "German credit: %d customers of a bank, and whether they paid back. %d to learn from, %d held out.",
                credit.train().rows() + credit.test().rows(),
                credit.train().rows(),
                credit.test().rows());
        say("Searching for %d s ...", budget.toSeconds());
        AutoModel model = AutoClassifier.builder()
                .budget(budget)
                .listener(Demo::tell)
                .build()
                .fit(credit.train());

        say("%nThe best trials, and their share in the ensemble:");
        model.leaderboard().stream().limit(SHOWN).forEach(Demo::show);
        Path file = Files.createTempDirectory("automl4j").resolve("credit.automl");
        model.save(file);
        AutoModel served = AutoModel.load(file);

        say("%nThe ensemble, loaded from %s (%d kB), on the held-out rows:", file, Files.size(file) / 1000);
        for (var metric : List.of(Metrics.ROC_AUC, Metrics.LOG_LOSS, Metrics.ACCURACY)) {
            say("  %-9s %.4f", metric.name(), HeldOut.score(metric, served, credit.test()));
        }
        say("%nNext: ./automl fit --data your.csv --target column --model your.automl");
    }

    /** The first trials, and then every tenth. */
    private static boolean isNews(AutoMlEvent.TrialEnded ended) {
        return ended.trials() <= TOLD_AT_FIRST || ended.trials() % TOLD_AT_FIRST == 0;
    }

    private static void tell(AutoMlEvent event) {
        if (event instanceof AutoMlEvent.Warned warned) {
            say("  warning: %s", warned.warning());
        } else if (event instanceof AutoMlEvent.TrialEnded ended && isNews(ended)) {
            say(
                    "  trial %3d: %-14s best so far %.4f, %d s left",
                    ended.trials(),
                    ended.outcome().request().learner(),
                    ended.best().orElse(Double.NaN),
                    Math.max(0, ended.left().toSeconds()));
        } else if (event instanceof AutoMlEvent.EnsembleChosen chosen) {
            say("  ensemble of %d members: %.4f on validation rows", chosen.members(), chosen.score());
        }
    }

    private static void show(LeaderboardRow row) {
        say("  %-14s %.4f  %3.0f %%  %s", row.learner(), row.score(), 100 * row.weight(), row.configuration());
    }

    private static void say(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
