package io.automl4j.model.encode;

import java.time.ZoneId;

/**
 * A method for each way in which a raw column becomes numbers, so that whoever forgets one does not compile.
 *
 * @param <R> what the methods give
 */
public interface EncoderVisitor<R> {

    /**
     * For a number as it is: the nearest finite one in single precision; missing is NaN.
     *
     * @param column the raw column
     * @return what the visitor makes of it
     */
    R number(String column);

    /**
     * For levels that have a row of numbers each.
     *
     * @param table the rows
     * @return what the visitor makes of it
     */
    R levels(LevelTable table);

    /**
     * For a point in time: days since the epoch with a fraction, year, month, day, weekday from Monday as 1, hour with a
     * fraction; then perhaps sine and cosine of month, weekday and hour, each from 0 on. Missing is NaN in all of them.
     *
     * @param column the raw column
     * @param zone whose calendar and clock it is
     * @param circles whether there are sines and cosines
     * @return what the visitor makes of it
     */
    R date(String column, ZoneId zone, boolean circles);

    /**
     * For a text as its hashed terms.
     *
     * @param column the raw column
     * @return what the visitor makes of it
     */
    R text(String column);

    /**
     * For the number in a text: the first one, without the commas between its thousands; of a rising range its middle; NaN
     * where there is none, or the cell is missing.
     *
     * @param column the raw column
     * @return what the visitor makes of it
     */
    R textNumber(String column);
}
