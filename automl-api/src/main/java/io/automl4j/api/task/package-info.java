/** What is to be predicted: the type of the task, its classes, targets with weights, and predictions. */
@NullMarked
package io.automl4j.api.task;

import org.jspecify.annotations.NullMarked;
