package io.automl4j.meta;

import io.automl4j.api.DataException;
import io.automl4j.api.learner.LearnerProvider;
import io.automl4j.search.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What is known of past tables.
 *
 * @param experiences what was tried, table by table
 * @param candidates what was tried beside the design
 */
public record KnowledgeBase(List<Experience> experiences, List<Candidate> candidates) {

    /** Nothing. */
    public static final KnowledgeBase EMPTY = new KnowledgeBase(List.of());

    /** Copies the lists. */
    public KnowledgeBase {
        experiences = List.copyOf(experiences);
        candidates = List.copyOf(candidates);
    }

    /**
     * What was tried of the design alone.
     *
     * @param experiences what was tried, table by table
     */
    public KnowledgeBase(List<Experience> experiences) {
        this(experiences, List.of());
    }

    /**
     * The experiences of a folder. A file that cannot be used costs that table alone.
     *
     * @param folder the folder
     * @param problem told why a file is left out
     * @return what can be used, by the names of the files
     * @throws DataException if there is no such folder, or it cannot be read
     */
    public static KnowledgeBase read(Path folder, Consumer<DataException> problem) {
        if (!Files.isDirectory(folder)) {
            throw new DataException("'%s' is no folder of a knowledge base.%nMaybe build one: automl portfolio build"
                    .formatted(folder));
        }
        List<Experience> experiences = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sorted = files.filter(file -> file.toString().endsWith(ExperienceFile.SUFFIX))
                    .sorted()
                    .toList();
            if (sorted.isEmpty()) {
                problem.accept(new DataException(
                        "'%s' has no file of a knowledge base, '<table>%s'.%nMaybe it is another folder."
                                .formatted(folder, ExperienceFile.SUFFIX)));
            }
            for (Path file : sorted) {
                try {
                    experiences.add(ExperienceFile.fromBytes(Files.readAllBytes(file), file.toString()));
                } catch (DataException e) {
                    problem.accept(e);
                } catch (IOException e) {
                    problem.accept(new DataException("'%s' cannot be read: %s".formatted(file, e), e));
                }
            }
        } catch (IOException e) {
            throw new DataException("'%s' cannot be read: %s".formatted(folder, e), e);
        }
        return new KnowledgeBase(experiences, candidates(folder, problem));
    }

    private static List<Candidate> candidates(Path folder, Consumer<DataException> problem) {
        try {
            return CandidateFile.read(folder);
        } catch (DataException e) {
            problem.accept(e);
            return List.of();
        }
    }

    /**
     * What the library itself knows: the tables that were tried when it was made.
     *
     * @param problem told if its file is damaged
     * @return their experiences; none if the library was built without, or if its file is damaged
     */
    public static KnowledgeBase shipped(Consumer<DataException> problem) {
        return KnowledgePack.shipped(problem);
    }

    /**
     * What two knowledge bases know.
     *
     * @param other another one
     * @return the experiences of both; where both know a table, of the one that tried more on it, else of the other one
     */
    public KnowledgeBase and(KnowledgeBase other) {
        List<Experience> all = new ArrayList<>(experiences);
        for (Experience again : other.experiences) {
            List<Experience> same = all.stream()
                    .filter(known -> known.sketch().isSimilarTo(again.sketch()))
                    .toList();
            if (same.stream()
                    .allMatch(
                            known -> known.attempts().size() <= again.attempts().size())) {
                all.removeAll(same);
                all.add(again);
            }
        }
        return new KnowledgeBase(
                all,
                Stream.concat(candidates.stream(), other.candidates.stream())
                        .distinct()
                        .toList());
    }

    /**
     * Tables that tell nothing to some learners, as none of the configurations was tried there that these would try on any table: their
     * spaces are others by now, or they took no part. (In which metric losses are known is not asked.)
     *
     * @param learners the learners
     * @return the names of such tables
     */
    public List<String> strangeTo(List<LearnerProvider> learners) {
        Recipes recipes = Design.recipes(learners, candidates);
        return experiences.stream()
                .filter(experience -> {
                    Set<Start> known = Set.copyOf(recipes.on(experience.shape()));
                    return experience.attempts().stream().map(Attempt::start).noneMatch(known::contains);
                })
                .map(Experience::table)
                .toList();
    }

    /**
     * What is known of other tables, so that none begins with what was found on itself.
     *
     * @param table a table
     * @return the experiences of tables that are not similar to it, and the candidates that were not tuned on one that is
     */
    public KnowledgeBase excludeSimilarTo(Sketch table) {
        List<Experience> others = new ArrayList<>();
        List<String> own = new ArrayList<>();
        for (Experience experience : experiences) {
            if (experience.sketch().isSimilarTo(table)) {
                own.add(experience.table());
            } else {
                others.add(experience);
            }
        }
        return new KnowledgeBase(
                others,
                candidates.stream()
                        .filter(candidate -> own.stream().noneMatch(candidate::wasTunedOn))
                        .toList());
    }
}
