package io.automl4j.neural.train;

/** Gradients as vectors. */
final class Gradients {
    private Gradients() {}

    /** Shortens a gradient to a length; 0 leaves it (Pascanu et al. 2013, arXiv:1211.5063). */
    static void clip(float[] gradients, double longest) {
        if (longest <= 0) {
            return;
        }
        double sum = 0;
        for (float gradient : gradients) {
            sum += (double) gradient * gradient;
        }
        double length = Math.sqrt(sum);
        if (length > longest) {
            float factor = (float) (longest / length);
            for (int i = 0; i < gradients.length; i++) {
                gradients[i] *= factor;
            }
        }
    }
}
