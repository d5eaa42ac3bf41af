package io.automl4j.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.run.NanoClock;
import io.automl4j.api.task.TaskType;
import io.automl4j.benchmarks.measure.Truth;
import io.automl4j.benchmarks.table.CsvFile;
import io.automl4j.benchmarks.table.Split;
import io.automl4j.benchmarks.table.Suite;
import io.automl4j.benchmarks.table.SuiteTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Peers in this JVM, on iris. */
final class PeersTest {
    @TempDir
    Path folder;

    private Job job;
    private Truth truth;

    @BeforeEach
    void split() throws IOException {
        SuiteTable iris = Suite.bundled(folder).only(List.of("iris")).tables().get(0);
        CsvFile rows = CsvFile.read(iris.file());
        Split split = iris.split(rows, new Split.Part(0, 1), 1);
        CsvFile test = rows.select(split.test());
        job = new Job(folder, iris.target(), TaskType.MULTICLASS, Duration.ofSeconds(5), 1, 1);
        rows.select(split.train()).write(job.train());
        test.without(iris.target()).write(job.test());
        test.without(iris.target()).like(rows.header()).write(job.aligned());
        truth = Truth.of(TaskType.MULTICLASS, rows.cells(iris.target()), test.cells(iris.target()));
    }

    private static Stopwatch watch() {
        return new Stopwatch(NanoClock.SYSTEM, NanoClock.SYSTEM.nanos());
    }

    static Stream<Arguments> peers() {
        return Stream.of(
                Arguments.of("xgboost", new XgBoostPeer()),
                Arguments.of("smile-rf", new SmilePeer()),
                Arguments.of("weka-rf", new WekaPeer()));
    }

    /** By log loss; the prior's is that of three classes alike, 1.1. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("peers")
    void areBetterThanThePrior(String name, Peer peer) throws Exception {
        Facts facts = peer.run(job, watch());
        assertThat(truth.score(job.predictions()).value()).isLessThan(0.6);
        assertThat(facts.fitSeconds()).isPositive();
    }

    @Test
    void theNetworkAloneIsOneTrialOfFiveFolds() throws Exception {
        Facts facts = OursPeer.networkAlone().run(job, watch());
        assertThat(truth.score(job.predictions()).value()).isLessThan(0.3);
        assertThat(facts.curve()).as("the prior and one more").hasSizeBetween(1, 2);
        assertThat(facts.modelBytes()).isPositive();
    }
}
