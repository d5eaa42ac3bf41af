package io.automl4j.tabular.read;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Schema;
import io.automl4j.model.parse.MissingTokens;
import io.automl4j.model.parse.TimeFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out what the columns of a source mean by going through all of its rows once. */
final class SchemaInference {
    private static final double MOST = 0.9;

    private final RowSource source;
    private final ReadOptions options;
    private final Set<String> tokens;
    private final DoubtfulTokens doubtful;
    private final List<TimeFormat> formats;
    private final Map<String, ColumnSchema> exact = new HashMap<>();
    private int rows = -1;

    SchemaInference(RowSource source, ReadOptions options) {
        this.source = source;
        this.options = options;
        this.formats = TimeGuess.formats(options.effectiveZone());
        this.tokens = new HashSet<>(options.like().map(Schema::missingTokens).orElseGet(source::missingTokens));
        tokens.addAll(options.tokens());
        boolean certain = options.like().isPresent() || !source.missingTokens().equals(Schema.DEFAULT_MISSING_TOKENS);
        this.doubtful = certain ? DoubtfulTokens.NONE : DoubtfulTokens.beside(tokens);
        options.like().ifPresent(like -> like.columns().forEach(column -> exact.put(column.name(), column)));
    }

    /** The number of rows, or −1 if nothing had to be found out. */
    int rows() {
        return rows;
    }

    Schema infer() {
        List<Optional<ColumnProfile>> profiles =
                source.names().stream().map(this::profile).toList();
        if (profiles.stream().anyMatch(Optional::isPresent)) {
            look(profiles);
        }
        List<ColumnSchema> columns = new ArrayList<>();
        for (int i = 0; i < profiles.size(); i++) {
            String name = source.names().get(i);
            columns.add(profiles.get(i).map(profile -> conclude(name, profile)).orElseGet(() -> known(name)));
        }
        tokens.addAll(DoubtfulTokens.missing(profiles, columns));
        return new Schema(columns, tokens, options.effectiveZone());
    }

    private ColumnSchema known(String name) {
        ColumnSchema declared = source.declared().get(name);
        return exact.getOrDefault(name, declared == null ? ColumnSchema.of(name, ColumnKind.CATEGORICAL) : declared);
    }

    /** What looks at a column; nothing if it is known already. */
    private Optional<ColumnProfile> profile(String name) {
        ColumnKind demanded = options.kinds().get(name);
        if (demanded == null && exact.containsKey(name)) {
            return Optional.empty();
        }
        ColumnSchema declared = source.declared().get(name);
        if (demanded == null && declared != null && declared.kind() != ColumnKind.NUMERIC) {
            return Optional.empty();
        }
        return Optional.of(
                demanded == ColumnKind.DATETIME
                        ? ColumnProfile.ofTimes(TimeGuess.demandedFormats(options.effectiveZone()))
                        : ColumnProfile.guessing(formats));
    }

    private void look(List<Optional<ColumnProfile>> profiles) {
        MissingTokens missing = MissingTokens.of(tokens);
        rows = 0;
        source.replay(new CellSink() {
            @Override
            public void cell(int column, char[] text, int offset, int length) {
                Optional<ColumnProfile> profile = profiles.get(column);
                if (profile.isEmpty() || length == 0 || missing.contains(text, offset, length)) {
                    return;
                }
                if (doubtful.contains(text, offset, length)) {
                    profile.get().addDoubtful(new String(text, offset, length));
                } else {
                    profile.get().add(text, offset, length, rows + 1L);
                }
            }

            @Override
            public void endRow() {
                rows++;
            }
        });
    }

    private ColumnSchema conclude(String name, ColumnProfile profile) {
        ColumnKind demanded = options.kinds().get(name);
        if (demanded != null) {
            return KindGuess.demanded(name, demanded, options.formats().getOrDefault(name, ""), profile);
        }
        if (source.declared().containsKey(name)) {
            return ColumnSchema.of(
                    name, KindGuess.ofNumbers(name, profile) == ColumnKind.ID ? ColumnKind.ID : ColumnKind.NUMERIC);
        }
        ColumnSchema guess = KindGuess.of(name, profile);
        warn(guess, profile);
        return guess;
    }

    private void warn(ColumnSchema guess, ColumnProfile profile) {
        long numbers = profile.numbers().count();
        long present = profile.present();
        if (guess.kind() == ColumnKind.DATETIME && profile.isAmbiguousTime()) {
            warn(
                    guess,
                    "Day and month could be changed about in every date.",
                    "They are read as '%s'.".formatted(guess.format()));
        } else if (profile.commas() > 0 && profile.commas() + numbers >= MOST * present) {
            warn(
                    guess,
                    "%d of %d cells look like numbers with a comma: row %d has '%s'."
                            .formatted(profile.commas(), present, profile.oddRow(), profile.odd()),
                    "It is read as %s. Maybe write numbers with a decimal point, and without separators of thousands."
                            .formatted(guess.kind()));
        } else if (numbers < present && numbers >= MOST * present) {
            warn(
                    guess,
                    "%d of %d cells are numbers, but not all: row %d has '%s'."
                            .formatted(numbers, present, profile.oddRow(), profile.odd()),
                    "It is read as %s. Maybe name the kind, or what stands for a missing cell."
                            .formatted(guess.kind()));
        }
    }

    private void warn(ColumnSchema column, String what, String consequence) {
        options.warnings().accept(new DataWarning(DataWarning.Kind.AMBIGUOUS, column.name(), what, consequence));
    }
}
