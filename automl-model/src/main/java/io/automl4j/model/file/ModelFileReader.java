package io.automl4j.model.file;

import io.automl4j.api.ModelFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Checks the zip from the trailer inwards, then reads the model. */
final class ModelFileReader {
    private static final int MOST_ENTRIES = 10_000;
    private static final int LARGEST_MANIFEST = 2 << 20;
    private static final long LARGEST_JSON = 1L << 30;
    private static final int LARGEST_BLOB = Integer.MAX_VALUE - 8;
    /** JSON shrinks to a tenth or less, a bomb to a thousandth. */
    private static final int MOST_COMPRESSION = 200;

    private static final long ALWAYS_FINE = 1 << 20;
    /** Bytes in memory for each of JSON, at least. */
    private static final int OF_JSON = 4;

    private static final Pattern BLOB = Pattern.compile("blobs/(0|[1-9][0-9]{0,8})\\.bin");

    private final ZipFile zip;
    private final long length;

    private ModelFileReader(ZipFile zip, long length) {
        this.zip = zip;
        this.length = length;
    }

    static ModelFile.Content read(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new ModelFileReader(zip, Files.size(file)).read();
        } catch (ZipException e) {
            throw ModelFile.refused(file, damaged("it is no zip file: " + e.getMessage(), e));
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            // the last one of a parser that has met too many names with one hash
            throw ModelFile.refused(file, damaged(String.valueOf(e.getMessage()), e));
        } catch (ModelFileException e) {
            throw ModelFile.refused(file, e);
        }
    }

    private ModelFile.Content read() throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw damaged("it has %d entries, more than %d".formatted(zip.size(), MOST_ENTRIES));
        }
        checkOverlap();
        Manifest manifest = manifest();
        checkNames(manifest);
        checkMemory(manifest);
        for (Manifest.Item item : manifest.items()) {
            check(item);
        }
        BlobReader blobs = new BlobReader(this::open, blobs(manifest));
        try (InputStream json = open(ModelFileWriter.MODEL)) {
            Node node = JsonNodes.read(json, blobs, Runtime.getRuntime().maxMemory() / 2);
            blobs.end();
            return new ModelFile.Content(manifest.version(), manifest.description(), node);
        }
    }

    /** Entries that share their bytes could unfold to more than anybody waits for. */
    private void checkOverlap() {
        long left = length;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            long size = entry.getCompressedSize();
            if (size < 0 || size > left) {
                throw damaged("its entries have more bytes than the %d of the file".formatted(length));
            }
            left -= size;
        }
    }

    /** What is there is listed once, and nothing else is; no name is ever used as that of a file. */
    private void checkNames(Manifest manifest) {
        Set<String> names = new HashSet<>(Set.of(Manifest.NAME, Manifest.TRAILER));
        for (Manifest.Item item : manifest.items()) {
            if (!item.name().equals(ModelFileWriter.MODEL)
                    && !BLOB.matcher(item.name()).matches()) {
                throw damaged("'%s' is no name of an entry".formatted(item.name()));
            }
            if (!names.add(item.name())) {
                throw damaged("'%s' is listed twice".formatted(item.name()));
            }
            entry(item.name());
        }
        zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> !names.contains(name))
                .forEach(name -> {
                    throw damaged("its manifest does not list '%s'".formatted(name));
                });
        if (zip.size() != names.size()) {
            throw damaged("an entry is there twice");
        }
    }

    private static void checkMemory(Manifest manifest) {
        long needed = 0;
        for (Manifest.Item item : manifest.items()) {
            long most = item.name().equals(ModelFileWriter.MODEL) ? LARGEST_JSON : LARGEST_BLOB;
            if (item.size() < 0 || item.size() > most) {
                throw damaged("'%s' is to have %d bytes, more than %d".formatted(item.name(), item.size(), most));
            }
            needed += item.name().equals(ModelFileWriter.MODEL) ? OF_JSON * item.size() : item.size();
        }
        long most = Runtime.getRuntime().maxMemory();
        if (needed > most) {
            throw new ModelFileException("it needs %d MB of memory at least, and this Java takes %d MB.%n"
                            .formatted(needed >> 20, most >> 20)
                    + "Maybe give it more, as by -Xmx%dm.".formatted(2 * (needed >> 20)));
        }
    }

    private static List<Manifest.Item> blobs(Manifest manifest) {
        return manifest.items().stream()
                .filter(item -> item.name().startsWith(ModelFileWriter.BLOBS))
                .toList();
    }

    private InputStream open(String name) throws IOException {
        return zip.getInputStream(entry(name));
    }

    private Manifest manifest() throws IOException {
        if (zip.getEntry(Manifest.NAME) == null || zip.getEntry(Manifest.TRAILER) == null) {
            throw new ModelFileException("it is a zip file, but no model file: it lacks '%s' or '%s'.%n"
                            .formatted(Manifest.NAME, Manifest.TRAILER)
                    + "Maybe it is another file, or saved again by another program.");
        }
        byte[] bytes = small(Manifest.NAME);
        String sha256 = new String(small(Manifest.TRAILER), StandardCharsets.US_ASCII);
        if (!sha256.equals(new Sha256().add(bytes).hex())) {
            throw damaged("'%s' is not as it was written".formatted(Manifest.NAME));
        }
        return Manifest.of(bytes);
    }

    private byte[] small(String name) throws IOException {
        try (InputStream in = open(name)) {
            byte[] bytes = in.readNBytes(LARGEST_MANIFEST + 1);
            if (bytes.length > LARGEST_MANIFEST) {
                throw damaged("'%s' is larger than %d bytes".formatted(name, LARGEST_MANIFEST));
            }
            return bytes;
        }
    }

    private ZipEntry entry(String name) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw damaged("'%s' is not there".formatted(name));
        }
        return entry;
    }

    /** Whether so few bytes may become so many; the writer compresses no further. */
    static boolean mayGrow(long compressed, long size) {
        return size <= ALWAYS_FINE + MOST_COMPRESSION * compressed;
    }

    private void check(Manifest.Item item) throws IOException {
        ZipEntry entry = entry(item.name());
        if (!item.name().equals(ModelFileWriter.MODEL) && entry.getMethod() != ZipEntry.STORED) {
            throw damaged("'%s' is compressed".formatted(item.name()));
        }
        if (!mayGrow(entry.getCompressedSize(), item.size())) {
            throw damaged("'%s' is to grow from %d to %d bytes"
                    .formatted(item.name(), entry.getCompressedSize(), item.size()));
        }
        Sha256 sha256 = new Sha256();
        long size = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int count = in.read(buffer); count >= 0 && size <= item.size(); count = in.read(buffer)) {
                sha256.add(buffer, 0, count);
                size += count;
            }
        }
        if (size != item.size() || !sha256.hex().equals(item.sha256())) {
            throw damaged("'%s' is not as it was written".formatted(item.name()));
        }
    }

    static ModelFileException damaged(String what) {
        return new ModelFileException(damage(what));
    }

    private static ModelFileException damaged(String what, Exception cause) {
        return new ModelFileException(damage(what), cause);
    }

    private static String damage(String what) {
        return "it is no model file, or damaged (%s).%nMaybe copy it again, or save the model again.".formatted(what);
    }
}
