package io.automl4j.report;

/** A part of a page. */
public sealed interface Fragment permits Paragraph, HtmlTable, Chart, RankDiagram {

    /**
     * The part as HTML.
     *
     * @return one element; what came from data is escaped
     */
    String html();
}
