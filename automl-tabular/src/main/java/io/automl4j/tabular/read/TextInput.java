package io.automl4j.tabular.read;

import io.automl4j.api.DataException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A text file, plain or gzipped, that can be opened more than once. A byte order mark decides the charset. */
record TextInput(Path file, Charset charset) {
    private static final int BUFFER = 1 << 16;

    /** Opens the text; bytes that are not of the charset make reading fail, instead of becoming question marks. */
    Reader open() throws IOException {
        InputStream bytes = bytes();
        try {
            return new InputStreamReader(bytes, decoder(afterMark(bytes)));
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    private static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private InputStream bytes() throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            byte[] magic = peek(raw, 4);
            if (magic.length > 1 && magic[0] == 0x1f && magic[1] == (byte) 0x8b) {
                return new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER);
            }
            if (magic.length == 4 && magic[0] == 'P' && magic[1] == 'K' && magic[2] == 3 && magic[3] == 4) {
                throw new DataException(
                        "'%s' is a zip archive or a workbook, not text.%nMaybe save it as CSV or gzip it."
                                .formatted(file));
            }
            return raw;
        } catch (IOException | DataException e) {
            raw.close();
            throw e;
        }
    }

    private static byte[] peek(InputStream bytes, int count) throws IOException {
        bytes.mark(count);
        byte[] start = bytes.readNBytes(count);
        bytes.reset();
        return start;
    }

    /** Skips a byte order mark and returns the charset it stands for; without one, the charset that was given. */
    private Charset afterMark(InputStream bytes) throws IOException {
        byte[] start = peek(bytes, 3);
        if (starts(start, 0xef, 0xbb, 0xbf)) {
            bytes.skipNBytes(3);
            return StandardCharsets.UTF_8;
        }
        if (starts(start, 0xff, 0xfe)) {
            bytes.skipNBytes(2);
            return StandardCharsets.UTF_16LE;
        }
        if (starts(start, 0xfe, 0xff)) {
            bytes.skipNBytes(2);
            return StandardCharsets.UTF_16BE;
        }
        return charset;
    }

    private static boolean starts(byte[] bytes, int... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xff) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** The first characters of the text. */
    String sample(int length) {
        char[] chars = new char[length];
        int filled = 0;
        try (Reader reader = open()) {
            int read = reader.read(chars, 0, length);
            while (read > 0) {
                filled += read;
                read = reader.read(chars, filled, length - filled);
            }
        } catch (IOException e) {
            throw failure(e);
        }
        return new String(chars, 0, filled);
    }

    /** What a failure to read means, in words of the file. */
    RuntimeException failure(IOException cause) {
        if (cause instanceof CharacterCodingException) {
            return malformed(cause);
        }
        if (cause instanceof EOFException || cause instanceof ZipException) {
            return new DataException(
                    "'%s' is a damaged gzip file.%nMaybe it was not copied to its end.".formatted(file), cause);
        }
        return new UncheckedIOException("'%s' cannot be read.".formatted(file), cause);
    }

    private RuntimeException malformed(IOException cause) {
        try (InputStream bytes = bytes()) {
            Charset effective = afterMark(bytes);
            return new DataException(
                    ("'%s' is not %s text: %s.%n"
                                    + "Maybe it is of another charset, such as windows-1252 or ISO-8859-1: name it (--charset).")
                            .formatted(file, effective.name(), place(bytes, decoder(effective))),
                    cause);
        } catch (IOException e) {
            return new UncheckedIOException("'%s' cannot be read.".formatted(file), e);
        }
    }

    /** Decodes once more, slowly, to name the place: a reader has read ahead when it fails. */
    private static String place(InputStream bytes, CharsetDecoder decoder) throws IOException {
        ByteBuffer in = ByteBuffer.allocate(BUFFER);
        CharBuffer out = CharBuffer.allocate(BUFFER);
        long line = 1;
        long before = 0;
        while (true) {
            int read = bytes.readNBytes(in.array(), in.position(), in.remaining());
            boolean last = read < in.remaining();
            in.limit(in.position() + read).rewind();
            CoderResult result = decoder.decode(in, out, last);
            line += lineEnds(out);
            if (result.isError()) {
                return "byte 0x%02X in line %d, at position %d of the text"
                        .formatted(in.get(in.position()), line, before + in.position());
            }
            if (last) {
                return "its last character is cut off";
            }
            before += in.position();
            in.compact();
        }
    }

    private static long lineEnds(CharBuffer out) {
        long count = 0;
        for (out.flip(); out.hasRemaining(); ) {
            count += out.get() == '\n' ? 1 : 0;
        }
        out.clear();
        return count;
    }
}
