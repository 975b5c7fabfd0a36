package dev.lockstep;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callCodeUnitWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.NullMarked;

/** How classes are written, whatever they do. */
@AnalyzeClasses(packages = "dev.lockstep", importOptions = ImportOption.DoNotIncludeTests.class)
class CodeTest {
    private static final String APP = "dev.lockstep.app..";
    private static final int MAX_PARAMETERS = 5;

    @ArchTest
    static final ArchRule THREADS_ARE_MADE_IN_APP = noClasses()
            .that()
            .resideOutsideOfPackage(APP)
            .should(callCodeUnitWhere(describe("something makes a thread", CodeTest::makesThreads)))
            .orShould()
            .beAssignableTo(Thread.class)
            .because("work that nobody handed an executor to cannot be cancelled, nor run at once in a test");

    @ArchTest
    static final ArchRule NO_STANDARD_STREAMS = noClasses()
            .that()
            .resideOutsideOfPackages(APP, "dev.lockstep.cli..")
            .should(ACCESS_STANDARD_STREAMS)
            .because("a window has no console, and what is printed there may hold what nobody should read");

    @ArchTest
    static final ArchRule STATIC_FIELDS_ARE_FINAL = fields().that()
            .areStatic()
            .and()
            .doNotHaveName("$VALUES")
            .should()
            .beFinal()
            .because("state that belongs to nobody cannot be wiped when a vault is locked");

    @ArchTest
    static final ArchRule CONSTRUCTORS_ARE_SHORT = constructors()
            .that()
            .areDeclaredInClassesThat(describe("are no records", type -> !type.isRecord()))
            .should(be(describe(
                    "given at most " + MAX_PARAMETERS + " things", made -> parameters(made) <= MAX_PARAMETERS)))
            .because("what needs more is two classes; a record is data and may be wide");

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED = classes()
            .that()
            .doNotHaveSimpleName("module-info")
            .should(be(describe(
                    "in a package with @NullMarked in its package-info.java",
                    type -> type.getPackage().isAnnotatedWith(NullMarked.class))))
            .because("only there does the compiler refuse a null that nobody announced");

    @ArchTest
    static final ArchRule PLAINTEXT_IS_NEVER_GIVEN_AS_TEXT = methods()
            .that()
            .areDeclaredInClassesThat(resideInAPackage("dev.lockstep.cleartext.."))
            .and()
            .doNotHaveName("toString")
            .should()
            .notHaveRawReturnType(
                    describe("text", type -> type.isEquivalentTo(String.class) || type.isEquivalentTo(char[].class)))
            .because("a String cannot be wiped, so the way to one must not be a method away");

    @ArchTest
    static final ArchRule TEXT_IS_MADE_OF_BYTES_IN_ONE_PLACE = noClasses()
            .that(resideInAnyPackage("dev.lockstep.ui..", "dev.lockstep.cleartext.."))
            .and()
            .doNotHaveSimpleName("InsecureText")
            .should(callCodeUnitWhere(describe("a String is made of bytes or characters", CodeTest::makesText)))
            .because("the class that turns a secret into a String is named for the danger, to be found and reviewed");

    @ArchTest
    static final ArchRule CASE_HAS_A_LOCALE = noClasses()
            .should()
            .callMethod(String.class, "toUpperCase")
            .orShould()
            .callMethod(String.class, "toLowerCase")
            .because("in a Turkish locale the capital of i is not I");

    @ArchTest
    static final ArchRule NAMES_SAY_SOMETHING = noClasses()
            .should()
            .haveNameMatching(".*[a-z0-9](Manager|Helper|Utils?|Impl|Base)|.*\\.Abstract\\w+")
            .because("such a name says that nobody found out what the class is");

    @ArchTest
    static void everyClassIsLookedAt(JavaClasses looked) throws IOException {
        Path compiled = Path.of("target/classes");
        try (var files = Files.walk(compiled)) {
            long expected = files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("module-info.class"))
                    .count();
            assertEquals(expected, looked.stream().filter(CodeTest::isNoModule).count());
            assertTrue(expected > 100, "only " + expected + " classes are there to be looked at");
        }
    }

    private static boolean isNoModule(JavaClass type) {
        return !type.getSimpleName().equals("module-info");
    }

    private static boolean makesThreads(JavaCall<?> call) {
        CodeUnitCallTarget target = call.getTarget();
        JavaClass owner = target.getOwner();
        if (owner.isEquivalentTo(Executors.class) || owner.isEquivalentTo(ThreadFactory.class)) {
            return true;
        }
        if (owner.isEquivalentTo(CompletableFuture.class)) {
            return target.getName().endsWith("Async")
                    && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Executor.class));
        }
        if (owner.isEquivalentTo(Thread.class)) {
            return Set.of("<init>", "startVirtualThread", "ofVirtual", "ofPlatform")
                    .contains(target.getName());
        }
        return target.getName().equals("<init>")
                && (owner.isAssignableTo(Executor.class) || owner.isAssignableTo("java.util.Timer"));
    }

    private static boolean makesText(JavaCall<?> call) {
        CodeUnitCallTarget target = call.getTarget();
        return target.getOwner().isEquivalentTo(String.class)
                && Set.of("<init>", "valueOf", "copyValueOf").contains(target.getName())
                && target.getRawParameterTypes().stream().anyMatch(JavaClass::isArray);
    }

    /** Without those that the compiler adds: name and ordinal of an enum, the surroundings of an inner class. */
    private static int parameters(JavaConstructor constructor) {
        JavaClass owner = constructor.getOwner();
        if (owner.isAnonymousClass() || owner.isLocalClass()) {
            return 0;
        }
        int all = constructor.getRawParameterTypes().size();
        return owner.isEnum() ? all - 2 : all - (owner.isInnerClass() ? 1 : 0);
    }
}
