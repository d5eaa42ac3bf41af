package io.automl4j.tabular.conduct;

import io.automl4j.api.metric.Metric;
import io.automl4j.api.table.Table;
import io.automl4j.api.task.Labels;
import io.automl4j.api.task.Task;
import io.automl4j.api.task.TaskShape;
import io.automl4j.tabular.validation.ValidationPlan;

/**
 * What a run learns from.
 *
 * @param task what is to be predicted
 * @param table rows with a target; columns that must not be used are ignored by role
 * @param labels targets and weights of these rows
 * @param plan how trials are validated
 * @param metric what is optimised
 * @param shape the size of the task
 */
public record RunData(Task task, Table table, Labels labels, ValidationPlan plan, Metric metric, TaskShape shape) {}
