package io.automl4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class GermanCreditTest {
    @Test
    void hasAThousandCustomers() throws IOException {
        Table table = GermanCredit.table();
        assertThat(table.rows()).isEqualTo(1000);
        assertThat(table.columns()).hasSize(21);
        assertThat(bad(table)).isEqualTo(300);
    }

    @Test
    void isSplitWithTheSameShareOfClasses() throws IOException {
        GermanCredit.Split split = GermanCredit.split(0.25, 1);
        assertThat(split.test().rows()).isEqualTo(250);
        assertThat(split.train().rows()).isEqualTo(750);
        assertThat(bad(split.test())).isEqualTo(75);
        assertThat(bad(split.train())).isEqualTo(225);
    }

    private static long bad(Table table) {
        StringColumn target = (StringColumn) table.column("class");
        return IntStream.range(0, table.rows())
                .filter(row -> target.levels().get(target.code(row)).equals("bad"))
                .count();
    }
}
