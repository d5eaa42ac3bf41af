package io.automl4j.tabular;

/** What this library and its surroundings are called. */
final class Versions {
    private Versions() {}

    static String library() {
        String version = Versions.class.getPackage().getImplementationVersion();
        return version == null ? "(not from a jar)" : version;
    }

    static String runtime() {
        return "Java %s, %s %s"
                .formatted(
                        System.getProperty("java.version"),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"));
    }
}
