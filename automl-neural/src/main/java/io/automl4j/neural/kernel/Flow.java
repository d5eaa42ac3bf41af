package io.automl4j.neural.kernel;

/**
 * The arrays between which a kernel works, all {@code [rows × width]}.
 *
 * @param in what comes in
 * @param inGradients of the loss by what comes in; empty where nobody wants them, such as behind columns
 * @param adds whether gradients are added to what is there, since another node has taken from the same one
 * @param out what goes out
 * @param outGradients of the loss by what goes out
 */
record Flow(float[] in, float[] inGradients, boolean adds, float[] out, float[] outGradients) {

    /** Copies gradients back, or adds them. */
    void giveBack(float[] gradients, int count) {
        if (!goesBack()) {
            return;
        }
        if (!adds) {
            System.arraycopy(gradients, 0, inGradients, 0, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            inGradients[i] += gradients[i];
        }
    }

    /** Whether somebody wants gradients by what comes in. */
    boolean goesBack() {
        return inGradients.length > 0;
    }
}
