package io.automl4j.onnx;

/**
 * What a node of a graph gives, an input, or a constant.
 *
 * @param name the name, unique within the graph
 */
record Value(String name) {}
