/** How fast networks are trained, beside DL4J and beside the bare products. */
@NullMarked
package io.automl4j.benchmarks.network;

import org.jspecify.annotations.NullMarked;
