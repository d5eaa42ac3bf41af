package io.automl4j.tabular.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.run.Budget;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LedgerTest {
    private long now;

    private Ledger ledger(Duration budget, boolean refits) {
        return new Ledger(Budget.of(budget), () -> now, 0, refits ? Set.of(Ledger.After.REFIT) : Set.of(), false);
    }

    private void seconds(double seconds) {
        now = (long) (seconds * 1e9);
    }

    /** Nothing is searched any more, but an ensemble is chosen. */
    @Test
    void aRunThatIsResumedAtItsEndHasTimeToChoose() {
        seconds(99);
        Ledger resumed = new Ledger(Budget.of(Duration.ofSeconds(100)), () -> now, 0, Set.of(), true);
        assertThat(resumed.searchSpent()).isTrue();
        assertThat(resumed.leftForChoice()).isEqualTo(Duration.ofMillis(3_500));
        assertThat(resumed.leftForCheaper()).isPositive();
        seconds(250);
        Ledger late = new Ledger(Budget.of(Duration.ofSeconds(100)), () -> now, 0, Set.of(), true);
        assertThat(late.searchSpent()).isTrue();
        assertThat(late.leftForChoice()).isEqualTo(Duration.ofMillis(3_500));
    }

    @Test
    void importanceHasItsShareAndMayHaveMore() {
        Ledger ledger = ledger(Duration.ofSeconds(100), false);
        seconds(97.5);
        assertThat(ledger.leftForChoice()).isZero();
        assertThat(ledger.forImportance()).isEqualTo(Duration.ofSeconds(1));
        seconds(50);
        assertThat(ledger.forImportance()).isEqualTo(Duration.ofSeconds(3));
        seconds(99);
        assertThat(ledger.forImportance()).isNegative();
        assertThat(ledger(Duration.ofHours(1), true).forImportance()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void searchChoiceAndWritingHaveTheirShares() {
        Ledger ledger = ledger(Duration.ofSeconds(100), false);
        assertThat(ledger.leftForSearch()).isEqualTo(Duration.ofSeconds(94));
        assertThat(ledger.forMeasuring()).isEqualTo(Duration.ofMillis(500));
        assertThat(ledger.leftForChoice()).isEqualTo(Duration.ofMillis(97_500));
        seconds(94);
        assertThat(ledger.searchSpent()).isTrue();
        assertThat(ledger.leftForChoice()).isEqualTo(Duration.ofMillis(3_500));
        assertThat(ledger.leftForCheaper()).isEqualTo(Duration.ofMillis(1_000));
        seconds(100);
        assertThat(ledger.leftInAll()).isNegative();
        assertThat(ledger.spent()).isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void whoRefitsSearchesForLess() {
        Ledger ledger = ledger(Duration.ofSeconds(100), true);
        assertThat(ledger.leftForSearch()).isEqualTo(Duration.ofSeconds(69));
        seconds(69);
        assertThat(ledger.searchSpent()).isTrue();
        assertThat(ledger.leftForRefit()).isBetween(Duration.ofSeconds(25), Duration.ofSeconds(30));
    }

    @Test
    void aLargeModelHasTimeToBeWritten() {
        Ledger ledger = ledger(Duration.ofSeconds(100), true);
        Duration inAll = ledger.leftInAll();
        Duration refit = ledger.leftForRefit();
        ledger.expect(90_000_000);
        assertThat(ledger.leftInAll()).isEqualTo(inAll);
        ledger.expect(500_000_000);
        assertThat(ledger.leftInAll()).isEqualTo(inAll.minusSeconds(4));
        assertThat(ledger.leftForRefit()).isEqualTo(refit.minusSeconds(4));
    }

    @Test
    void aTrialLeavesTimeForOthers() {
        Ledger ledger = ledger(Duration.ofSeconds(100), false);
        assertThat(ledger.limitOfTrial()).isEqualTo(Duration.ofSeconds(38));
        seconds(85);
        assertThat(ledger.limitOfTrial()).isLessThan(Duration.ofSeconds(10)).isPositive();
    }

    @Test
    void aTinyBudgetIsHalfSearch() {
        Ledger ledger = ledger(Duration.ofMillis(200), false);
        assertThat(ledger.leftForSearch()).isEqualTo(Duration.ofMillis(98));
    }
}
