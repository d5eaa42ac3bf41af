package io.automl4j.tabular.read;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Remembers the last character of a text that is no space. */
final class LastCharacter extends FilterReader {
    private char last;

    LastCharacter(Reader reader) {
        super(reader);
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        if (c >= 0 && !Character.isWhitespace(c)) {
            last = (char) c;
        }
        return c;
    }

    @Override
    public int read(char[] text, int offset, int length) throws IOException {
        int count = super.read(text, offset, length);
        for (int i = offset + count - 1; i >= offset; i--) {
            if (!Character.isWhitespace(text[i])) {
                last = text[i];
                break;
            }
        }
        return count;
    }

    /** The character, as far as the text was read; 0 if there was none. */
    char last() {
        return last;
    }
}
