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
 * @param title what it shows
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series what is drawn
 */
public record Chart(String title, Axis x, Axis y, List<Series> series) implements Fragment {

    /**
     * An axis.
     *
     * @param label what it measures
     * @param scale its scale
     */
    public record Axis(String label, Scale scale) {}

    /** Scales of axes. */
    public enum Scale {
        /** Equal steps add. */
        LINEAR,
        /** Equal steps multiply; only positive values are drawn. */
        LOGARITHMIC
    }

    /** How points are drawn. */
    public enum Mark {
        /** A dot for each. */
        DOTS,
        /** A line through them. */
        LINE,
        /** A dashed grey line through them, as of a bound; the pointer does not find it. */
        DASHES
    }

    /**
     * Points that belong together.
     *
     * @param name for the legend
     * @param mark how they are drawn
     * @param points the points, those of a line from left to right
     */
    public record Series(String name, Mark mark, List<Point> points) {

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

    private static final String GREY = "#8a939c";
    /** Told from white and from black paper alike. */
    private static final List<String> COLOURS =
            List.of("#3182c4", "#d9536f", "#379a61", "#9a78d2", "#bf8417", "#71808e", "#1a9999", "#b9609f");

    /** Copies the series. */
    public Chart {
        series = List.copyOf(series);
    }

    @Override
    public String html() {
        // within a script element only "</" could end it
        return "<figure class=\"%s\"><figcaption>%s</figcaption><div class=\"chart\"><canvas role=\"img\" aria-label=\"%2$s\"></canvas><script type=\"application/json\">%s</script></div></figure>"
                .formatted(isComparison() ? "square" : "broad", Html.escape(title), json().replace("</", "<\\/"));
    }

    /** Of two axes of one kind: dots around a bound. */
    private boolean isComparison() {
        return series.stream().anyMatch(one -> one.mark() == Mark.DASHES);
    }

    private String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("type", "scatter");
            json.writeObjectFieldStart("data");
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

    private static void write(JsonGenerator json, Series one, String colour) throws IOException {
        boolean bound = one.mark() == Mark.DASHES;
        json.writeStartObject();
        json.writeStringField("label", one.name());
        json.writeStringField("borderColor", bound ? GREY : colour);
        json.writeStringField("backgroundColor", bound ? GREY : colour);
        if (one.mark() == Mark.DOTS) {
            json.writeNumberField("pointRadius", 4);
        } else {
            json.writeBooleanField("showLine", true);
            json.writeNumberField("pointRadius", 0);
            json.writeNumberField("pointHitRadius", bound ? 0 : 6);
        }
        if (bound) {
            json.writeStringField("pointStyle", "line");
            json.writeFieldName("borderDash");
            json.writeArray(new int[] {6, 4}, 0, 2);
        }
        json.writeArrayFieldStart("data");
        for (Point point : one.points()) {
            json.writeStartObject();
            json.writeNumberField("x", point.x());
            json.writeNumberField("y", point.y());
            json.writeStringField("label", point.label());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeOptions(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("options");
        json.writeBooleanField("maintainAspectRatio", false);
        json.writeBooleanField("animation", false);
        json.writeObjectFieldStart("scales");
        axis(json, "x", x);
        axis(json, "y", y);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void axis(JsonGenerator json, String name, Axis axis) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("type", axis.scale() == Scale.LINEAR ? "linear" : "logarithmic");
        json.writeObjectFieldStart("title");
        json.writeBooleanField("display", true);
        json.writeStringField("text", axis.label());
        json.writeEndObject();
        json.writeEndObject();
    }
}
