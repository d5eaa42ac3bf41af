package io.automl4j.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A chart, drawn by Chart.js from the data inside the page.
 *
 * @param form bars, points or lines
 * @param title what it shows
 * @param x the label of the horizontal axis
 * @param y the label of the vertical axis
 * @param series what is drawn
 */
public record Chart(Form form, String title, String x, String y, List<Series> series) implements Fragment {

    /** Forms of charts. */
    public enum Form {
        /** A bar for each point of the first series; the label of a point names it. */
        BARS,
        /** Points; both axes are linear. */
        POINTS,
        /** Points joined as steps; the horizontal axis is logarithmic. */
        STEPS
    }

    /**
     * Points that belong together.
     *
     * @param name for the legend
     * @param points the points
     */
    public record Series(String name, List<Point> points) {

        /** Copies the points. */
        public Series {
            points = List.copyOf(points);
        }
    }

    /**
     * A point.
     *
     * @param x where
     * @param y how much
     * @param label shown beside the pointer
     */
    public record Point(double x, double y, String label) {}

    private static final List<String> COLOURS =
            List.of("#1b6ca8", "#d1495b", "#2e8b57", "#8e6bbf", "#c98a1b", "#4f5d6b", "#17a2a2", "#a05195");

    /** Copies the series. */
    public Chart {
        series = List.copyOf(series);
    }

    @Override
    public String html() {
        // within a script element only "</" could end it
        return "<figure><figcaption>%s</figcaption><div class=\"chart\"><canvas></canvas><script type=\"application/json\">%s</script></div></figure>"
                .formatted(Html.escape(title), json().replace("</", "<\\/"));
    }

    private String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("type", form == Form.BARS ? "bar" : form == Form.POINTS ? "scatter" : "line");
            json.writeObjectFieldStart("data");
            if (form == Form.BARS) {
                json.writeArrayFieldStart("labels");
                for (Point point : series.get(0).points()) {
                    json.writeString(point.label());
                }
                json.writeEndArray();
            }
            json.writeArrayFieldStart("datasets");
            for (int i = 0; i < series.size(); i++) {
                write(json, series.get(i), COLOURS.get(i % COLOURS.size()));
            }
            json.writeEndArray();
            json.writeEndObject();
            writeOptions(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("A string cannot be written to.", e);
        }
        return text.toString();
    }

    private void write(JsonGenerator json, Series one, String colour) throws IOException {
        json.writeStartObject();
        json.writeStringField("label", one.name());
        json.writeStringField("borderColor", colour);
        json.writeStringField("backgroundColor", colour);
        if (form == Form.STEPS) {
            json.writeStringField("stepped", "before");
            json.writeNumberField("pointRadius", 0);
        }
        json.writeArrayFieldStart("data");
        for (Point point : one.points()) {
            if (form == Form.BARS) {
                json.writeNumber(point.y());
            } else {
                json.writeStartObject();
                json.writeNumberField("x", point.x());
                json.writeNumberField("y", point.y());
                json.writeStringField("label", point.label());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeOptions(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("options");
        json.writeBooleanField("maintainAspectRatio", false);
        json.writeBooleanField("animation", false);
        json.writeObjectFieldStart("scales");
        axis(json, "x", x, form == Form.BARS ? "category" : form == Form.STEPS ? "logarithmic" : "linear");
        axis(json, "y", y, "linear");
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void axis(JsonGenerator json, String name, String label, String type) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("type", type);
        json.writeObjectFieldStart("title");
        json.writeBooleanField("display", true);
        json.writeStringField("text", label);
        json.writeEndObject();
        json.writeEndObject();
    }
}
