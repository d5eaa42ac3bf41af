package io.automl4j.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.io.Externalizable;
import java.io.ObjectInput;
import java.io.ObjectInputStream;
import java.io.ObjectOutput;
import java.io.ObjectOutputStream;
import java.lang.invoke.SerializedLambda;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

final class HabitsTest {
    private static final String[] TERMINALS = {"io.automl4j.cli..", "io.automl4j.examples..", "io.automl4j.benchmarks.."
    };

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = new TreeSet<>();
        for (JavaClass type : Modules.CLASSES) {
            JavaPackage where = type.getPackage();
            if (!where.getName().contains("jmh_generated") && !where.isAnnotatedWith(NullMarked.class)) {
                unmarked.add(where.getName());
            }
        }
        assertThat(unmarked).isEmpty();
    }

    @Test
    void librariesDoNotTalkToTheConsole() {
        noClasses()
                .that()
                .resideOutsideOfPackages(TERMINALS)
                .should(ACCESS_STANDARD_STREAMS)
                .check(Modules.CLASSES);
    }

    @Test
    void chanceComesFromSeeds() {
        noClasses()
                .should()
                .callConstructor(Random.class)
                .orShould()
                .callConstructor(SplittableRandom.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(ThreadLocalRandom.class, "current")
                .orShould()
                .callMethod(Collections.class, "shuffle", List.class)
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .check(Modules.CLASSES);
    }

    @Test
    void timeIsAParameter() {
        noClasses()
                .that()
                .resideOutsideOfPackages(TERMINALS)
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .check(Modules.CLASSES);
    }

    @Test
    void exceptionsSayWhatHappened() {
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(Modules.CLASSES);
    }

    /** A model file is data: nothing that is read may choose what is run. */
    @Test
    void nothingIsSerialisedByJava() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        ObjectInputStream.class,
                        ObjectOutputStream.class,
                        ObjectInput.class,
                        ObjectOutput.class,
                        Externalizable.class,
                        SerializedLambda.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.beans..")
                .check(Modules.CLASSES);
    }

    /** What is in a file can name kinds that this library knows, and no classes. */
    @Test
    void modelsAreReadWithoutReflection() {
        noClasses()
                .that()
                .resideInAPackage("io.automl4j.model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.lang.reflect..", "java.lang.invoke..", "javax.script..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(ClassLoader.class, ServiceLoader.class, ProcessBuilder.class)
                .orShould()
                .callMethod(Class.class, "forName", String.class)
                .check(Modules.CLASSES);
    }
}
