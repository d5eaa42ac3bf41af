package io.automl4j.benchmarks.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.automl4j.api.task.TaskType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BombsIT {
    @Test
    void theyAreRefusedAndLeaveNothingBehind(@TempDir Path folder) throws IOException {
        List<String> printed = new ArrayList<>();
        HostileRun.Result result =
                new HostileRun(0, 11, printed::add).bombs(HostileModel.drawn(TaskType.MULTICLASS), folder);
        assertThat(result.ok()).as(String.join("\n", printed)).isTrue();
        assertThat(result.files()).isGreaterThan(30);
    }
}
