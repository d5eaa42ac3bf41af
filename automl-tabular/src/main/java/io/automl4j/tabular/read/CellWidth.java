package io.automl4j.tabular.read;

import io.automl4j.api.table.NumericColumn;
import java.nio.ByteBuffer;

/** The narrowest form of numbers that loses nothing. Missing cells are NaN, or the lowest whole number. */
enum CellWidth {
    BYTE(1),
    SHORT(2),
    INT(4),
    FLOAT(4),
    DOUBLE(8);

    private final int bytes;

    CellWidth(int bytes) {
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    /** A number that stays the same if forms are added. */
    int id() {
        return switch (this) {
            case BYTE -> 1;
            case SHORT -> 2;
            case INT -> 3;
            case FLOAT -> 4;
            case DOUBLE -> 5;
        };
    }

    static CellWidth byId(int id, BlockReader in) {
        for (CellWidth width : values()) {
            if (width.id() == id) {
                return width;
            }
        }
        throw in.damaged("numbers of a form %d".formatted(id));
    }

    static CellWidth of(NumericColumn column) {
        boolean whole = true;
        boolean single = true;
        double most = 0;
        for (int row = 0; row < column.size(); row++) {
            double value = column.value(row);
            if (!Double.isNaN(value)) {
                whole &= value == Math.rint(value) && Double.doubleToRawLongBits(value) != Long.MIN_VALUE;
                single &= (float) value == value;
                most = Math.max(most, Math.abs(value));
            }
        }
        if (whole && most <= Integer.MAX_VALUE) {
            return most <= Byte.MAX_VALUE ? BYTE : most <= Short.MAX_VALUE ? SHORT : INT;
        }
        return single ? FLOAT : DOUBLE;
    }

    void put(ByteBuffer out, double value) {
        boolean missing = Double.isNaN(value);
        switch (this) {
            case BYTE -> out.put(missing ? Byte.MIN_VALUE : (byte) value);
            case SHORT -> out.putShort(missing ? Short.MIN_VALUE : (short) value);
            case INT -> out.putInt(missing ? Integer.MIN_VALUE : (int) value);
            case FLOAT -> out.putFloat((float) value);
            case DOUBLE -> out.putDouble(value);
        }
    }

    double get(ByteBuffer in) {
        return switch (this) {
            case BYTE -> missingIf(Byte.MIN_VALUE, in.get());
            case SHORT -> missingIf(Short.MIN_VALUE, in.getShort());
            case INT -> missingIf(Integer.MIN_VALUE, in.getInt());
            case FLOAT -> in.getFloat();
            case DOUBLE -> in.getDouble();
        };
    }

    private static double missingIf(int missing, int value) {
        return value == missing ? Double.NaN : value;
    }
}
