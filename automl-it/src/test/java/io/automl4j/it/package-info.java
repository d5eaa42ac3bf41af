/** What only shows when all modules are there: arrows between them, and whole runs. */
@NullMarked
package io.automl4j.it;

import org.jspecify.annotations.NullMarked;
