package io.automl4j.api.table;

import java.util.Arrays;

/** Numbers in the narrowest array that holds them all without loss; the lowest integer of a type stands for missing. */
sealed interface NumericStorage {
    double get(int row);

    int size();

    static NumericStorage smallest(double[] values, int size) {
        boolean whole = true;
        boolean single = true;
        double low = 0;
        double high = 0;
        for (int i = 0; i < size && (whole || single); i++) {
            double value = values[i];
            if (Double.isNaN(value)) {
                continue;
            }
            // -0.0 would come back as 0.0, which no reader can tell from the text "-0" that it stands for
            whole &= value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE;
            single &= (float) value == value;
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        if (whole && low > Byte.MIN_VALUE && high <= Byte.MAX_VALUE) {
            return Bytes.of(values, size);
        }
        if (whole && low > Short.MIN_VALUE && high <= Short.MAX_VALUE) {
            return Shorts.of(values, size);
        }
        if (whole && !single) {
            return Ints.of(values, size);
        }
        return single ? Floats.of(values, size) : new Doubles(Arrays.copyOf(values, size));
    }

    /** Codes from −1 to below the number of levels. */
    static NumericStorage ofCodes(int[] codes, int size, int levels) {
        if (levels <= Byte.MAX_VALUE) {
            byte[] cells = new byte[size];
            for (int i = 0; i < size; i++) {
                cells[i] = (byte) codes[i];
            }
            return new Bytes(cells);
        }
        if (levels <= Short.MAX_VALUE) {
            short[] cells = new short[size];
            for (int i = 0; i < size; i++) {
                cells[i] = (short) codes[i];
            }
            return new Shorts(cells);
        }
        return new Ints(Arrays.copyOf(codes, size));
    }

    record Bytes(byte[] cells) implements NumericStorage {
        static Bytes of(double[] values, int size) {
            byte[] cells = new byte[size];
            for (int i = 0; i < size; i++) {
                cells[i] = Double.isNaN(values[i]) ? Byte.MIN_VALUE : (byte) values[i];
            }
            return new Bytes(cells);
        }

        @Override
        public double get(int row) {
            return cells[row] == Byte.MIN_VALUE ? Double.NaN : cells[row];
        }

        @Override
        public int size() {
            return cells.length;
        }
    }

    record Shorts(short[] cells) implements NumericStorage {
        static Shorts of(double[] values, int size) {
            short[] cells = new short[size];
            for (int i = 0; i < size; i++) {
                cells[i] = Double.isNaN(values[i]) ? Short.MIN_VALUE : (short) values[i];
            }
            return new Shorts(cells);
        }

        @Override
        public double get(int row) {
            return cells[row] == Short.MIN_VALUE ? Double.NaN : cells[row];
        }

        @Override
        public int size() {
            return cells.length;
        }
    }

    record Ints(int[] cells) implements NumericStorage {
        static Ints of(double[] values, int size) {
            int[] cells = new int[size];
            for (int i = 0; i < size; i++) {
                cells[i] = Double.isNaN(values[i]) ? Integer.MIN_VALUE : (int) values[i];
            }
            return new Ints(cells);
        }

        @Override
        public double get(int row) {
            return cells[row] == Integer.MIN_VALUE ? Double.NaN : cells[row];
        }

        @Override
        public int size() {
            return cells.length;
        }
    }

    record Floats(float[] cells) implements NumericStorage {
        static Floats of(double[] values, int size) {
            float[] cells = new float[size];
            for (int i = 0; i < size; i++) {
                cells[i] = (float) values[i];
            }
            return new Floats(cells);
        }

        @Override
        public double get(int row) {
            return cells[row];
        }

        @Override
        public int size() {
            return cells.length;
        }
    }

    record Doubles(double[] cells) implements NumericStorage {
        @Override
        public double get(int row) {
            return cells[row];
        }

        @Override
        public int size() {
            return cells.length;
        }
    }
}
