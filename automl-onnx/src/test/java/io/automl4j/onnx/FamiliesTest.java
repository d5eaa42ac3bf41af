package io.automl4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.automl4j.api.DataException;
import io.automl4j.api.learner.EncoderSpec;
import io.automl4j.api.table.ColumnKind;
import io.automl4j.api.table.ColumnSchema;
import io.automl4j.api.table.Schema;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskType;
import io.automl4j.model.AutoModel;
import io.automl4j.model.ModelParts;
import io.automl4j.model.PostProcessing;
import io.automl4j.model.encode.EncodedTraining;
import io.automl4j.model.predictor.Model;
import io.automl4j.model.predictor.ModelVisitor;
import io.automl4j.model.predictor.PriorModel;
import io.automl4j.testkit.Gen;
import java.lang.reflect.RecordComponent;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a model can consist of is known here, so that nothing is left out of a file in silence. */
final class FamiliesTest {
    private static final Task TASK = Samples.task(TaskType.BINARY);
    private static final Function<EncodedTraining, Model> PRIOR = encoded -> PriorModel.of(0.5f, 0.5f);

    /** Encoders by the name that files have for them, and whether ONNX can encode so. */
    private static final Map<String, Boolean> ENCODERS = new TreeMap<>(Map.of(
            "number",
            true,
            "code",
            true,
            "one_hot",
            true,
            "statistics",
            true,
            "date",
            true,
            "text_number",
            true,
            "text",
            false));

    @Test
    void everyEncoderIsThereOrRefusedByTheNameOfItsColumn() throws ClassNotFoundException {
        // whoever adds an encoder adds it above
        Class<?> family = Class.forName("io.automl4j.model.encode.ColumnEncoder");
        assertThat(family.getPermittedSubclasses()).hasSize(ENCODERS.size());
        Set<String> seen = new TreeSet<>();
        for (EncoderSpec spec : List.of(EncoderSpec.TREE, EncoderSpec.NETWORK)) {
            for (AutoModel model : oneColumn(spec)) {
                List<String> kinds = kinds(model);
                seen.addAll(kinds);
                if (kinds.stream().allMatch(ENCODERS::get)) {
                    OnnxModel.of(model);
                } else {
                    assertThatThrownBy(() -> OnnxModel.of(model))
                            .isInstanceOf(DataException.class)
                            .hasMessageContaining(
                                    "'%s'",
                                    model.requiredColumns().columns().get(0).name())
                            .hasMessageContaining("Maybe");
                }
            }
        }
        assertThat(seen).isEqualTo(ENCODERS.keySet());
    }

    /** A model for each column of a table. */
    private static List<AutoModel> oneColumn(EncoderSpec spec) {
        Table mixed = Samples.table(100, 1, ZoneId.of("UTC"));
        Gen gen = Gen.of(1);
        List<StringColumn> texts = List.of(
                Samples.texts(100, gen, g -> "about " + g.word() + " and " + g.word()),
                Samples.texts(100, gen, g -> g.whole(5) + " years"));
        List<ColumnSchema> described =
                List.of(ColumnSchema.of("remark", ColumnKind.TEXT), ColumnSchema.of("years", ColumnKind.CATEGORICAL));
        List<AutoModel> models = new ArrayList<>();
        for (int i = 0; i < mixed.columns().size() - 1; i++) {
            Schema schema =
                    mixed.schema().withColumns(List.of(mixed.schema().columns().get(i)));
            models.add(Samples.model(Table.of(schema, List.of(mixed.column(i))), TASK, spec, PRIOR));
        }
        for (int i = 0; i < texts.size(); i++) {
            Table table = Table.of(Schema.of(List.of(described.get(i))), List.of(texts.get(i)));
            models.add(Samples.model(table, TASK, spec, PRIOR));
        }
        return models;
    }

    private static List<String> kinds(AutoModel model) {
        return model.parts().encoders().get(0).save().nodes("columns").stream()
                .map(encoder -> encoder.text("kind"))
                .toList();
    }

    @Test
    void everyKindOfModelHasAMethodThatIsTested() {
        assertThat(Model.class.getPermittedSubclasses()).hasSameSizeAs(ModelVisitor.class.getDeclaredMethods());
        List<String> tested = Arrays.stream(MembersTest.class.getDeclaredMethods())
                .map(method -> method.getName())
                .toList();
        assertThat(tested).contains("priors", "linearModels", "neighbours", "boostedTrees", "networks");
        assertThat(Model.class.getPermittedSubclasses()).hasSize(5);
    }

    /** A step that prediction gains, as another way to calibrate, must be in the graph too. */
    @Test
    void nothingThatPredictsIsNew() {
        assertThat(components(ModelParts.class))
                .as("add what it does to Export")
                .containsExactly("task", "schema", "encoders", "members", "processing", "front", "others", "report");
        assertThat(components(PostProcessing.class))
                .as("add what it does to Export")
                .containsExactly("calibration", "decision", "decisions", "conformal", "shifts", "stack");
    }

    private static Stream<String> components(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName);
    }
}
