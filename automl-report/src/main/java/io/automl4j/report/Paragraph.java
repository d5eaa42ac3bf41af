package io.automl4j.report;

/**
 * A paragraph.
 *
 * @param text plain text
 */
public record Paragraph(String text) implements Fragment {

    @Override
    public String html() {
        return "<p>" + Html.escape(text) + "</p>";
    }
}
