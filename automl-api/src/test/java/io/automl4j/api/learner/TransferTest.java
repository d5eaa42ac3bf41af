package io.automl4j.api.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.UpdateRefusedException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TransferTest {
    /** A model of three outputs. */
    private static final FittedModel MODEL = new FittedModel() {
        @Override
        public int outputs() {
            return 3;
        }

        @Override
        public void predict(EncodedRows rows, float[] out) {
            Arrays.fill(out, 1 / 3f);
        }

        @Override
        public long operations() {
            return 1;
        }
    };

    private static Transfer to(Integer... outputs) {
        return new Transfer(MODEL, List.of(Transfer.Column.NEW), List.of(outputs));
    }

    @Test
    void outputsMayHaveAnotherOrder() {
        assertThat(to(2, 0, 1).hasSameOutputs()).isTrue();
        assertThat(to(0, 1).hasSameOutputs()).isFalse();
        assertThat(to(0, 1, -1).hasSameOutputs()).isFalse();
        assertThat(to(0, 1, 2, -1).hasSameOutputs()).isFalse();
    }

    @Test
    void aNewColumnIsNotKnown() {
        assertThat(Transfer.Column.NEW.isKnown()).isFalse();
        assertThat(new Transfer.Column(0, 1, 0, List.of(1, 0)).isKnown()).isTrue();
    }

    @Test
    void aRefusalHasBothScores() {
        UpdateRefusedException refused = new UpdateRefusedException("0.7 after 0.8", 0.8, 0.7);
        assertThat(refused).hasMessage("0.7 after 0.8");
        assertThat(refused.before()).isEqualTo(0.8);
        assertThat(refused.after()).isEqualTo(0.7);
    }
}
