package io.automl4j.dl4j;

import io.automl4j.neural.train.Schedule;
import java.util.Objects;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * A {@link Schedule} of so many steps for DL4J. DL4J writes it to files as JSON of its properties, and tells blocks of
 * parameters apart by its equality.
 */
public final class RateSchedule implements ISchedule {
    private static final long serialVersionUID = 1L;

    private Schedule schedule = Schedule.CONSTANT;
    private double highest;
    private int steps;

    /** For DL4J's files. */
    public RateSchedule() {}

    RateSchedule(Schedule schedule, double highest, int steps) {
        this.schedule = schedule;
        this.highest = highest;
        this.steps = steps;
    }

    @Override
    public double valueAt(int iteration, int epoch) {
        return highest * schedule.factor(Math.min(1, (double) iteration / steps));
    }

    /**
     * The course.
     *
     * @return the schedule
     */
    public Schedule getSchedule() {
        return schedule;
    }

    /**
     * For DL4J's files.
     *
     * @param schedule the course
     */
    public void setSchedule(Schedule schedule) {
        this.schedule = schedule;
    }

    /**
     * The value where the schedule is 1.
     *
     * @return the highest value
     */
    public double getHighest() {
        return highest;
    }

    /**
     * For DL4J's files.
     *
     * @param highest the highest value
     */
    public void setHighest(double highest) {
        this.highest = highest;
    }

    /**
     * Steps of a whole training.
     *
     * @return the number of steps
     */
    public int getSteps() {
        return steps;
    }

    /**
     * For DL4J's files.
     *
     * @param steps the number of steps
     */
    public void setSteps(int steps) {
        this.steps = steps;
    }

    @Override
    public ISchedule clone() {
        return new RateSchedule(schedule, highest, steps);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RateSchedule that
                && schedule == that.schedule
                && highest == that.highest
                && steps == that.steps;
    }

    @Override
    public int hashCode() {
        return Objects.hash(schedule, highest, steps);
    }
}
