package io.automl4j.neural.train;

import io.automl4j.api.Seeds;
import java.util.SplittableRandom;

/**
 * The rows of each step, changed as a recipe says. What an epoch does depends on the seed and its number alone, so that
 * a training can be stopped between two and goes on exactly.
 *
 * @implNote Confined to one thread; allocates nothing between the steps.
 */
public final class Batches {
    private final Augmentation augmentation;
    private final Learned learned;
    private final long seed;
    /** For each column whether it holds codes. */
    private final boolean[] codes;

    private final int size;
    private final int[] order;
    private final float[] targets;
    private final float[] weights;
    private SplittableRandom random = new SplittableRandom(0);

    /**
     * Batches before the first epoch.
     *
     * @param recipe how rows are changed, and how many are in a step: no more than there are
     * @param learned the rows
     * @param seed of order and changes
     */
    public Batches(Recipe recipe, Learned learned, long seed) {
        this.augmentation = recipe.augmentation();
        this.learned = learned;
        this.seed = seed;
        this.size = Math.min(recipe.batch(), learned.rows().rows());
        this.codes = new boolean[learned.rows().width()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = learned.rows().features().get(i).isCategorical();
        }
        this.order = new int[learned.rows().rows()];
        this.targets = new float[size * learned.width()];
        this.weights = new float[size];
    }

    /**
     * Rows of a step.
     *
     * @return the same number for each
     */
    public int size() {
        return size;
    }

    /**
     * Steps of an epoch; what is left over takes part in another one.
     *
     * @return at least 1
     */
    public int perEpoch() {
        return order.length / size;
    }

    /**
     * Where chance comes from in the epoch that was begun.
     *
     * @return a source that is the same for the same epoch
     */
    public SplittableRandom random() {
        return random;
    }

    /**
     * Begins an epoch.
     *
     * @param epoch its number, from 0
     */
    public void begin(int epoch) {
        random = new SplittableRandom(Seeds.mix(seed, epoch));
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
    }

    /**
     * Fills in the rows of a step, to be called for one after another.
     *
     * @param step its number in the epoch, from 0
     * @param input receives {@code [size × columns]}
     */
    public void fill(int step, float[] input) {
        int from = step * size;
        double drawn = augmentation.mixup() > 0 ? Beta.symmetric(augmentation.mixup(), random) : 1;
        // the greater share is a row's own, since its codes stay
        float kept = (float) Math.max(drawn, 1 - drawn);
        for (int i = 0; i < size; i++) {
            // mixed with the next row of the batch, which is a random one
            fill(i, order[from + i], order[from + (i + 1) % size], kept, input);
            if (augmentation.cutout() > 0) {
                blank(i, input);
            }
        }
    }

    private void fill(int to, int row, int other, float kept, float[] input) {
        int columns = codes.length;
        int width = learned.width();
        float[] values = learned.rows().values();
        if (kept == 1) {
            System.arraycopy(values, row * columns, input, to * columns, columns);
            System.arraycopy(learned.targets(), row * width, targets, to * width, width);
            weights[to] = learned.weights()[row];
            return;
        }
        for (int i = 0; i < columns; i++) {
            float value = values[row * columns + i];
            input[to * columns + i] = codes[i] ? value : kept * value + (1 - kept) * values[other * columns + i];
        }
        // each row's label counts as much as its weight says
        float own = kept * learned.weights()[row];
        float others = (1 - kept) * learned.weights()[other];
        weights[to] = own + others;
        float share = weights[to] > 0 ? own / weights[to] : 1;
        for (int i = 0; i < width; i++) {
            targets[to * width + i] =
                    share * learned.targets()[row * width + i] + (1 - share) * learned.targets()[other * width + i];
        }
    }

    /** 0 is the median of a number, and what one-hot columns are where they know nothing. */
    private void blank(int row, float[] input) {
        for (int i = 0; i < codes.length; i++) {
            if (random.nextDouble() < augmentation.cutout() && !codes[i]) {
                input[row * codes.length + i] = 0;
            }
        }
    }

    /**
     * The targets of the rows that were filled in.
     *
     * @return {@code [size × width]}, overwritten by the next step
     */
    public float[] targets() {
        return targets;
    }

    /**
     * The weights of the rows that were filled in.
     *
     * @return {@code [size]}, overwritten by the next step
     */
    public float[] weights() {
        return weights;
    }
}
