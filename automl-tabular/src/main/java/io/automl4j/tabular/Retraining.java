package io.automl4j.tabular;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.run.LeaderboardRow;
import io.automl4j.api.run.NanoClock;
import io.automl4j.api.run.Provenance;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Predictions;
import io.automl4j.ensemble.Candidate;
import io.automl4j.ensemble.GreedySelection;
import io.automl4j.ensemble.Limit;
import io.automl4j.ensemble.SelectionParams;
import io.automl4j.ensemble.WeightedCandidate;
import io.automl4j.model.AutoModel;
import io.automl4j.model.FittedReport;
import io.automl4j.model.Front;
import io.automl4j.model.Member;
import io.automl4j.model.ModelParts;
import io.automl4j.model.OperatingPoint;
import io.automl4j.model.RowTrace;
import io.automl4j.model.Stack;
import io.automl4j.model.explain.Importance;
import io.automl4j.model.file.ModelCodec;
import io.automl4j.tabular.conduct.Continuation;
import io.automl4j.tabular.conduct.Continuation.Continued;
import io.automl4j.tabular.conduct.Learners;
import io.automl4j.tabular.conduct.RunData;
import io.automl4j.tabular.conduct.Workers;
import io.automl4j.tabular.lint.RowTraces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Members that go on with new rows, and the ensemble that is chosen of old and continued ones. Used once. */
final class Retraining {
    /** A training without an iteration yet is given up at so many times the budget. */
    private static final int PATIENCE = 2;

    private final AutoModel model;
    private final RunData data;
    private final Continuation continuation;
    private final Labels truth;
    /** Members of now, by the numbers of their trials: first the old ones, then those that went on. */
    private final Map<Long, Member> members = new LinkedHashMap<>();

    private final Map<Long, Candidate> candidates = new LinkedHashMap<>();
    private final List<LeaderboardRow> rows = new ArrayList<>();

    Retraining(AutoModel model, RunData data, Learners learners, long seed) {
        this.model = model;
        this.data = data;
        this.continuation = new Continuation(model, data, learners, seed);
        this.truth = data.labels()
                .select(data.plan().outOfFold(data.plan().folds().size()).rows());
    }

    /** Trains members side by side until a reading of the clock, the heaviest first; each has its share of the time. */
    void run(int threads, NanoClock clock, long deadline) {
        model.members().forEach(this::keep);
        List<Member> going = model.members().stream()
                .filter(continuation::canGoOn)
                .sorted(Comparator.comparingDouble(Member::weight).reversed())
                .toList();
        AtomicInteger waiting = new AtomicInteger(going.size());
        ExecutorService pool = Workers.pool(threads, "automl4j-update");
        try {
            List<Future<Optional<Timed>>> futures = going.stream()
                    .map(member -> pool.submit(() -> {
                        int waves = 1 + (waiting.getAndDecrement() - 1) / threads;
                        long from = clock.nanos();
                        return from - deadline > 0
                                ? Optional.<Timed>empty()
                                : goingOn(member, clock, from, (deadline - from) / waves);
                    }))
                    .toList();
            futures.forEach(future -> finished(future).ifPresent(this::add));
        } finally {
            pool.shutdownNow();
        }
    }

    private Optional<Timed> goingOn(Member member, NanoClock clock, long from, long nanos) {
        return continuation
                .of(member, () -> clock.nanos() - from > nanos, () -> clock.nanos() - from > PATIENCE * nanos)
                .map(continued -> new Timed(member, continued, clock.since(from)));
    }

    /** A member that went on, and how long it took. */
    private record Timed(Member before, Continued continued, Duration time) {}

    /** A member whose time did not suffice, or whose training failed, is as it was. */
    private static Optional<Timed> finished(Future<Optional<Timed>> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            System.getLogger(Retraining.class.getName()).log(System.Logger.Level.DEBUG, "A member could not go on.", e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** An old member, none of whose folds has learned the new rows. */
    private void keep(Member member) {
        members.put(member.trial(), member);
        Predictions predictions = continuation.before(member);
        long operations = member.folds().stream()
                .mapToLong(fold -> fold.model().operations()
                        + model.parts().encoders().get(fold.encoder()).operations())
                .sum();
        candidates.put(member.trial(), new Candidate(member.trial(), member.learner(), predictions, operations));
    }

    private void add(Timed timed) {
        Continued continued = timed.continued();
        String learner = timed.before().learner();
        long trial = 1
                + Math.max(
                        members.keySet().stream()
                                .mapToLong(Long::longValue)
                                .max()
                                .orElse(0),
                        model.leaderboard().stream()
                                .mapToLong(LeaderboardRow::trial)
                                .max()
                                .orElse(0));
        members.put(trial, new Member(trial, learner, 0, continued.folds()));
        candidates.put(trial, new Candidate(trial, learner, continued.outOfFold(), continued.operations()));
        rows.add(new LeaderboardRow(
                trial,
                learner,
                LeaderboardRow.Status.COMPLETED,
                data.metric().score(truth, continued.outOfFold()),
                continued.folds().size(),
                0,
                timed.time(),
                continued.operations(),
                continued.configuration(),
                ""));
    }

    int continued() {
        return rows.size();
    }

    /** The ensemble that is best on rows that its members have not learned, and takes no longer than is usual, or than all members would. */
    AutoModel updated() {

        List<WeightedCandidate> chosen = GreedySelection.select(
                        List.copyOf(candidates.values()),
                        truth,
                        data.metric(),
                        SelectionParams.defaults().withLimit(Limit.operations(mostOperations())))
                .members();
        Map<Long, Double> shares = new LinkedHashMap<>();
        chosen.forEach(one -> shares.put(one.trial(), one.weight()));
        List<Candidate> used = shares.keySet().stream()
                .map(trial -> requireNonNull(candidates.get(trial)))
                .toList();
        Continuation.Ensemble ensemble = continuation.ensemble(used, shares);
        OperatingPoint point = new OperatingPoint(
                ensemble.score(),
                Duration.ZERO,
                shares.keySet().stream().mapToLong(this::bytes).sum()
                        + ensemble.processing().stack().map(Stack::bytes).orElse(0L),
                shares,
                ensemble.processing());
        List<Member> weighted = shares.entrySet().stream()
                .map(share -> weighted(share.getKey(), share.getValue()))
                .toList();
        ModelParts parts = model.parts();
        return AutoModel.of(new ModelParts(
                        parts.task(),
                        parts.schema(),
                        parts.encoders(),
                        weighted,
                        ensemble.processing(),
                        new Front(List.of(point)),
                        List.of(),
                        parts.report()))
                .at(point);
    }

    /** Members that go on have a model for each fold, and may have had one alone. */
    private double mostOperations() {
        int folds = data.plan().folds().size();
        double all = model.members().stream()
                .mapToDouble(member -> (double) folds
                        / member.folds().size()
                        * requireNonNull(candidates.get(member.trial())).operations())
                .sum();
        return Math.max(Limit.USUAL_OPERATIONS, all);
    }

    private Member weighted(long trial, double weight) {
        Member member = requireNonNull(members.get(trial));
        return new Member(trial, member.learner(), weight, member.folds());
    }

    private long bytes(long trial) {
        return requireNonNull(members.get(trial)).folds().stream()
                .mapToLong(fold -> ModelCodec.toBlock(fold.model()).size())
                .sum();
    }

    /** What the provenance says of an update. */
    record Occasion(Instant date, long seed, Duration budget, Duration spent) {}

    /** The updated model with a report of its own. */
    AutoModel reported(AutoModel updated, NewRows fresh, double score, Occasion when) {
        ModelParts parts = updated.parts();
        Provenance before = model.report().provenance();
        Provenance provenance = new Provenance(
                "AutoML4J " + Versions.library(),
                Versions.runtime(),
                when.date(),
                when.seed(),
                data.metric().name(),
                before.rows() + (rows.isEmpty() ? 0 : data.labels().rows()),
                Fingerprints.of(fresh.all().table()),
                when.budget(),
                when.spent(),
                "update: hold-out of %d new rows, %s of %d others"
                        .formatted(
                                fresh.kept().rows(),
                                data.plan().describe(),
                                data.labels().rows()));
        FittedReport report = new FittedReport(
                data.metric().name(),
                score,
                leaderboard(updated),
                model.report().warnings(),
                provenance,
                Importance.NONE,
                traces(fresh));
        return AutoModel.of(parts.with(report));
    }

    /** Members that went on, the best first, before those that were there. */
    private List<LeaderboardRow> leaderboard(AutoModel updated) {
        Map<Long, Double> weights = new LinkedHashMap<>();
        updated.members().forEach(member -> weights.put(member.trial(), member.weight()));
        List<LeaderboardRow> all = new ArrayList<>(rows);
        all.sort(Comparator.comparingDouble(row -> data.metric().toLoss(row.score())));
        all.addAll(model.leaderboard());
        return all.stream()
                .map(row -> row.withWeight(weights.getOrDefault(row.trial(), 0.0)))
                .toList();
    }

    private List<RowTrace> traces(NewRows fresh) {
        List<RowTrace> traces = new ArrayList<>(model.report().traces());
        // those kept apart may be learned another time, and all if no member has learned them
        if (!rows.isEmpty()) {
            traces.add(RowTraces.of(fresh.learned(), fresh.labels(), model.task()));
        }
        return traces;
    }
}
