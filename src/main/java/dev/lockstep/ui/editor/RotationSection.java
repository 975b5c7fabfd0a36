package dev.lockstep.ui.editor;

import dev.lockstep.ui.kit.FieldLimit;
import dev.lockstep.ui.kit.NumberSpinner;
import dev.lockstep.words.Text;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The day by which a new value is due, with common spans one click away, and the lead time. */
final class RotationSection {
    private final RotationPart part;
    private final DatePicker day = new DatePicker();
    private final Spinner<Integer> lead = NumberSpinner.between(0, RotationPart.MAX_LEAD, 0);
    private final Label past = new Label(Text.of("editor.rotate.past"));
    private final VBox renewal = new VBox();
    private final VBox root;

    RotationSection(RotationPart part) {
        this.part = part;
        FieldLimit.on(day.getEditor(), FieldLimit.LINE);
        day.setConverter(new IsoDay());
        day.setPromptText(Text.of("editor.rotate.prompt"));
        day.setPrefWidth(152);
        day.valueProperty().bindBidirectional(part.rotateByProperty());
        lead.setId("lead-days");
        lead.setPrefWidth(96);
        lead.getValueFactory().valueProperty().bindBidirectional(part.leadDaysProperty());
        past.getStyleClass().add("warn-text");
        part.rotateByProperty().addListener((property, before, now) -> judge());
        judge();
        HBox days = new HBox(4, day);
        for (int span : RotationPart.QUICK_DAYS) {
            days.getChildren().add(quick(Text.of("editor.rotate.days", span), () -> part.in(span)));
        }
        days.getChildren().add(quick(Text.of("editor.rotate.never"), part::never));
        Label unit = new Label(Text.of("editor.rotate.lead.unit"));
        unit.getStyleClass().add("subtitle");
        HBox ahead = new HBox(8, lead, unit);
        ahead.setAlignment(Pos.CENTER_LEFT);
        VBox left = Labelled.above(Text.of("editor.field.rotate-by"), day, days, past);
        HBox line = new HBox(24, left, Labelled.above(Text.of("editor.rotate.lead"), lead, ahead));
        root = new VBox(4, line, renewal);
        part.renewalProperty().subscribe(this::tell);
    }

    Node root() {
        return root;
    }

    private static Button quick(String words, Runnable action) {
        Button button = new Button(words);
        button.setOnAction(event -> action.run());
        button.setMinWidth(Button.USE_PREF_SIZE);
        return button;
    }

    private void tell(Renewal now) {
        renewal.getChildren()
                .setAll(
                        switch (now) {
                            case Renewal.None none -> List.of();
                            case Renewal.Moved moved -> List.of(moved(moved));
                            case Renewal.Unmoved unmoved ->
                                List.of(Message.warning(
                                        Text.of(
                                                "editor.rotate.unmoved",
                                                unmoved.former().toString()),
                                        null));
                        });
    }

    private Node moved(Renewal.Moved moved) {
        Button keep = Message.fix(Text.of("editor.rotate.keep", moved.former().toString()), part::keep);
        keep.setId("keep-rotate-by");
        return Message.note(Text.of("editor.rotate.moved", moved.days()), keep);
    }

    private void judge() {
        past.setVisible(part.past());
        past.setManaged(part.past());
    }

    /** Takes over what is typed but not confirmed yet. */
    void commit() {
        LocalDate typed = day.getConverter().fromString(day.getEditor().getText());
        if (typed != null || day.getEditor().getText().isEmpty()) {
            day.setValue(typed);
        }
        NumberSpinner.commit(lead);
    }

    /** Dates as YYYY-MM-DD, which no locale reads differently. */
    private static final class IsoDay extends StringConverter<LocalDate> {
        @Override
        public String toString(@Nullable LocalDate day) {
            return day == null ? "" : day.toString();
        }

        @Override
        public @Nullable LocalDate fromString(@Nullable String text) {
            try {
                return text == null || text.isEmpty() ? null : LocalDate.parse(text.strip());
            } catch (DateTimeParseException e) {
                return null;
            }
        }
    }
}
