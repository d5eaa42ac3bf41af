package io.automl4j.benchmarks.run;

/**
 * What a process took of the machine.
 *
 * @param rows the rows that it predicted
 * @param peakMemory its largest resident memory in bytes; 0 where the system does not say
 * @param cpuSeconds the time of processors that it used; NaN where the system does not say
 * @param wallSeconds from its start to its end
 * @param disturbed whether something else kept the machine busy
 */
public record Usage(int rows, long peakMemory, double cpuSeconds, double wallSeconds, boolean disturbed) {}
