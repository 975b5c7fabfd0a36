package dev.lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shows that each rule of the architecture can fail, by code made up to break it. */
class RulesBiteTest {
    /**
     * Code that breaks a rule.
     *
     * @param rule the field's name
     * @param sources whole source files; each begins with its qualified class name
     */
    record Breach(String rule, List<String> sources) {
        @Override
        public String toString() {
            return rule + " " + sources.hashCode();
        }
    }

    @TempDir
    Path folder;

    static Stream<Breach> breaches() {
        return Breaches.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void aRuleFailsOnCodeThatBreaksIt(Breach breach) throws IOException {
        ArchRule rule = rule(breach.rule());
        JavaClasses made = new ClassFileImporter().importPath(compile(breach.sources()));

        var result = rule.evaluate(made);

        assertTrue(result.hasViolation(), rule.getDescription());
        assertTrue(rule.getDescription().contains("because"), rule.getDescription());
    }

    @Test
    void noRuleIsWithoutABreach() {
        Set<String> rules = new TreeSet<>();
        for (Class<?> type : List.of(ArchitectureTest.class, ScreensTest.class, CodeTest.class)) {
            Stream.of(type.getDeclaredFields())
                    .filter(field -> field.getType() == ArchRule.class)
                    .map(Field::getName)
                    .forEach(rules::add);
        }
        Set<String> broken = new TreeSet<>(breaches().map(Breach::rule).toList());

        assertEquals(rules, broken);
        assertFalse(rules.isEmpty());
    }

    private static ArchRule rule(String name) {
        for (Class<?> type : List.of(ArchitectureTest.class, ScreensTest.class, CodeTest.class)) {
            try {
                return (ArchRule) type.getDeclaredField(name).get(null);
            } catch (NoSuchFieldException e) {
                continue;
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("no rule " + name);
    }

    private Path compile(List<String> sources) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-nowarn", "-d", folder.resolve("classes").toString()));
        for (String source : sources) {
            String name = source.lines().findFirst().orElseThrow();
            Path file = folder.resolve(name.replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    "package " + name.substring(0, name.lastIndexOf('.')) + ";\n" + source.substring(name.length()));
            arguments.add(file.toString());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        var files = compiler.getStandardFileManager(null, null, null);
        boolean compiled = compiler.getTask(
                        said,
                        files,
                        null,
                        arguments.subList(0, 4),
                        null,
                        files.getJavaFileObjectsFromStrings(arguments.subList(4, arguments.size())))
                .call();
        assertTrue(compiled, said.toString());
        return folder.resolve("classes");
    }
}
