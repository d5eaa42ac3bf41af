package io.automl4j.meta;

import static java.util.Objects.requireNonNull;

import io.automl4j.api.space.Configuration;
import java.util.List;
import java.util.Locale;

/**
 * A configuration that somebody else found, to be tried beside those of the design.
 *
 * @param learner the name of the learner
 * @param configuration its values, perhaps not all
 * @param tunedOn the tables on which it was found, of which it therefore says nothing
 */
public record Candidate(String learner, Configuration configuration, List<String> tunedOn) {
    /** Shorter names begin too many others. */
    private static final int LEAST = 4;

    /** Copies the names. */
    public Candidate {
        requireNonNull(learner, "learner");
        requireNonNull(configuration, "configuration");
        tunedOn = List.copyOf(tunedOn);
    }

    /**
     * Whether it may have been found on a table. Names are compared without case and signs, and one that begins another one is
     * the same: rather too often than too seldom.
     *
     * @param table the name of a table
     * @return whether one of its tables has that name
     */
    public boolean wasTunedOn(String table) {
        String letters = letters(table);
        return tunedOn.stream().anyMatch(name -> alike(letters(name), letters));
    }

    private static boolean alike(String one, String other) {
        boolean begins = one.startsWith(other) || other.startsWith(one);
        return one.equals(other) || (begins && Math.min(one.length(), other.length()) >= LEAST);
    }

    private static String letters(String name) {
        StringBuilder letters = new StringBuilder();
        for (char sign : name.toLowerCase(Locale.ROOT).toCharArray()) {
            if ((sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9')) {
                letters.append(sign);
            }
        }
        return letters.toString();
    }
}
