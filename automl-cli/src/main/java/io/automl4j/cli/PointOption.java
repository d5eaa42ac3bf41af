package io.automl4j.cli;

import io.automl4j.model.AutoModel;
import io.automl4j.model.OperatingPoint;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which ensemble of a model is meant. */
final class PointOption {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--operating-point",
            converter = PointChoice.Converter.class,
            paramLabel = "POINT",
            description = {
                "Which ensemble of the model: 'accurate', 'fast', or the most accurate one that takes no longer for a row than a "
                        + "time such as 50us, as it was measured after the search.",
                "See 'leaderboard --front'; default: the one in use there."
            })
    private @Nullable PointChoice point;

    /**
     * The ensemble, of which a line on standard error tells.
     *
     * @param whole a model with its front
     * @return the model itself where no other ensemble was asked for
     */
    AutoModel of(AutoModel whole) {
        if (point == null) {
            return whole;
        }
        try {
            OperatingPoint found = point.of(whole.front());
            spec.commandLine()
                    .getErr()
                    .printf(
                            Locale.ROOT,
                            "operating point: %s %s, %s us/row, %s%n",
                            whole.report().metric(),
                            Display.score(found.score()),
                            Display.latency(found),
                            Display.count(found.shares().size(), "member"));
            return whole.at(found);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--operating-point: " + e.getMessage(), e);
        }
    }
}
