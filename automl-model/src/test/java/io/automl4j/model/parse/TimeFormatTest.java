package io.automl4j.model.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.automl4j.api.DataException;
import io.automl4j.api.table.TimeColumn;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeFormatTest {
    private static final ZoneId UTC = ZoneId.of("UTC");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                    | 2024-02-29                     | 2024-02-29T00:00:00Z
            ''                    | 2024-02-29T12:30               | 2024-02-29T12:30:00Z
            ''                    | 2024-02-29 12:30:15            | 2024-02-29T12:30:15Z
            ''                    | 2024-02-29 12:30:15.5          | 2024-02-29T12:30:15.500Z
            ''                    | 2024-02-29T12:30:15.123456Z    | 2024-02-29T12:30:15.123Z
            ''                    | 2024-02-29T12:30:15+02:00      | 2024-02-29T10:30:15Z
            ''                    | 2024-02-29T12:30:15+0200       | 2024-02-29T10:30:15Z
            dd/MM/yyyy            | 05/03/2021                     | 2021-03-05T00:00:00Z
            MM/dd/yyyy            | 05/03/2021                     | 2021-05-03T00:00:00Z
            d/M/yy                | 1/2/49                         | 2049-02-01T00:00:00Z
            d/M/yy                | 1/2/50                         | 1950-02-01T00:00:00Z
            d-MMM-yyyy            | 7-jan-2020                     | 2020-01-07T00:00:00Z
            M/d/yyyy h:mm a       | 1/2/2020 1:05 pm               | 2020-01-02T13:05:00Z
            yyyy-MM               | 2020-07                        | 2020-07-01T00:00:00Z
            yyyy                  | 2020                           | 2020-01-01T00:00:00Z
            H:mm                  | 7:45                           | 1970-01-01T07:45:00Z
            d 'day of' MMMM yyyy  | 5 day of March 2021            | 2021-03-05T00:00:00Z
            'my day' yyyy-MM      | my day 2020-07                 | 2020-07-01T00:00:00Z
            'yy' d/M/yy           | yy 1/2/49                      | 2049-02-01T00:00:00Z
            yyyyMMdd              | 20200131                       | 2020-01-31T00:00:00Z
            epoch-seconds         | 1600000000                     | 2020-09-13T12:26:40Z
            epoch-seconds         | 0.5                            | 1970-01-01T00:00:00.500Z
            epoch-millis          | 1600000000000                  | 2020-09-13T12:26:40Z
            """)
    void readsTimes(String format, String text, String expected) {
        assertThat(TimeFormat.of(format, UTC).millis(text))
                .isEqualTo(Instant.parse(expected).toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2023-02-29",
        "'', 2024-02-29x",
        "'', 2024",
        "dd/MM/yyyy, 31/02/2021",
        "dd/MM/yyyy, 12/25/2021",
        "H:mm, 24:00",
        "epoch-millis, soon",
        "epoch-millis, 1e300"
    })
    void refusesWhatIsNoSuchTime(String format, String text) {
        assertThat(TimeFormat.of(format, UTC).millis(text)).isEqualTo(TimeColumn.MISSING);
    }

    @Test
    void takesTheZoneWhereNoneIsWritten() {
        TimeFormat format = TimeFormat.of("", ZoneId.of("Europe/Berlin"));

        assertThat(format.millis("2024-07-01T12:00"))
                .isEqualTo(Instant.parse("2024-07-01T10:00:00Z").toEpochMilli());
        assertThat(format.millis("2024-07-01T12:00Z"))
                .isEqualTo(Instant.parse("2024-07-01T12:00:00Z").toEpochMilli());
    }

    @Test
    void refusesAPatternThatIsNone() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> TimeFormat.of("day month", UTC))
                .withMessageContaining("'day month' is no date format");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> TimeFormat.of("[".repeat(100_000) + "dd", UTC))
                .withMessageContaining("is no date format");
    }
}
