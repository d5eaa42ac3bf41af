package io.automl4j.tabular.read;

import io.automl4j.api.DataException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of columns. */
final class Names {
    private static final Pattern ID = Pattern.compile(
            "(?i:id|ids|index|idx|key|uuid|guid|row|rownum|(?:.*[ _.\\-])?(?:id|uuid|guid|key))|.*[a-z](?:Id|ID)"
                    + "|(?i:row[ _.\\-]?(?:id|num|nr|no|number|index)|serial[ _.\\-]?(?:no|nr|number)?|unnamed.*)");

    private static final Pattern PART_OF_TIME =
            Pattern.compile("(?i).*(?:year|month|week|day|date|time|hour|minute|second|quarter|period|epoch).*");

    private Names() {}

    /** Fills empty names and refuses doubled ones. */
    static List<String> checked(List<String> names, String title) {
        Map<String, Integer> seen = new HashMap<>();
        Set<String> written = new HashSet<>(names);
        List<String> checked = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).isEmpty() ? unnamed(i, written) : names.get(i);
            Integer before = seen.put(name, i);
            if (before != null) {
                throw new DataException(
                        "%s has two columns '%s' (the %s and the %s).%nMaybe rename one, or the header line is missing."
                                .formatted(title, name, ordinal(before), ordinal(i)));
            }
            checked.add(name);
        }
        return List.copyOf(checked);
    }

    private static String ordinal(int index) {
        return String.format(Locale.ROOT, "%dth", index + 1)
                .replaceFirst("(?<!1)1th", "1st")
                .replaceFirst("(?<!1)2th", "2nd")
                .replaceFirst("(?<!1)3th", "3rd");
    }

    private static String unnamed(int index, Set<String> written) {
        String name = "unnamed_" + (index + 1);
        while (!written.add(name)) {
            name += "_";
        }
        return name;
    }

    /** Whether a name says that the column is a key. */
    static boolean isId(String name) {
        return ID.matcher(name).matches();
    }

    /** Whether a name says that whole numbers which count up are not a key all the same. */
    static boolean isPartOfTime(String name) {
        return PART_OF_TIME.matcher(name).matches();
    }
}
