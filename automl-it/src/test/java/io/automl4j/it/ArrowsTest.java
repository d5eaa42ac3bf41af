package io.automl4j.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

final class ArrowsTest {
    static final List<Modules> MODULES = Modules.ALL;

    @Test
    void thereIsSomethingToLookAt() {
        assertThat(Modules.CLASSES).hasSizeGreaterThan(100);
        Set<String> seen = new TreeSet<>();
        for (JavaClass type : Modules.CLASSES) {
            seen.add(
                    type.getPackageName().replaceFirst("^io\\.automl4j\\.?", "").replaceFirst("\\..*", ""));
        }
        Set<String> known = new TreeSet<>(MODULES.stream().map(Modules::name).toList());
        known.addAll(List.of("benchmarks", "examples"));
        assertThat(known).containsAll(seen);
        assertThat(seen).containsAll(MODULES.stream().map(Modules::name).toList());
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("MODULES")
    void modulesLeanOnlyOnWhatTheyMay(Modules module) {
        classes()
                .that()
                .resideInAPackage(module.packages())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(module.allowed())
                .check(Modules.CLASSES);
    }

    @Test
    void modulesFormNoCycles() {
        slices().matching("io.automl4j.(*)..").should().beFreeOfCycles().check(Modules.CLASSES);
    }

    @Test
    void theConductorKnowsNoReaders() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.automl4j.tabular.conduct..",
                        "io.automl4j.tabular.validation..",
                        "io.automl4j.tabular.lint..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.automl4j.tabular.read..", "de.siegmar.fastcsv..")
                .check(Modules.CLASSES);
    }
}
