package io.automl4j.model.file;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the zip: blobs as they fill up, then the JSON that refers to them, manifest and trailer. */
final class ModelFileWriter {
    static final String MODEL = "model.json";
    static final String BLOBS = "blobs/";
    private static final int BLOB = 16 << 20;
    /** Always the same, so that equal models give equal files. */
    private static final LocalDateTime DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final List<Manifest.Item> items = new ArrayList<>();
    private ByteBuffer blob = ByteBuffer.allocate(0);
    private int blobs;

    private ModelFileWriter(ZipOutputStream zip) {
        this.zip = zip;
    }

    static void write(Path file, Node model, Description description) throws IOException {
        try (ZipOutputStream zip =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            ModelFileWriter writer = new ModelFileWriter(zip);
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            JsonNodes.write(model, json, writer::append);
            writer.endBlob();
            writer.add(MODEL, json.toByteArray());
            byte[] manifest = new Manifest(ModelFile.VERSION, description, writer.items).toBytes();
            writer.deflate(Manifest.NAME, manifest);
            writer.deflate(Manifest.TRAILER, new Sha256().add(manifest).hex().getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Arrays are never split: one that does not fit starts the next blob. */
    private void append(ArrayKind kind, Object array) throws IOException {
        long size = kind.bytes(array);
        if (size > blob.remaining()) {
            endBlob();
            if (size > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException("An array of %d bytes is too large.".formatted(size));
            }
            int capacity = Math.max(BLOB, (int) size);
            blob = capacity == blob.capacity()
                    ? blob.clear()
                    : ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
        }
        kind.put(array, blob);
        blob.position(blob.position() + (int) size);
    }

    /** Stored as they are: single-precision numbers hardly shrink, and the time counts against the run's budget. */
    private void endBlob() throws IOException {
        int size = blob.position();
        if (size == 0) {
            return;
        }
        String name = "%s%d.bin".formatted(BLOBS, blobs++);
        store(name, blob.array(), size);
        items.add(new Manifest.Item(
                name, size, new Sha256().add(blob.array(), 0, size).hex()));
        blob.limit(0).position(0);
    }

    private void store(String name, byte[] bytes, int size) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, size);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(size);
        entry.setCompressedSize(size);
        entry.setCrc(crc.getValue());
        write(entry, bytes, size);
    }

    /** Compressed, but where that would look like a bomb: long texts that repeat themselves shrink to a thousandth too. */
    private void add(String name, byte[] bytes) throws IOException {
        if (ModelFileReader.mayGrow(0, bytes.length) || ModelFileReader.mayGrow(deflated(bytes), bytes.length)) {
            deflate(name, bytes);
        } else {
            store(name, bytes, bytes.length);
        }
        items.add(new Manifest.Item(name, bytes.length, new Sha256().add(bytes).hex()));
    }

    private static long deflated(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] buffer = new byte[1 << 16];
            while (!deflater.finished()) {
                deflater.deflate(buffer);
            }
            return deflater.getBytesWritten();
        } finally {
            deflater.end();
        }
    }

    private void deflate(String name, byte[] bytes) throws IOException {
        write(new ZipEntry(name), bytes, bytes.length);
    }

    private void write(ZipEntry entry, byte[] bytes, int count) throws IOException {
        entry.setTimeLocal(DATE);
        zip.putNextEntry(entry);
        zip.write(bytes, 0, count);
        zip.closeEntry();
    }
}
