package io.automl4j.tabular.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Writes little-endian values and keeps their checksum. */
final class BlockWriter {
    private final WritableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C checksum = new CRC32C();

    BlockWriter(WritableByteChannel channel) {
        this.channel = channel;
    }

    /** The buffer, with room for a value of so many bytes. */
    ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    void integer(int value) throws IOException {
        room(Integer.BYTES).putInt(value);
    }

    void bytes(byte[] bytes) throws IOException {
        for (int at = 0; at < bytes.length; ) {
            int count = Math.min(room(1).remaining(), bytes.length - at);
            buffer.put(bytes, at, count);
            at += count;
        }
    }

    void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        integer(bytes.length);
        bytes(bytes);
    }

    void finish() throws IOException {
        flush();
        integer((int) checksum.getValue());
        flush();
    }

    private void flush() throws IOException {
        buffer.flip();
        checksum.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }
}
