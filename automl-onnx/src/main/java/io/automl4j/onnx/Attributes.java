package io.automl4j.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.util.List;

/** Attributes of nodes. */
final class Attributes {
    private Attributes() {}

    private static AttributeProto.Builder named(String name, AttributeType type) {
        return AttributeProto.newBuilder().setName(name).setType(type);
    }

    static AttributeProto of(String name, long value) {
        return named(name, AttributeType.INT).setI(value).build();
    }

    static AttributeProto of(String name, float value) {
        return named(name, AttributeType.FLOAT).setF(value).build();
    }

    static AttributeProto of(String name, String value) {
        return named(name, AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    static AttributeProto of(String name, GraphProto value) {
        return named(name, AttributeType.GRAPH).setG(value).build();
    }

    /** The attribute that says what a cast gives. */
    static AttributeProto type(TensorProto.DataType type) {
        return of("to", (long) type.getNumber());
    }

    static AttributeProto ofTexts(String name, List<String> values) {
        AttributeProto.Builder attribute = named(name, AttributeType.STRINGS);
        values.forEach(value -> attribute.addStrings(ByteString.copyFromUtf8(value)));
        return attribute.build();
    }

    static AttributeProto ofLongs(String name, Iterable<Long> values) {
        return named(name, AttributeType.INTS).addAllInts(values).build();
    }

    static AttributeProto ofFloats(String name, Iterable<Float> values) {
        return named(name, AttributeType.FLOATS).addAllFloats(values).build();
    }
}
