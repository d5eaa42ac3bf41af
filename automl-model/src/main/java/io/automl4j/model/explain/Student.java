package io.automl4j.model.explain;

/** The distribution of Student (1908, doi:10.1093/biomet/6.1.1). */
final class Student {
    /** What bounds 95 % around 0, for one degree of freedom and more. */
    private static final double[] BOUNDS = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131
    };

    private static final double NORMAL = 1.959964;

    private Student() {}

    /** What bounds 95 % around 0 for so many degrees of freedom; beyond the table by the expansion of Cornish and Fisher. */
    static double bound(int freedom) {
        if (freedom <= BOUNDS.length) {
            return BOUNDS[freedom - 1];
        }
        double cube = NORMAL * NORMAL * NORMAL;
        return NORMAL
                + (cube + NORMAL) / (4 * freedom)
                + (5 * cube * NORMAL * NORMAL + 16 * cube + 3 * NORMAL) / (96.0 * freedom * freedom);
    }
}
