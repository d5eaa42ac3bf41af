package io.automl4j.cli;

import static java.util.Objects.requireNonNull;

import io.automl4j.meta.PortfolioReport;
import io.automl4j.tabular.KnowledgeBuild;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a knowledge base is worth. */
@Command(
        name = "report",
        description = "Says how far the best configuration so far stays behind the best that is known, in the mean of"
                + " tables, each of which is left out in turn: 0 is the best, 1 the median of all.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false)
final class PortfolioReportCommand implements Callable<Integer> {
    private static final List<String> HEADER =
            List.of("trainings", "random", "seconds", "portfolio", "seconds", "warm start", "seconds");
    private static final List<Integer> ROWS = List.of(1, 2, 4, 8, 16, 25, 50);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--knowledge",
            paramLabel = "DIR",
            description = "The folder of the knowledge base; by default what the library brings.")
    @Nullable
    private Path knowledge;

    @Option(
            names = "--learners",
            paramLabel = "NAME",
            split = ",",
            description = "Whose configurations are compared; by default all that are not opt-in.")
    private List<String> learners = List.of();

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        PortfolioReport report;
        try {
            report = KnowledgeBuild.report(
                    Optional.ofNullable(knowledge), learners, problem -> err.println(problem.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--learners: " + e.getMessage(), e);
        } finally {
            err.flush();
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(object(report)));
        } else {
            print(report, out);
        }
        out.flush();
        return ExitCode.OK;
    }

    private static void print(PortfolioReport report, PrintWriter out) {
        out.printf("%d tables, %d configurations%n%n", report.tables(), report.configurations());
        new TextTable(0, HEADER)
                .lines(ROWS.stream().map(row -> cells(report, row)).toList())
                .forEach(out::println);
        out.printf("%nPortfolios for which tables that are near by meta-features count more:%n%n");
        List<String> groups = List.copyOf(report.near().keySet());
        List<String> header = new ArrayList<>(List.of("trainings", "none"));
        header.addAll(groups);
        new TextTable(0, header)
                .lines(ROWS.stream()
                        .filter(row -> row <= report.portfolio().length)
                        .map(row -> nearCells(report, groups, row))
                        .toList())
                .forEach(out::println);
    }

    private static List<String> cells(PortfolioReport report, int row) {
        return List.of(
                String.valueOf(row),
                cell(report.random(), row, "%.3f"),
                cell(report.randomSeconds(), row, "%.1f"),
                cell(report.portfolio(), row, "%.3f"),
                cell(report.portfolioSeconds(), row, "%.1f"),
                cell(report.warmStart(), row, "%.3f"),
                cell(report.warmStartSeconds(), row, "%.1f"));
    }

    private static List<String> nearCells(PortfolioReport report, List<String> groups, int row) {
        List<String> cells = new ArrayList<>(List.of(String.valueOf(row), cell(report.portfolio(), row, "%.3f")));
        groups.forEach(group -> cells.add(cell(requireNonNull(report.near().get(group)), row, "%.3f")));
        return cells;
    }

    private static String cell(double[] values, int row, String format) {
        return row <= values.length ? String.format(Locale.ROOT, format, values[row - 1]) : "";
    }

    private static Map<String, Object> object(PortfolioReport report) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("tables", report.tables());
        object.put("configurations", report.configurations());
        object.put("regret", ways(report.random(), report.portfolio(), report.warmStart()));
        object.put("seconds", ways(report.randomSeconds(), report.portfolioSeconds(), report.warmStartSeconds()));
        Map<String, Object> near = new LinkedHashMap<>();
        report.near().forEach((groups, regret) -> near.put(groups, list(regret)));
        object.put("near", near);
        return object;
    }

    private static Map<String, Object> ways(double[] random, double[] portfolio, double[] warmStart) {
        Map<String, Object> ways = new LinkedHashMap<>();
        ways.put("random", list(random));
        ways.put("portfolio", list(portfolio));
        ways.put("warmStart", list(warmStart));
        return ways;
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
