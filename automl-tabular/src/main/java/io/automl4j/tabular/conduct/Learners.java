package io.automl4j.tabular.conduct;

import io.automl4j.api.DataException;
import io.automl4j.api.learner.Capability;
import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.learner.FoldData;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.api.run.DataWarning;
import io.automl4j.api.space.Configuration;
import io.automl4j.api.task.TaskShape;
import io.automl4j.api.trial.TrialRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The learners that a run can use.
 *
 * @param providers those that are available and apply to the task
 * @param warnings one for each learner that cannot be used, with the reason
 * @param pretrained with whose weights some trainings begin
 */
public record Learners(List<LearnerProvider> providers, List<DataWarning> warnings, Pretrained pretrained) {

    /**
     * Learners that begin anew.
     *
     * @param providers those that are available and apply to the task
     * @param warnings one for each learner that cannot be used, with the reason
     */
    public Learners(List<LearnerProvider> providers, List<DataWarning> warnings) {
        this(providers, warnings, Pretrained.NONE);
    }

    /**
     * The same learners, some trainings of which begin with the weights of an earlier model.
     *
     * @param earlier the earlier model
     * @return a copy
     */
    public Learners from(Pretrained earlier) {
        return new Learners(providers, warnings, earlier);
    }

    /** Copies the lists. */
    public Learners {
        providers = List.copyOf(providers);
        warnings = List.copyOf(warnings);
    }

    /**
     * All learners on the class path.
     *
     * @return the providers by name
     */
    public static List<LearnerProvider> onClassPath() {
        return ServiceLoader.load(LearnerProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(LearnerProvider::name))
                .toList();
    }

    /**
     * The learners of a list that can be used.
     *
     * @param found providers
     * @param wanted names; if empty, all that are not opt-in
     * @param shape the size of the task
     * @return those to use, and why others are not
     * @throws IllegalArgumentException if a wanted name is unknown
     */
    public static Learners choose(List<LearnerProvider> found, List<String> wanted, TaskShape shape) {
        List<String> names = found.stream().map(LearnerProvider::name).toList();
        for (String name : names) {
            if (names.indexOf(name) != names.lastIndexOf(name)) {
                throw new IllegalArgumentException("Two learners have the name '%s'.".formatted(name));
            }
        }
        for (String name : wanted) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(
                        "There is no learner '%s'.%nMaybe one of these: %s".formatted(name, names));
            }
        }
        List<LearnerProvider> usable = new ArrayList<>();
        List<DataWarning> warnings = new ArrayList<>();
        for (LearnerProvider provider : found) {
            boolean meant = wanted.isEmpty()
                    // that a learner nobody named has no form for the task is no news
                    ? !provider.isOptIn() && provider.knows(shape.type())
                    : wanted.contains(provider.name());
            if (!meant && !provider.isBaseline()) {
                continue;
            }
            Optional<String> reason = provider.unavailable().or(() -> misfit(provider, shape));
            reason.ifPresentOrElse(
                    why -> warnings.add(new DataWarning(
                            DataWarning.Kind.LEARNER,
                            "",
                            "Learner '%s' cannot be used: %s".formatted(provider.name(), why),
                            "It was left out.")),
                    () -> usable.add(provider));
        }
        return new Learners(usable, warnings);
    }

    /**
     * Those that need nothing to learn from.
     *
     * @return baselines only, or these if there is none
     */
    public Learners baselinesOnly() {
        return baselines().isEmpty() ? this : new Learners(baselines(), warnings);
    }

    /** Those that answer at once and are not searched. */
    List<LearnerProvider> baselines() {
        return providers.stream().filter(LearnerProvider::isBaseline).toList();
    }

    /**
     * Those that a strategy explores.
     *
     * @return all but baselines
     */
    public List<LearnerProvider> searched() {
        return providers.stream().filter(provider -> !provider.isBaseline()).toList();
    }

    private static Optional<String> misfit(LearnerProvider provider, TaskShape shape) {
        return provider.knows(shape.type())
                ? provider.notApplicable(shape)
                : Optional.of("it has no " + shape.type() + " form.");
    }

    /**
     * The encoding of a configuration, adapted to what the learner lacks.
     *
     * @param provider the learner
     * @param configuration its configuration
     * @param shape the size of the task
     * @return the encoding, imputed where the learner takes no missing values
     */
    static EncoderSpec encoding(LearnerProvider provider, Configuration configuration, TaskShape shape) {
        return provider.encoder(configuration, shape).suitedTo(provider.capabilities());
    }

    /** The data of a training, resampled where the learner knows no weights. */
    static FoldData weighted(LearnerProvider provider, FoldData fold, long seed) {
        return provider.capabilities().contains(Capability.WEIGHTS) ? fold : Resampling.byWeight(fold, seed);
    }

    /**
     * Refuses a request of a journal that nobody can answer.
     *
     * @throws DataException if its learner is none of these
     */
    void requireKnown(TrialRequest request) {
        if (providers.stream().noneMatch(p -> p.name().equals(request.learner()))) {
            throw new DataException(
                    "Trial %d of the journal is of learner '%s', which is not there.%nMaybe add its module to the class path, or begin anew in another folder."
                            .formatted(request.id(), request.learner()));
        }
    }

    /**
     * The learner of a name.
     *
     * @param name the name
     * @return its provider
     * @throws IllegalArgumentException if it is none of these
     */
    LearnerProvider named(String name) {
        return providers.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no learner '%s'.".formatted(name)));
    }
}
