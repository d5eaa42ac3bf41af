/**
 * Networks as values: a graph of operations and one flat array of parameters. Predicts in plain Java; training lives in
 * other modules, which build on the same graph.
 */
@NullMarked
package io.automl4j.model.network;

import org.jspecify.annotations.NullMarked;
