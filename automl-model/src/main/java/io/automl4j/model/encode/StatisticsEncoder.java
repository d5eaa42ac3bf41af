package io.automl4j.model.encode;

import io.automl4j.api.learner.Feature;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.StringColumn;
import io.automl4j.model.file.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A level as the smoothed mean of the target where it occurs – one for each class, one for two classes – and the
 * logarithm of the number of its rows (Micci-Barreca 2001, doi:10.1145/507533.507538). Missing cells are a level of
 * their own. Levels of a single training row count as unseen, since their mean is one row's target: they have the
 * overall mean.
 *
 * <p>Training rows get statistics of the other inner folds only.
 */
final class StatisticsEncoder implements ColumnEncoder {
    static final String KIND = "statistics";
    /** How the name of a mean of the target goes on after that of the column. */
    static final String MEAN = "#mean";

    private static final int LEAST_ROWS = 2;

    private final String column;
    private final LevelIndex index;
    /** The names of the encoded columns after the raw column's; the last is the count's. */
    private final List<String> names;
    /** Rows of one number for each name: each level, then missing, then unseen. */
    private final float[] statistics;

    private StatisticsEncoder(String column, LevelIndex index, List<String> names, float[] statistics) {
        this.column = column;
        this.index = index;
        this.names = List.copyOf(names);
        this.statistics = statistics;
    }

    static StatisticsEncoder fit(String name, StringColumn column, LevelCounts counts, TargetMeans targets) {
        LevelIndex index = LevelIndex.of(counts.frequent(Integer.MAX_VALUE, LEAST_ROWS));
        int width = targets.width() + 1;
        float[] means = targets.smoothed(groups(index, column), index.size() + 2, TargetMeans.NO_FOLD);
        float[] statistics = new float[(index.size() + 2) * width];
        int[] rows = counts.rowsOf(index);
        for (int slot = 0; slot < index.size() + 2; slot++) {
            System.arraycopy(means, slot * targets.width(), statistics, slot * width, targets.width());
            int count = slot < rows.length ? rows[slot] : slot == rows.length ? column.size() - counts.present() : 1;
            statistics[slot * width + width - 1] = (float) StrictMath.log1p(count);
        }
        List<String> names = new ArrayList<>(IntStream.range(0, targets.width())
                .mapToObj(target -> MEAN + targets.name(target))
                .toList());
        names.add("#count");
        return new StatisticsEncoder(name, index, names, statistics);
    }

    static StatisticsEncoder load(Node node) {
        LevelIndex index = LevelIndex.of(node.texts("levels"));
        List<String> names = node.texts("names");
        float[] statistics = node.floats("statistics");
        Damage.unless(statistics.length == (index.size() + 2L) * names.size(), "statistics encoder");
        return new StatisticsEncoder(node.text("column"), index, names, statistics);
    }

    @Override
    public List<String> levels() {
        return index.levels();
    }

    @Override
    public <R> R accept(EncoderVisitor<R> visitor) {
        return visitor.levels(new LevelTable(column, index.levels(), statistics.clone()));
    }

    @Override
    public Node save() {
        return new Node()
                .put("kind", KIND)
                .put("column", column)
                .put("levels", index.levels())
                .put("names", names)
                .put("statistics", statistics);
    }

    @Override
    public String column() {
        return column;
    }

    @Override
    public int width() {
        return names.size();
    }

    @Override
    public List<Feature> features() {
        return names.stream().map(name -> new Feature(column + name, 0)).toList();
    }

    @Override
    public void encode(Column cells, float[] out, int offset, int stride) {
        StringColumn texts = ColumnEncoder.cells(cells, StringColumn.class, column);
        int width = names.size();
        int[] numbers = index.numbers(texts);
        for (int row = 0; row < numbers.length; row++) {
            System.arraycopy(statistics, slot(numbers[row]) * width, out, offset + row * stride, width);
        }
    }

    private int slot(int number) {
        return switch (number) {
            case LevelIndex.MISSING -> index.size();
            case LevelIndex.UNSEEN -> index.size() + 1;
            default -> number;
        };
    }

    /** For each row its level or the place of missing cells; none for unseen ones, which have the overall mean. */
    private static int[] groups(LevelIndex index, StringColumn texts) {
        int[] groups = index.numbers(texts);
        for (int row = 0; row < groups.length; row++) {
            groups[row] = groups[row] == LevelIndex.MISSING ? index.size() : groups[row];
        }
        return groups;
    }

    /** Encodes the rows of the fit: each row's means leave out the inner fold that it belongs to. */
    void encodeTraining(StringColumn texts, TargetMeans targets, float[] out, int offset, int stride) {
        encode(texts, out, offset, stride);
        int width = targets.width();
        int[] groups = groups(index, texts);
        for (int fold = 0; fold < TargetMeans.FOLDS; fold++) {
            float[] means = targets.smoothed(groups, index.size() + 1, fold);
            for (int row = 0; row < groups.length; row++) {
                if (targets.fold(row) == fold && groups[row] >= 0) {
                    System.arraycopy(means, groups[row] * width, out, offset + row * stride, width);
                }
            }
        }
    }
}
