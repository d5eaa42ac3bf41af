package io.automl4j.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.automl4j.api.DataException;
import io.automl4j.model.encode.EncoderVisitor;
import io.automl4j.model.encode.Finish;
import io.automl4j.model.encode.Finish.Kept;
import io.automl4j.model.encode.FittedEncoder;
import io.automl4j.model.encode.LevelTable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Raw columns as encoded rows. */
final class Encoding implements EncoderVisitor<List<Encoding.Piece>> {
    private final Graph graph;
    private final Inputs inputs;
    private final Lookup lookup;
    private final Dates dates;
    private final TextNumbers numbers;

    Encoding(Graph graph, Inputs inputs) {
        this.graph = graph;
        this.inputs = inputs;
        this.lookup = new Lookup(graph, inputs);
        this.dates = new Dates(graph, inputs);
        this.numbers = new TextNumbers(graph, inputs, lookup);
    }

    /**
     * Adjacent columns of a matrix.
     *
     * @param matrix the matrix
     * @param width how many columns it has
     * @param from the first of the piece
     * @param size how many are in the piece
     */
    record Piece(Value matrix, int width, int from, int size) {
        static Piece all(Value matrix, int width) {
            return new Piece(matrix, width, 0, width);
        }
    }

    @Override
    public List<Piece> number(String column) {
        return List.of(new Piece(inputs.numbers(), inputs.numericWidth(), inputs.position(column), 1));
    }

    @Override
    public List<Piece> levels(LevelTable table) {
        return table.width() == 0 ? List.of() : List.of(Piece.all(lookup.rows(table), table.width()));
    }

    @Override
    public List<Piece> date(String column, ZoneId zone, boolean circles) {
        Piece parts = Piece.all(dates.parts(column, zone), 6);
        return circles ? List.of(parts, Piece.all(dates.circles(column, zone), 6)) : List.of(parts);
    }

    @Override
    public List<Piece> text(String column) {
        throw new DataException(("Column '%s' is read as text, word by word, which ONNX cannot do.%n"
                        + "Maybe train without it (--ignore %1$s), or predict with automl-model, which needs nothing but Java.")
                .formatted(column));
    }

    @Override
    public List<Piece> textNumber(String column) {
        return List.of(Piece.all(numbers.numbers(column), 1));
    }

    /**
     * The encoded rows of an encoder.
     *
     * @return {@code [rows × features]}, single precision
     * @throws DataException if ONNX cannot encode so
     */
    Value rows(FittedEncoder encoder) {
        Raw raw = Raw.of(encoder.accept(this));
        Finish finish = encoder.finish();
        List<Kept> kept = finish.columns();
        List<Value> parts = new ArrayList<>();
        if (!kept.isEmpty()) {
            Value columns =
                    raw.columns(graph, kept.stream().mapToInt(Kept::column).toArray());
            parts.add(finished(columns, finish));
        }
        if (finish.indicators().length > 0) {
            Value indicated = raw.columns(graph, finish.indicators());
            parts.add(graph.cast(graph.add("IsNaN", indicated), DataType.FLOAT));
        }
        return parts.isEmpty() ? graph.repeated(graph.constant(new float[0], 1, 0), 0) : graph.concat(parts, 1);
    }

    private Value finished(Value columns, Finish finish) {
        return switch (finish.mode()) {
            case KEEP -> columns;
            case IMPUTE -> {
                List<Kept> kept = finish.columns();
                float[] centres = new float[kept.size()];
                for (int i = 0; i < centres.length; i++) {
                    centres[i] = kept.get(i).centre();
                }
                yield graph.where(graph.add("IsNaN", columns), graph.constant(centres, 1, centres.length), columns);
            }
            case SCALE -> scaled(columns, finish.columns());
        };
    }

    /** In double precision, since squares of numbers that are scaled up would be infinite. */
    private Value scaled(Value columns, List<Kept> kept) {
        int width = kept.size();
        double[] centres = kept.stream().mapToDouble(Kept::centre).toArray();
        double[] factors = kept.stream().mapToDouble(Kept::factor).toArray();
        boolean[] codes = new boolean[width];
        for (int i = 0; i < width; i++) {
            codes[i] = kept.get(i).code();
        }
        Value distances = graph.add("Sub", graph.cast(columns, DataType.DOUBLE), graph.constant(centres, 1, width));
        Value scaled = graph.add("Mul", distances, graph.constant(factors, 1, width));
        Value x = graph.where(graph.add("IsNaN", scaled), graph.constant(0.0), scaled);
        Value squares = graph.add("Div", graph.add("Mul", x, x), graph.constant(9.0));
        Value size = graph.add("Sqrt", graph.add("Add", squares, graph.constant(1.0)));
        Value clipped = graph.cast(graph.add("Div", x, size), DataType.FLOAT);
        boolean some = kept.stream().anyMatch(Kept::code);
        return some ? graph.where(graph.constant(Tensors.of(codes, 1, width)), columns, clipped) : clipped;
    }

    /**
     * The raw columns of an encoder within some matrices that lie beside each other.
     *
     * @param matrices the matrices
     * @param width of all of them
     * @param places for each column its place in them
     */
    private record Raw(List<Value> matrices, int width, List<Integer> places) {

        static Raw of(List<List<Piece>> pieces) {
            Map<Value, Integer> starts = new LinkedHashMap<>();
            List<Integer> places = new ArrayList<>();
            int width = 0;
            for (List<Piece> ofEncoder : pieces) {
                for (Piece piece : ofEncoder) {
                    int start = starts.getOrDefault(piece.matrix(), width);
                    if (starts.putIfAbsent(piece.matrix(), start) == null) {
                        width += piece.width();
                    }
                    for (int i = 0; i < piece.size(); i++) {
                        places.add(start + piece.from() + i);
                    }
                }
            }
            return new Raw(List.copyOf(starts.keySet()), width, places);
        }

        /** Some of the columns, in the order asked for. */
        Value columns(Graph graph, int[] numbers) {
            Value all = graph.concat(matrices, 1);
            long[] chosen = Arrays.stream(numbers).mapToLong(places::get).toArray();
            boolean whole = Arrays.equals(chosen, LongStream.range(0, width).toArray());
            return whole ? all : graph.gather(all, chosen, 1);
        }
    }
}
