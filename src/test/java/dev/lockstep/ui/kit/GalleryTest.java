package dev.lockstep.ui.kit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.Styles;
import dev.lockstep.cleartext.SecretValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

/** A picture of all parts side by side, for people to judge. */
class GalleryTest extends ToolkitTest {
    private static final String PEM =
            "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7\t\n"
                    + "O0l1I|B8S5 漢字 e\u0301 \uD83D\uDE80\u00A0x\u200By  \r\n-----END PRIVATE KEY-----\n";

    @Test
    void allPartsAreWrittenAsPictures() {
        Screens.write("kit-gallery", GalleryTest::gallery, 980, 900);
        Screens.write("kit-sheet", GalleryTest::sheet, 900, 600);
        assertTrue(Files.exists(Path.of("target", "screens", "kit-gallery-light.png")));
        assertTrue(Files.exists(Path.of("target", "screens", "kit-gallery-dark.png")));
    }

    private static Parent gallery() {
        VBox left = new VBox(16, fields(), areas());
        VBox right = new VBox(16, words(), labels(), buttons());
        HBox.setHgrow(left, Priority.ALWAYS);
        right.setMinWidth(400);
        HBox columns = new HBox(24, left, right);
        columns.getStyleClass().add("screen");
        VBox.setVgrow(columns, Priority.ALWAYS);
        VBox page = new VBox(toolbar(), columns, statusBar());
        ToastPane toasts = new ToastPane(page);
        toasts.show(Toast.of("Copied STRIPE_API_KEY. Clears in 20 s"));
        toasts.show(Toast.of("Moved 3 secrets to the trash.", "Undo", () -> {}, Duration.ofSeconds(10)));
        return toasts;
    }

    private static Node toolbar() {
        TextField search = new TextField();
        search.setPromptText("Search names, tags, notes");
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox bar = new HBox(search, Icon.button(Feather.PLUS, "New"), Icon.button(Feather.LOCK, "Lock"));
        bar.getStyleClass().add("toolbar");
        return bar;
    }

    private static Node fields() {
        GridPane form = new GridPane();
        form.getStyleClass().add("form");
        TextField plain = new TextField("A usual field");
        SecretField empty = new SecretField();
        empty.setPrompt("Master password");
        SecretField masked = field("correct horse battery staple");
        SecretField revealed = field("pa55\u00A0w0rd!O0l1I ");
        revealed.revealedProperty().set(true);
        SecretField disabled = field("x");
        disabled.setDisable(true);
        row(form, 0, "Usual", plain);
        row(form, 1, "Empty", empty);
        row(form, 2, "Masked", masked);
        row(form, 3, "Revealed", revealed);
        row(form, 4, "Disabled", disabled);
        return card("Secret fields", form);
    }

    private static void row(GridPane form, int row, String name, Region field) {
        GridPane.setHgrow(field, Priority.ALWAYS);
        field.setMaxWidth(Double.MAX_VALUE);
        form.addRow(row, new Label(name), field);
    }

    private static SecretField field(String text) {
        SecretField field = new SecretField();
        field.load(value(text));
        return field;
    }

    private static SecretValue value(String text) {
        return SecretValue.taking(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Node areas() {
        SecretArea revealed = new SecretArea();
        revealed.load(value(PEM));
        revealed.revealedProperty().set(true);
        revealed.setPrefHeight(170);
        SecretArea masked = new SecretArea();
        masked.load(value(PEM));
        SecretArea empty = new SecretArea();
        empty.setPrompt("Value, exactly as the vendor gave it");
        return card("Secret areas", new VBox(8, revealed, masked, empty));
    }

    private static Node words() {
        Label title = styled("STRIPE_API_KEY", "title");
        Label subtitle = styled("Acme, production", "subtitle");
        Label hint = styled("32 characters, no edge whitespace", "hint");
        HBox chips = new HBox(
                4,
                styled("usual", "chip"),
                styled("Hooklistener", "chip", "chip-ok"),
                styled("Mixpeek", "chip", "chip-warn"),
                styled("Hookpulse", "chip", "chip-bad"));
        Label error = styled("The name is taken in this collection.", "error-text");
        Label warn = styled("The value ends with a space.", "warn-text");
        Label ok = styled("Very strong", "ok-text");
        return card("Words", new VBox(4, title, subtitle, hint, error, warn, ok, chips));
    }

    private static Label styled(String text, String... classes) {
        Label label = new Label(text);
        label.getStyleClass().addAll(classes);
        return label;
    }

    private static Node labels() {
        SecretLabel masked = new SecretLabel();
        SecretLabel shown = new SecretLabel();
        shown.show(value("sk_live_51HqLyjWDarjtT1zdp7dcO0l1I|B8S5Z2+/=aVeryLongValueThatWraps"));
        SecretLabel empty = new SecretLabel();
        empty.showEmpty();
        SecretLabel binary = new SecretLabel();
        binary.show(SecretValue.taking(new byte[] {(byte) 0xFF, 1, 2}));
        return card("Secret labels", new VBox(8, masked, shown, empty, binary));
    }

    private static Node buttons() {
        Button primary = new Button("Create vault");
        primary.getStyleClass().add(Styles.ACCENT);
        Button usual = new Button("Open vault", Icon.of(Feather.FOLDER));
        Button danger = new Button("Delete forever");
        danger.getStyleClass().addAll(Styles.DANGER, Styles.BUTTON_OUTLINED);
        HBox first = new HBox(8, primary, usual, danger);
        ComboBox<String> choice = new ComboBox<>();
        choice.getItems().add("20 s");
        choice.getSelectionModel().selectFirst();
        CheckBox check = new CheckBox("Lock when the screen locks");
        check.setSelected(true);
        HBox second = new HBox(8, choice, check);
        second.setAlignment(Pos.CENTER_LEFT);
        return card("Controls", new VBox(8, first, second));
    }

    private static Node statusBar() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button clear = new Button("Clear now");
        clear.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        HBox bar =
                new HBox(new Label("Copied STRIPE_API_KEY, clears in 14 s"), clear, gap, new Label("Locks in 9 min"));
        bar.getStyleClass().add("status-bar");
        return bar;
    }

    private static Node card(String name, Node content) {
        VBox card = new VBox(8, styled(name, "section"), content);
        card.getStyleClass().add("card");
        return card;
    }

    private static Parent sheet() {
        StackPane host =
                new StackPane(new VBox(card("Behind", new SecretField()), card("Also", new CheckBox("Behind"))));
        VBox content = new VBox(12, styled("New secret", "title"), field("abc"), new Button("Save"));
        content.getStyleClass().add("screen");
        content.setPrefWidth(480);
        Sheet.over(host, content);
        return host;
    }
}
