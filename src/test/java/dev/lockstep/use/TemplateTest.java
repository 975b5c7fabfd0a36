package dev.lockstep.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.cleartext.SecretValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is a reference in a text, and what comes in its place. */
class TemplateTest {
    @Test
    void referencesGiveWayToValuesAndNothingElseChanges() throws Exception {
        assertEquals(
                "a=one b=one\tc=two;{x} }} { }",
                filled("a={{ A }} b={{A}}\tc={{ c/B }};{x} }} { }", Map.of("A", "one", "c/B", "two")));
    }

    @Test
    void fourBracesAreTwo() throws Exception {
        assertEquals("{{ A }} {{one}}", filled("{{{{ A }}}} {{{{{{ A }}}}}}", Map.of("A", "one")));
    }

    @Test
    void aStandingReferenceEndsWhereNoneCanGoOn() throws Exception {
        assertEquals(
                "x: \"one\" <two>",
                filled(
                        "x: \"lockstep://Acme%2C%20prod/API_KEY\" <lockstep://a/b/c.d>",
                        Map.of("lockstep://Acme%2C%20prod/API_KEY", "one", "lockstep://a/b/c.d", "two")));
        assertEquals("see lockstep:// here", filled("see lockstep:// here", Map.of()));
    }

    @Test
    void whatIsPutInIsNotLookedAtAgain() throws Exception {
        assertEquals("{{ B }}lockstep://x/y{{{{", filled("{{ A }}", Map.of("A", "{{ B }}lockstep://x/y{{{{")));
    }

    @Test
    void everyFaultIsToldWithItsLine() {
        try (Template template = template("ok\n{{ A\n\n{{ }}\nlockstep://x\n{{ B }}")) {
            assertEquals(
                    List.of(
                            new Template.Fault(2, Template.Fault.Kind.OPEN),
                            new Template.Fault(4, Template.Fault.Kind.NO_NAME),
                            new Template.Fault(5, Template.Fault.Kind.NO_NAME)),
                    template.faults());
            assertEquals(6, template.uses().getFirst().line());
            assertThrows(
                    IllegalStateException.class,
                    () -> template.fill(
                            reference -> SecretValue.taking(new byte[0]), Form.RAW, new ByteArrayOutputStream()));
        }
    }

    @Test
    void bracesWithASlashMeanANameFirstAndThenACollection() {
        try (Template template = template("{{ Git/Hub/token }}")) {
            assertEquals(
                    List.of(
                            new Reference.Reading(Optional.empty(), "Git/Hub/token"),
                            new Reference.Reading(Optional.of("Git"), "Hub/token"),
                            new Reference.Reading(Optional.of("Git/Hub"), "token")),
                    template.uses().getFirst().reference().readings());
        }
    }

    @Test
    void percentStandsForBytes() {
        assertEquals(
                List.of(new Reference.Reading(Optional.of("Ä/b"), "a b/c")),
                Reference.standing("lockstep://%C3%84%2Fb/a%20b/c")
                        .orElseThrow()
                        .readings());
        for (String broken : List.of(
                "lockstep://a/%",
                "lockstep://a/%4", "lockstep://a/%ff", "lockstep://a/", "lockstep:///b", "http://a/b")) {
            assertEquals(Optional.empty(), Reference.standing(broken), broken);
        }
    }

    @Test
    void eachFormTakesWhatItCanHoldAndWritesItSo() throws Exception {
        assertEquals("\\\"\\\\\\n\\u0001ä", filled("{{ A }}", Map.of("A", "\"\\\n\u0001ä"), Form.JSON));
        assertEquals("'a'\\''b$c\n'", filled("{{ A }}", Map.of("A", "a'b$c\n"), Form.SHELL));
        byte[] odd = {(byte) 0xff};
        assertEquals(
                List.of(true, false, true), List.of(Form.RAW.takes(odd), Form.JSON.takes(odd), Form.SHELL.takes(odd)));
        assertEquals(
                List.of(true, true, false),
                List.of(Form.RAW.takes(new byte[1]), Form.JSON.takes(new byte[1]), Form.SHELL.takes(new byte[1])));
    }

    @Test
    void tooManyReferencesAreAFault() {
        try (Template template = template("{{A}}".repeat(Template.MAX_REFERENCES + 2))) {
            assertEquals(
                    Template.Fault.Kind.TOO_MANY, template.faults().getFirst().kind());
        }
    }

    @Test
    void moreThanCanBeMeantIsNotWritten() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Template template = template("{{A}}".repeat(257));
                SecretValue value = SecretValue.taking(new byte[SecretValue.MAX_SIZE])) {
            assertThrows(Template.TooLargeException.class, () -> template.fill(reference -> value, Form.RAW, out));
        }
        assertEquals(0, out.size());
    }

    /** Texts made of pieces whose meaning is known. */
    @Test
    void randomTextsComeOutAsTheirPiecesSay() throws Exception {
        Random random = new Random(7);
        Map<String, String> values =
                new HashMap<>(Map.of("A", "{{B}}", "b/B", "x\ny", "lockstep://c/d", "", "Ä ö", "}}"));
        Map<String, String> pieces =
                new HashMap<>(Map.of("{{{{", "{{", "}}}}", "}}", "\n", "\n", " { ", " { ", "{}", "{}"));
        pieces.putAll(Map.of("lockstep:/", "lockstep:/", "ä\0 ", "ä\0 ", "l", "l"));
        values.forEach((name, value) -> pieces.put(
                name.startsWith("lock") ? "<" + name + ">" : "{{ " + name + " }}",
                name.startsWith("lock") ? "<" + value + ">" : value));
        List<String> all = new ArrayList<>(pieces.keySet());
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            StringBuilder expected = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                String piece = all.get(random.nextInt(all.size()));
                text.append(piece).append('.');
                expected.append(pieces.get(piece)).append('.');
            }
            assertEquals(expected.toString(), filled(text.toString(), values), text.toString());
        }
    }

    private static Template template(String text) {
        return Template.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String filled(String text, Map<String, String> values) throws Exception {
        return filled(text, values, Form.RAW);
    }

    private static String filled(String text, Map<String, String> values, Form form) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, SecretValue> secrets = new HashMap<>();
        values.forEach((name, value) -> secrets.put(name, SecretValue.taking(value.getBytes(StandardCharsets.UTF_8))));
        try (Template template = template(text)) {
            assertEquals(List.of(), template.faults(), text);
            template.fill(reference -> secrets.get(reference.written()), form, out);
        } finally {
            secrets.values().forEach(SecretValue::close);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
