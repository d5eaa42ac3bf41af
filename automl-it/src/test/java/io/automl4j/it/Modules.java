package io.automl4j.it;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A module: a package and what it may lean on.
 *
 * @param name the package below {@code io.automl4j}
 * @param ours the modules that it may use
 * @param theirs packages of the libraries that it owns
 */
record Modules(String name, List<String> ours, List<String> theirs) {
    private static final String ROOT = "io.automl4j.";
    /** The platform, and annotations that leave no trace at run time. */
    private static final List<String> EVERYWHERE = List.of("java..", "org.jspecify..", "com.google.auto.service..");

    /** The arrows; whoever adds a module adds a line. */
    static final List<Modules> ALL = List.of(
            new Modules("api", List.of(), List.of()),
            new Modules("model", List.of("api"), List.of("com.fasterxml.jackson.core..")),
            new Modules("search", List.of("api"), List.of("io.jenetics..")),
            new Modules(
                    "learners",
                    List.of("api", "model"),
                    List.of("ml.dmlc..", "io.github.metarank..", "com.fasterxml.jackson.core..")),
            new Modules("neural", List.of("api", "model"), List.of("org.bytedeco..")),
            new Modules("dl4j", List.of("api", "model", "neural"), List.of("org.deeplearning4j..", "org.nd4j..")),
            new Modules("onnx", List.of("api", "model"), List.of("ai.onnx.proto..", "com.google.protobuf..")),
            new Modules("smile", List.of("api", "model"), List.of("smile..")),
            new Modules("meta", List.of("api", "search"), List.of("com.fasterxml.jackson.core..")),
            new Modules("ensemble", List.of("api", "model"), List.of()),
            new Modules(
                    "tabular",
                    List.of("api", "model", "search", "ensemble", "meta"),
                    List.of("de.siegmar.fastcsv..", "javax.sql..")),
            new Modules("report", List.of(), List.of("com.fasterxml.jackson.core..")),
            new Modules(
                    "cli",
                    List.of("api", "model", "meta", "tabular", "onnx"),
                    List.of("picocli..", "me.tongfei..", "sun.misc..")),
            new Modules("testkit", List.of("api", "model"), List.of("org.junit..", "org.assertj..")));

    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.automl4j");

    String packages() {
        return ROOT + name + "..";
    }

    String[] allowed() {
        List<String> allowed = new ArrayList<>(EVERYWHERE);
        allowed.add(packages());
        ours.forEach(module -> allowed.add(ROOT + module + ".."));
        allowed.addAll(theirs);
        return allowed.toArray(String[]::new);
    }

    @Override
    public String toString() {
        return name;
    }
}
