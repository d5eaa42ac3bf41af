/** How to explore: strategies that are asked for trials and told their outcomes. Knows nothing of tables or learners. */
@NullMarked
package io.automl4j.search;

import org.jspecify.annotations.NullMarked;
