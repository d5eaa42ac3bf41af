package io.automl4j.benchmarks.hostile;

import io.automl4j.model.file.Node;
import io.automl4j.model.file.Nodes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Ways to change a model file. Whatever they do is drawn from the given numbers alone. */
enum Mutation {
    /** One to eight bits turned over. */
    BITS {
        @Override
        byte[] apply(byte[] file, SplittableRandom random) {
            byte[] changed = file.clone();
            for (int i = random.nextInt(1, 9); i > 0; i--) {
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return changed;
        }
    },
    /** Bytes put in. */
    INSERTED {
        @Override
        byte[] apply(byte[] file, SplittableRandom random) {
            byte[] more = new byte[random.nextInt(1, 100)];
            random.nextBytes(more);
            int at = random.nextInt(file.length + 1);
            return ByteBuffer.allocate(file.length + more.length)
                    .put(file, 0, at)
                    .put(more)
                    .put(file, at, file.length - at)
                    .array();
        }
    },
    /** Bytes taken out. */
    DELETED {
        @Override
        byte[] apply(byte[] file, SplittableRandom random) {
            int from = random.nextInt(file.length);
            int to = Math.min(file.length, from + random.nextInt(1, 100));
            return ByteBuffer.allocate(file.length - (to - from))
                    .put(file, 0, from)
                    .put(file, to, file.length - to)
                    .array();
        }
    },
    /** A stretch of other bytes. */
    OVERWRITTEN {
        @Override
        byte[] apply(byte[] file, SplittableRandom random) {
            byte[] changed = file.clone();
            byte[] other = new byte[random.nextInt(1, 256)];
            random.nextBytes(other);
            int at = random.nextInt(changed.length);
            System.arraycopy(other, 0, changed, at, Math.min(other.length, changed.length - at));
            return changed;
        }
    },
    /** The end cut off. */
    TRUNCATED {
        @Override
        byte[] apply(byte[] file, SplittableRandom random) {
            return Arrays.copyOf(file, random.nextInt(file.length));
        }
    },
    /** Numbers of the zip's own headers: lengths, places, methods, names. */
    HEADERS {
        @Override
        byte[] apply(byte[] file, SplittableRandom random) {
            byte[] changed = file.clone();
            ByteBuffer zip = ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN);
            int directory = zip.getInt(changed.length - END + TO_DIRECTORY);
            int at = random.nextInt(directory, changed.length - Long.BYTES);
            switch (random.nextInt(3)) {
                case 0 -> changed[at] = (byte) random.nextInt(256);
                case 1 -> zip.putShort(at, (short) WORDS[random.nextInt(WORDS.length)]);
                default -> zip.putInt(at, WORDS[random.nextInt(WORDS.length)]);
            }
            return changed;
        }
    },
    /** Entries in each other's place, left out or under other names, with digests that fit or do not. */
    ENTRIES {
        @Override
        byte[] apply(byte[] file, SplittableRandom random) {
            ModelZip zip = ModelZip.of(file);
            List<String> names = zip.names();
            String one = names.get(random.nextInt(names.size()));
            String other = names.get(random.nextInt(names.size()));
            byte[] bytes = zip.get(one);
            switch (random.nextInt(4)) {
                case 0 -> zip.put(one, zip.get(other)).put(other, bytes);
                case 1 -> zip.remove(one);
                case 2 -> zip.remove(one).put(NAMES.get(random.nextInt(NAMES.size())), bytes);
                default -> zip.put(NAMES.get(random.nextInt(NAMES.size())), bytes);
            }
            boolean whole = zip.names().contains(ModelZip.MANIFEST)
                    && zip.text(ModelZip.MANIFEST).equals(ModelZip.of(file).text(ModelZip.MANIFEST));
            return (whole && random.nextBoolean() ? zip.listed() : zip).bytes();
        }
    },
    /** Something else in the manifest, whose digest fits. */
    MANIFEST {
        @Override
        byte[] apply(byte[] file, SplittableRandom random) {
            ModelZip zip = ModelZip.of(file);
            return zip.put(
                            ModelZip.MANIFEST,
                            JsonText.of(zip.text(ModelZip.MANIFEST)).changed(random))
                    .sealed()
                    .bytes();
        }
    },
    /** Something else in the model's JSON, with digests of entries that fit. */
    JSON {
        @Override
        byte[] apply(byte[] file, SplittableRandom random) {
            return json(ModelZip.of(file), random).listed().bytes();
        }
    },
    /** Other numbers in the arrays, with digests of entries that fit. */
    NUMBERS {
        @Override
        byte[] apply(byte[] file, SplittableRandom random) {
            return numbers(ModelZip.of(file), random).listed().bytes();
        }
    },
    /** The same, by one who knows that files of version 2 have neither parity rows nor a digest of the model. */
    FORGED_JSON {
        @Override
        byte[] apply(byte[] file, SplittableRandom random) {
            return json(old(ModelZip.of(file)), random).listed().bytes();
        }
    },
    /** The same. */
    FORGED_NUMBERS {
        @Override
        byte[] apply(byte[] file, SplittableRandom random) {
            return numbers(old(ModelZip.of(file)), random).listed().bytes();
        }
    };

    private static final int END = 22;
    private static final int TO_DIRECTORY = 16;
    private static final int[] WORDS = {
        0,
        1,
        8,
        12,
        22,
        255,
        0x7fff,
        0xffff,
        0x10000,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        -1,
        -2,
        0x7fc00000,
        0x7f800000
    };
    private static final List<String> NAMES = List.of(
            "../x.bin",
            "/x.bin",
            "blobs/1.bin",
            "blobs/0.bin",
            "blobs/-1.bin",
            "model.json",
            "MODEL.JSON",
            "blobs/",
            "manifest.json");

    /** A changed file. */
    abstract byte[] apply(byte[] file, SplittableRandom random);

    /** Whether what comes out may be a sound file of another model, as anybody may write one. */
    boolean isForged() {
        return this == FORGED_JSON || this == FORGED_NUMBERS;
    }

    private static ModelZip json(ModelZip zip, SplittableRandom random) {
        String text = zip.text(ModelZip.MODEL);
        for (int i = random.nextInt(1, 3); i > 0; i--) {
            text = JsonText.of(text).changed(random);
            if (text.length() < 100) {
                break; // hardly anything is left that could be changed
            }
        }
        return zip.put(ModelZip.MODEL, text);
    }

    private static ModelZip numbers(ModelZip zip, SplittableRandom random) {
        byte[] blob = zip.get("blobs/0.bin").clone();
        ByteBuffer numbers = ByteBuffer.wrap(blob).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            int at = random.nextInt(blob.length / Integer.BYTES) * Integer.BYTES;
            int old = numbers.getInt(at);
            numbers.putInt(
                    at,
                    switch (random.nextInt(4)) {
                        case 0 -> old + random.nextInt(-3, 4);
                        case 1 -> old ^ 1 << random.nextInt(Integer.SIZE);
                        case 2 -> numbers.getInt(random.nextInt(blob.length / Integer.BYTES) * Integer.BYTES);
                        default -> WORDS[random.nextInt(WORDS.length)];
                    });
        }
        return zip.put("blobs/0.bin", blob);
    }

    /** Arrays of parity rows are read in the order of names, so the rows stay where they are: nobody asks for them. */
    private static ModelZip old(ModelZip zip) {
        Node manifest = new Node();
        Nodes.fromJson(zip.text(ModelZip.MANIFEST)).values().forEach((name, value) -> {
            if (!name.equals("digest")) {
                manifest.put(name, value);
            }
        });
        zip.put(ModelZip.MANIFEST, Nodes.toJson(manifest.put("version", 2)));
        return zip.put(ModelZip.MODEL, zip.text(ModelZip.MODEL).replace("\"parity\":", "\"other parity\":"));
    }
}
