package io.automl4j.model.encode;

import static io.automl4j.model.encode.Fixture.NETWORK;
import static io.automl4j.model.encode.Fixture.TREE;
import static io.automl4j.model.encode.Fixture.column;
import static io.automl4j.model.encode.Fixture.names;
import static io.automl4j.model.encode.Fixture.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.automl4j.api.ModelFileException;
import io.automl4j.api.learner.EncodedRows;
import io.automl4j.api.table.TimeColumn;
import io.automl4j.model.file.Node;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DateEncoderTest {

    @Test
    void aDateIsItsParts() {
        EncodedRows rows = table().times("d", "2024-02-29T00:00:00Z", "", "2023-12-31T18:30:00Z")
                .fit(TREE)
                .rows();

        assertThat(column(rows, "d#days")).containsExactly(19782f, Float.NaN, 19722 + 18.5f / 24);
        assertThat(column(rows, "d#year")).containsExactly(2024f, Float.NaN, 2023f);
        assertThat(column(rows, "d#month")).containsExactly(2f, Float.NaN, 12f);
        assertThat(column(rows, "d#day")).containsExactly(29f, Float.NaN, 31f);
        assertThat(column(rows, "d#weekday")).containsExactly(4f, Float.NaN, 7f);
        assertThat(column(rows, "d#hour")).containsExactly(0f, Float.NaN, 18.5f);
    }

    @Test
    void partsThatNeverChangeAreDropped() {
        EncodedRows rows = table().times("d", "2024-02-01T00:00:00Z", "2024-02-02T00:00:00Z", "2024-02-09T00:00:00Z")
                .fit(TREE)
                .rows();

        assertThat(names(rows)).containsExactly("d#days", "d#day", "d#weekday");
    }

    @Test
    void networksSeeCirclesAndOneIndicator() {
        EncodedRows rows = table().times(
                        "d",
                        "2024-01-01T00:00:00Z",
                        "2024-04-02T06:00:00Z",
                        "2025-07-10T12:00:00Z",
                        "",
                        "2023-10-20T18:00:00Z")
                .fit(NETWORK)
                .rows();

        assertThat(names(rows))
                .contains("d#month_sin", "d#month_cos", "d#weekday_sin", "d#hour_cos")
                .filteredOn(name -> name.endsWith("#missing"))
                .hasSize(1);
    }

    @Test
    void aCircleClosesAfterDecember() {
        float[] out = new float[24];
        DateEncoder encoder = new DateEncoder("d", ZoneId.of("UTC"), true);
        encoder.encode(
                TimeColumn.of(
                        Instant.parse("2024-04-01T06:00:00Z").toEpochMilli(),
                        Instant.parse("2024-10-01T18:00:00Z").toEpochMilli()),
                out,
                0,
                12);

        assertThat(out[6]).as("April's sine").isCloseTo(1, within(1e-6f));
        assertThat(out[18]).as("October's sine").isCloseTo(-1, within(1e-6f));
        assertThat(out[10]).as("six o'clock's sine").isCloseTo(1, within(1e-6f));
    }

    @Test
    void theZoneOfTheSchemaDecidesTheDay() {
        float[] out = new float[6];
        new DateEncoder("d", ZoneId.of("Asia/Tokyo"), false)
                .encode(TimeColumn.of(Instant.parse("2024-02-29T20:00:00Z").toEpochMilli()), out, 0, 6);

        assertThat(out[2]).isEqualTo(3f);
        assertThat(out[3]).isEqualTo(1f);
        assertThat(out[5]).isEqualTo(5f);
    }

    @Test
    void anUnknownZoneInAFileIsRefused() {
        Node node = new DateEncoder("d", ZoneId.of("UTC"), false).save().put("zone", "Moon/Base");

        assertThatThrownBy(() -> ColumnEncoder.load(node))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("Moon/Base");
    }
}
