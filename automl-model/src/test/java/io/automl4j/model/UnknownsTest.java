package io.automl4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.run.DataWarning;
import io.automl4j.api.table.Column;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnknownsTest {
    private final AutoModel model = SampleModels.everyKind();
    private final Table known = SampleModels.table(30, 7);

    @Test
    void aTableLikeTheTrainingTableHasNothingUnknown() {
        assertThat(model.unknowns(known).stream()
                        .filter(warning -> !warning.column().equals("city")))
                .isEmpty();
    }

    @Test
    void columnsLevelsAndClassesAreNamed() {
        List<ColumnSchema> described = new ArrayList<>(known.schema().columns());
        List<Column> columns = new ArrayList<>(known.columns());
        described.add(ColumnSchema.of("more", ColumnKind.CATEGORICAL));
        columns.add(StringColumn.of(Collections.nCopies(30, "x")));
        columns.set(known.schema().requireIndex("colour"), StringColumn.of(Collections.nCopies(30, "octarine")));
        columns.set(known.schema().requireIndex("class"), StringColumn.of(Collections.nCopies(30, "never")));
        Table strange = Table.of(known.schema().withColumns(described), columns);

        List<DataWarning> warnings = model.unknowns(strange);

        assertThat(warnings)
                .filteredOn(warning -> !warning.column().equals("city"))
                .extracting(DataWarning::kind, DataWarning::column)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(DataWarning.Kind.EXTRA_COLUMN, "more"),
                        org.assertj.core.groups.Tuple.tuple(DataWarning.Kind.UNKNOWN_CLASS, "class"),
                        org.assertj.core.groups.Tuple.tuple(DataWarning.Kind.UNKNOWN_LEVEL, "colour"));
        assertThat(warnings.toString()).contains("'octarine'", "'never'");
        assertThat(model.predict(strange).rows()).isEqualTo(30);
    }
}
