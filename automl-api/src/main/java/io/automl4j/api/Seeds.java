package io.automl4j.api;

/** Seeds made of seeds. */
public final class Seeds {
    /** By which that generator steps, the golden ratio. */
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private Seeds() {}

    /**
     * A seed of its own for each part of something seeded. Neighbouring numbers give unrelated streams, as a sum or a
     * multiple would not: generators step by adding. The finaliser is that of SplitMix64 (Steele, Lea and Flood 2014,
     * doi:10.1145/2660193.2660195).
     *
     * @param seed the seed of the whole
     * @param part the number of the part
     * @return the seed of the part
     */
    public static long mix(long seed, long part) {
        return finish(finish(seed) + part);
    }

    /**
     * A hash of a number that equal numbers share and different ones do not: what the generator of the same paper gives for it as a
     * seed. Nothing is lost by it, so the number can be computed from all bits of the hash.
     *
     * @param bits the number
     * @return its hash
     */
    public static long hash(long bits) {
        return finish(bits + GAMMA);
    }

    private static long finish(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
