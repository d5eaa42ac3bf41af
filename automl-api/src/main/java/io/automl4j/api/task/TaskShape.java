package io.automl4j.api.task;

/**
 * The size of a task, from which learners choose their spaces, starts and costs.
 *
 * @param type the type of the task
 * @param rows rows of the training table
 * @param outputs values predicted for a row
 * @param numeric numeric, boolean and datetime features
 * @param categorical categorical features
 * @param text text features
 * @param maxLevels the largest number of levels of a categorical feature, 0 without any
 * @param missing whether a feature has missing cells
 */
public record TaskShape(
        TaskType type, int rows, int outputs, int numeric, int categorical, int text, int maxLevels, boolean missing) {

    /**
     * The number of features of the table.
     *
     * @return numeric, categorical and text features together
     */
    public int features() {
        return numeric + categorical + text;
    }
}
