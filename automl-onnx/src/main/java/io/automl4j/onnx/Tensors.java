package io.automl4j.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** Constants without names. Their shape is a list of lengths; none for a single value. */
final class Tensors {
    private Tensors() {}

    static TensorProto.Builder of(float[] values, long... shape) {
        ByteBuffer bytes = bytes(Float.BYTES * values.length);
        bytes.asFloatBuffer().put(values);
        return tensor(TensorProto.DataType.FLOAT, bytes, shape);
    }

    static TensorProto.Builder of(double[] values, long... shape) {
        ByteBuffer bytes = bytes(Double.BYTES * values.length);
        bytes.asDoubleBuffer().put(values);
        return tensor(TensorProto.DataType.DOUBLE, bytes, shape);
    }

    static TensorProto.Builder of(long[] values, long... shape) {
        ByteBuffer bytes = bytes(Long.BYTES * values.length);
        bytes.asLongBuffer().put(values);
        return tensor(TensorProto.DataType.INT64, bytes, shape);
    }

    static TensorProto.Builder of(boolean[] values, long... shape) {
        ByteBuffer bytes = bytes(values.length);
        for (boolean value : values) {
            bytes.put((byte) (value ? 1 : 0));
        }
        return tensor(TensorProto.DataType.BOOL, bytes.rewind(), shape);
    }

    static TensorProto.Builder of(List<String> values, long... shape) {
        TensorProto.Builder tensor = typed(TensorProto.DataType.STRING, shape);
        values.forEach(value -> tensor.addStringData(ByteString.copyFromUtf8(value)));
        return tensor;
    }

    private static ByteBuffer bytes(int count) {
        return ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static TensorProto.Builder tensor(TensorProto.DataType type, ByteBuffer bytes, long[] shape) {
        return typed(type, shape).setRawData(ByteString.copyFrom(bytes));
    }

    private static TensorProto.Builder typed(TensorProto.DataType type, long[] shape) {
        return TensorProto.newBuilder()
                .setDataType(type.getNumber())
                .addAllDims(Arrays.stream(shape).boxed().toList());
    }
}
