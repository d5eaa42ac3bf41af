package io.automl4j.tabular;

import io.automl4j.api.table.Column;
import io.automl4j.api.table.NumericColumn;
import io.automl4j.api.table.StringColumn;
import io.automl4j.api.table.Table;
import io.automl4j.api.table.TimeColumn;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Recognises a table by its content. */
final class Fingerprints {
    private Fingerprints() {}

    /** SHA-256 over names, kinds and cells, hexadecimal; equal for equal tables, whatever their roles. */
    static String of(Table table) {
        MessageDigest digest = sha256();
        for (int i = 0; i < table.columns().size(); i++) {
            digest.update(text(table.schema().columns().get(i).name()));
            digest.update(text(table.schema().columns().get(i).kind().name()));
            cells(digest, table.column(i));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void cells(MessageDigest digest, Column column) {
        if (column instanceof StringColumn texts) {
            texts.levels().forEach(level -> digest.update(text(level)));
        }
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * 1024);
        for (int row = 0; row < column.size(); row++) {
            bytes.putLong(cell(column, row));
            if (!bytes.hasRemaining()) {
                digest.update(bytes.flip());
                bytes.clear();
            }
        }
        digest.update(bytes.flip());
    }

    private static long cell(Column column, int row) {
        if (column instanceof NumericColumn numbers) {
            return Double.doubleToLongBits(numbers.value(row));
        }
        return column instanceof TimeColumn times ? times.millis(row) : ((StringColumn) column).code(row);
    }

    private static byte[] text(String text) {
        return (text + '\0').getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256.", e);
        }
    }
}
