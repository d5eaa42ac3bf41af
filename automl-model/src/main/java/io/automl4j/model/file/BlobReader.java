package io.automl4j.model.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Iterator;
import java.util.List;

/** Hands out the arrays of the blobs one after the other, so that no byte can be asked for twice. */
final class BlobReader implements JsonNodes.ArraySource {
    private final Opener opener;
    private final Iterator<Manifest.Item> blobs;
    private ByteBuffer blob = ByteBuffer.allocate(0);

    BlobReader(Opener opener, List<Manifest.Item> blobs) {
        this.opener = opener;
        this.blobs = blobs.iterator();
    }

    /** Opens an entry. */
    @FunctionalInterface
    interface Opener {
        InputStream open(String name) throws IOException;
    }

    @Override
    public Object read(ArrayKind kind, long length) throws IOException {
        if (length > 0 && !blob.hasRemaining()) {
            next();
        }
        if (length < 0 || length > blob.remaining() / kind.width()) {
            throw ModelFileReader.damaged("%d numbers in %d bytes".formatted(length, blob.remaining()));
        }
        Object array = kind.get(blob, (int) length);
        blob.position(blob.position() + (int) length * kind.width());
        return array;
    }

    private void next() throws IOException {
        if (!blobs.hasNext()) {
            throw ModelFileReader.damaged("a blob is not there");
        }
        Manifest.Item item = blobs.next();
        try (InputStream in = opener.open(item.name())) {
            blob = ByteBuffer.wrap(in.readNBytes((int) item.size())).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    /** Checks that all arrays were asked for. */
    void end() {
        if (blob.hasRemaining() || blobs.hasNext()) {
            throw ModelFileReader.damaged("it has more arrays than its model");
        }
    }
}
