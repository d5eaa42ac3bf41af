package io.automl4j.benchmarks.hostile;

/** What became of a hostile file. */
enum Verdict {
    /** An error of the type that is promised, which names the file and says what to do. */
    REFUSED,
    /** The model that was saved: every ensemble predicts the same bits. */
    SAME,
    /** A model that predicts something else. */
    OTHER,
    /** Anything else that was thrown. */
    BROKEN
}
