package io.automl4j.model;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.Checks;
import io.automl4j.api.table.Schema;
import io.automl4j.api.task.Task;
import io.automl4j.model.encode.FittedEncoder;
import io.automl4j.model.predictor.NeighboursModel;
import java.util.ArrayList;
import java.util.List;

/**
 * What an {@link AutoModel} consists of.
 *
 * @param task what is predicted
 * @param schema all columns of the training table, with roles
 * @param encoders the encoders of all members
 * @param members the members of the ensemble; their weights sum to 1
 * @param report how the model came about
 */
public record ModelParts(
        Task task, Schema schema, List<FittedEncoder> encoders, List<Member> members, FittedReport report) {
    /** How far a sum of weights may be from 1. */
    static final double ROUNDING = 1e-6;

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there is no member, the weights do not sum to 1, or a model predicts another
     *     number of values than the task has or names an encoder that is not there
     */
    public ModelParts {
        requireNonNull(task, "task");
        requireNonNull(schema, "schema");
        requireNonNull(report, "report");
        encoders = List.copyOf(encoders);
        members = List.copyOf(members);
        double weights = members.stream().mapToDouble(Member::weight).sum();
        Checks.argument(Math.abs(weights - 1) <= ROUNDING, "The weights of the members sum to %s, not to 1.", weights);
        for (Member member : members) {
            for (FoldModel fold : member.folds()) {
                check(member, fold, encoders.size(), task);
            }
        }
    }

    private static void check(Member member, FoldModel fold, int encoders, Task task) {
        Checks.argument(
                fold.encoder() >= 0 && fold.encoder() < encoders,
                "Member %d (%s) names encoder %d of %d.",
                member.trial(),
                member.learner(),
                fold.encoder(),
                encoders);
        Checks.argument(
                fold.model().outputs() == task.outputs(),
                "Member %d (%s) predicts %d values, the task has %d.",
                member.trial(),
                member.learner(),
                fold.model().outputs(),
                task.outputs());
    }

    /** Whether rows of the training table can be read from the models. */
    boolean containsTrainingRows() {
        return members.stream()
                .flatMap(member -> member.folds().stream())
                .anyMatch(fold -> fold.model() instanceof NeighboursModel);
    }

    /** The parts of one member, with the encoders that it uses. */
    ModelParts only(long trial) {
        Member member = members.stream()
                .filter(candidate -> candidate.trial() == trial)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Trial %d is no member of the model.%nMaybe one of %s."
                        .formatted(trial, members.stream().map(Member::trial).toList())));
        List<Integer> used =
                member.folds().stream().map(FoldModel::encoder).distinct().toList();
        List<FoldModel> folds = new ArrayList<>();
        for (FoldModel fold : member.folds()) {
            folds.add(new FoldModel(used.indexOf(fold.encoder()), fold.model()));
        }
        Member alone = new Member(trial, member.learner(), 1, folds);
        return new ModelParts(
                task, schema, used.stream().map(encoders::get).toList(), List.of(alone), report.only(trial));
    }
}
