package io.automl4j.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Which learner the next configuration is of. The r-th best one has a right to 1/r of what the best one has. */
enum Turns {
    /** To 1/r of the trials: learners are drawn, once all starts have been tried. */
    BY_TRIALS {
        @Override
        boolean beginWithAllStarts() {
            return true;
        }

        @Override
        List<Family> order(List<Family> families, SplittableRandom random) {
            List<Family> ranked = ranked(families);
            List<Family> order = new ArrayList<>();
            for (int draw = 0; draw < DRAWS; draw++) {
                order.add(drawn(ranked, random));
            }
            return order;
        }
    },
    /** To 1/r of the time: the one that lacks most of it comes first, so that what is slow and no better waits. */
    BY_TIME {
        @Override
        List<Family> order(List<Family> families, SplittableRandom random) {
            List<Family> ranked = ranked(families);
            List<Family> order = new ArrayList<>(ranked);
            order.sort(Comparator.comparingDouble(family -> family.seconds() * (ranked.indexOf(family) + 1)));
            int rounds = (DRAWS + order.size() - 1) / order.size();
            return Collections.nCopies(rounds, order).stream()
                    .flatMap(List::stream)
                    .toList();
        }
    };

    private static final int DRAWS = 10;

    /** Whether turns begin when all starts have been asked for, not after the first one of each learner. */
    boolean beginWithAllStarts() {
        return false;
    }

    /**
     * Learners in the order in which they are asked for a configuration that can be tried.
     *
     * @param families those of which there may be something new, at least one
     * @param random for draws
     * @return at least one; a learner may be there more than once
     */
    abstract List<Family> order(List<Family> families, SplittableRandom random);

    private static List<Family> ranked(List<Family> families) {
        return families.stream()
                .sorted(Comparator.comparingDouble(Family::best))
                .toList();
    }

    private static Family drawn(List<Family> ranked, SplittableRandom random) {
        double total = 0;
        for (int rank = 0; rank < ranked.size(); rank++) {
            total += 1.0 / (rank + 1);
        }
        double drawn = random.nextDouble() * total;
        int rank = 0;
        while (rank < ranked.size() - 1 && drawn >= 1.0 / (rank + 1)) {
            drawn -= 1.0 / (rank + 1);
            rank++;
        }
        return ranked.get(rank);
    }
}
