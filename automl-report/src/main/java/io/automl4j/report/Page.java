package io.automl4j.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of one file: it needs no server, no network and no second file.
 *
 * @param title the title
 * @param sections headed parts, in order
 */
public record Page(String title, List<Section> sections) {
    private static final String LIBRARY = "/META-INF/resources/webjars/chart.js/4.4.9/dist/chart.umd.js";

    /**
     * A headed part.
     *
     * @param heading its heading
     * @param fragments what it holds
     */
    public record Section(String heading, List<Fragment> fragments) {

        /** Copies the list. */
        public Section {
            fragments = List.copyOf(fragments);
        }
    }

    /** Copies the list. */
    public Page {
        sections = List.copyOf(sections);
    }

    /**
     * A page without sections.
     *
     * @param title the title
     * @return the page
     */
    public static Page titled(String title) {
        return new Page(title, List.of());
    }

    /**
     * This page with a further section.
     *
     * @param heading its heading
     * @param fragments what it holds
     * @return a longer page
     */
    public Page with(String heading, Fragment... fragments) {
        List<Section> more = new ArrayList<>(sections);
        more.add(new Section(heading, List.of(fragments)));
        return new Page(title, more);
    }

    /**
     * The page as HTML.
     *
     * @return a whole document
     */
    public String html() {
        StringBuilder body = new StringBuilder();
        for (Section section : sections) {
            body.append("<section><h2>").append(Html.escape(section.heading())).append("</h2>");
            section.fragments().forEach(fragment -> body.append(fragment.html()).append('\n'));
            body.append("</section>\n");
        }
        // no format strings: the library is full of per cent signs
        return resource("page.html")
                .replace("{title}", Html.escape(title))
                .replace("{style}", resource("page.css"))
                .replace("{body}", body)
                .replace("{script}", resource("page.js"))
                .replace("{library}", resource(LIBRARY));
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The class path lacks %s.".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read.".formatted(name), e);
        }
    }
}
