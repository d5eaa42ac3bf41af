/** Fitted models as ONNX: the graph takes raw cells and gives what the model predicts. */
@NullMarked
package io.automl4j.onnx;

import org.jspecify.annotations.NullMarked;
