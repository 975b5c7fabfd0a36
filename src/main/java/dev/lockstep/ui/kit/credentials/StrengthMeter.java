package dev.lockstep.ui.kit.credentials;

import dev.lockstep.generate.PasswordStrength;
import dev.lockstep.words.Text;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Says in words how hard a password is to guess, under a bar of four parts that are filled as it gets harder. */
final class StrengthMeter {
    private static final int PARTS = 4;

    private final HBox bar = new HBox(4);
    private final Label words = new Label();
    private final VBox root = new VBox(4, bar, words);

    StrengthMeter() {
        for (int i = 0; i < PARTS; i++) {
            Region part = new Region();
            part.getStyleClass().add("strength-part");
            HBox.setHgrow(part, Priority.ALWAYS);
            bar.getChildren().add(part);
        }
        words.getStyleClass().add("hint");
        words.setWrapText(true);
        words.setMinHeight(32);
        show(Optional.empty());
    }

    Parent root() {
        return root;
    }

    void show(Optional<PasswordStrength> judged) {
        int filled = judged.map(found -> found.meetsPolicy() ? Math.max(1, found.score()) : 1)
                .orElse(0);
        bar.getStyleClass().setAll("strength", "strength-" + filled);
        for (int i = 0; i < PARTS; i++) {
            bar.getChildren().get(i).getStyleClass().setAll("strength-part", i < filled ? "filled" : "open");
        }
        words.setText(judged.map(StrengthMeter::sentence)
                .orElseGet(() -> Text.of("new-password.policy", PasswordStrength.MINIMUM_CHARACTERS)));
    }

    private static String sentence(PasswordStrength judged) {
        if (!judged.meetsPolicy()) {
            return Text.of(
                    "new-password.short",
                    judged.characters(),
                    PasswordStrength.MINIMUM_CHARACTERS - judged.characters());
        }
        String grade = grade(judged.score());
        return judged.warning().map(why -> grade + " " + words(why)).orElse(grade);
    }

    private static String grade(int score) {
        return switch (score) {
            case 0 -> Text.of("strength.none");
            case 1 -> Text.of("strength.weak");
            case 2 -> Text.of("strength.fair");
            case 3 -> Text.of("strength.good");
            default -> Text.of("strength.strong");
        };
    }

    private static String words(PasswordStrength.Warning why) {
        return switch (why) {
            case ROW_OF_KEYS -> Text.of("weak.rowOfKeys");
            case KEYBOARD_PATTERN -> Text.of("weak.keyboardPattern");
            case REPEATED_CHARACTER -> Text.of("weak.repeatedCharacter");
            case REPEATED_PART -> Text.of("weak.repeatedPart");
            case SEQUENCE -> Text.of("weak.sequence");
            case RECENT_YEAR -> Text.of("weak.year");
            case DATE -> Text.of("weak.date");
            case TOP_10_PASSWORD, TOP_100_PASSWORD, COMMON_PASSWORD -> Text.of("weak.common");
            case LIKE_A_COMMON_PASSWORD -> Text.of("weak.likeCommon");
            case SINGLE_WORD -> Text.of("weak.word");
            case SINGLE_NAME, COMMON_NAME -> Text.of("weak.name");
        };
    }
}
