package io.automl4j.testkit;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A seeded source of test data: equal seeds give equal data, on every machine.
 *
 * @implNote Not thread-safe.
 */
public final class Gen {
    private final SplittableRandom random;

    private Gen(SplittableRandom random) {
        this.random = random;
    }

    /**
     * A generator.
     *
     * @param seed any number
     * @return a generator at its beginning
     */
    public static Gen of(long seed) {
        return new Gen(new SplittableRandom(seed));
    }

    /**
     * A generator of its own, so that what is drawn from it shifts nothing that is drawn from this one.
     *
     * @return a new generator
     */
    public Gen split() {
        return new Gen(random.split());
    }

    /**
     * A uniform number.
     *
     * @param low the lower end, included
     * @param high the upper end, excluded
     * @return a number in between
     */
    public double uniform(double low, double high) {
        return random.nextDouble(low, high);
    }

    /**
     * A standard normal number.
     *
     * @return a number
     */
    public double normal() {
        return random.nextGaussian();
    }

    /**
     * A whole number.
     *
     * @param bound the upper end, excluded
     * @return a number from 0
     */
    public int whole(int bound) {
        return random.nextInt(bound);
    }

    /**
     * A seed.
     *
     * @return any number
     */
    public long seed() {
        return random.nextLong();
    }

    /**
     * The toss of a loaded coin.
     *
     * @param probability of true
     * @return true or false
     */
    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /**
     * One of several.
     *
     * @param items what to choose from
     * @param <T> their type
     * @return an item, all equally likely
     */
    public <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /**
     * A word that can be spoken.
     *
     * @return a word of two or three syllables
     */
    public String word() {
        StringBuilder word = new StringBuilder();
        int syllables = 2 + whole(2);
        for (int i = 0; i < syllables; i++) {
            word.append("bdfgklmnprstvz".charAt(whole(14))).append("aeiou".charAt(whole(5)));
        }
        return word.toString();
    }

    /**
     * The numbers from 0 in random order.
     *
     * @param size how many
     * @return a permutation
     */
    public int[] permutation(int size) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = whole(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
