package io.automl4j.model;

import io.automl4j.api.Checks;
import io.automl4j.api.table.Schema;
import io.automl4j.api.task.Task;
import io.automl4j.model.encode.FittedEncoder;
import java.util.List;

/**
 * What an {@link AutoModel} is made of.
 *
 * @param task what is predicted
 * @param schema the columns of the training table with their roles
 * @param encoders the encoders that members refer to
 * @param members the ensemble; weights sum to 1
 * @param report what is known beside
 */
public record ModelParts(
        Task task, Schema schema, List<FittedEncoder> encoders, List<Member> members, FittedReport report) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there is no member, a member refers to no encoder, a model has other outputs
     *     than the task, or the weights do not sum to 1
     */
    public ModelParts {
        encoders = List.copyOf(encoders);
        members = List.copyOf(members);
        Checks.argument(!members.isEmpty(), "A model needs a member.");
        double sum = 0;
        for (Member member : members) {
            sum += member.weight();
            for (FoldModel fold : member.folds()) {
                Checks.argument(
                        fold.encoder() >= 0 && fold.encoder() < encoders.size(),
                        "Member %d refers to encoder %d of %d.",
                        member.trial(),
                        fold.encoder(),
                        encoders.size());
                Checks.argument(
                        fold.model().outputs() == task.outputs(),
                        "Member %d predicts %d values, the task has %d.",
                        member.trial(),
                        fold.model().outputs(),
                        task.outputs());
            }
        }
        Checks.argument(Math.abs(sum - 1) < 1e-6, "The weights of the members sum to %s, not to 1.", sum);
    }
}
