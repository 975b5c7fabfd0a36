package dev.lockstep.ui.kit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.text.Font;

/** The monospaced face, the first of a list that this computer has. */
final class Fonts {
    private static final String MONO = firstOf(List.of(
            "JetBrains Mono", "Cascadia Code", "SF Mono", "Menlo", "Consolas", "DejaVu Sans Mono", "Liberation Mono"));

    private Fonts() {}

    static Font mono(double size) {
        return Font.font(MONO, size);
    }

    /** A style sheet, as a data URI, for the class {@code mono}: a style sheet file cannot name several faces. */
    static String stylesheet() {
        String rule = ".mono { -fx-font-family: \"" + MONO + "\"; }";
        byte[] bytes = rule.getBytes(StandardCharsets.UTF_8);
        return "data:text/css;charset=utf-8;base64," + Base64.getEncoder().encodeToString(bytes);
    }

    private static String firstOf(List<String> wanted) {
        Set<String> installed = new HashSet<>(Font.getFamilies());
        return wanted.stream().filter(installed::contains).findFirst().orElse("Monospaced");
    }
}
