package io.automl4j.tabular.read;

import io.automl4j.api.DataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Reads little-endian values and keeps their checksum. No length is believed that the file cannot hold. */
final class BlockReader {
    private final FileChannel channel;
    private final String title;
    private final long size;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C checksum = new CRC32C();
    private int counted;

    BlockReader(FileChannel channel, String title) throws IOException {
        this.channel = channel;
        this.title = title;
        this.size = channel.size();
        buffer.limit(0);
    }

    /** The buffer, with at least so many bytes to read. */
    ByteBuffer next(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            count();
            buffer.compact();
            while (buffer.position() < bytes && channel.read(buffer) >= 0) {
                // read on
            }
            buffer.flip();
            counted = 0;
            if (buffer.remaining() < bytes) {
                throw damaged("it ends too early");
            }
        }
        return buffer;
    }

    private void count() {
        checksum.update(buffer.array(), counted, buffer.position() - counted);
        counted = buffer.position();
    }

    private long left() throws IOException {
        return size - channel.position() + buffer.remaining();
    }

    int integer() throws IOException {
        return next(Integer.BYTES).getInt();
    }

    /** A count of things that take at least so many bytes each. */
    int count(int bytesEach) throws IOException {
        int count = integer();
        if (count < 0) {
            throw damaged("it speaks of %d entries".formatted(count));
        }
        requireLeft(count, bytesEach);
        return count;
    }

    /** Refuses more entries than the file can still hold, before memory is taken for them. */
    void requireLeft(int count, int bytesEach) throws IOException {
        if ((long) count * bytesEach > left()) {
            throw damaged("it speaks of %d entries where %d bytes are left".formatted(count, left()));
        }
    }

    byte[] bytes(int length) throws IOException {
        byte[] bytes = new byte[length];
        for (int at = 0; at < length; ) {
            int count = Math.min(next(1).remaining(), length - at);
            buffer.get(bytes, at, count);
            at += count;
        }
        return bytes;
    }

    String text() throws IOException {
        return new String(bytes(count(1)), StandardCharsets.UTF_8);
    }

    void finish() throws IOException {
        count();
        int expected = (int) checksum.getValue();
        if (integer() != expected) {
            throw damaged("its checksum is wrong");
        }
        if (left() > 0) {
            throw damaged("%d bytes follow its end".formatted(left()));
        }
    }

    DataException damaged(String reason) {
        return new DataException(message(reason));
    }

    DataException damaged(String reason, Exception cause) {
        return new DataException(message(reason), cause);
    }

    private String message(String reason) {
        return "%s is a damaged table file: %s.%nMaybe write it again.".formatted(title, reason);
    }
}
