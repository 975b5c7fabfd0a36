package dev.lockstep.ui.kit;

import javafx.scene.control.Spinner;
import javafx.scene.control.TextFormatter;

/** A spinner of whole numbers that takes digits only and never holds nothing. */
public final class NumberSpinner {
    /** Whatever is pasted, so much of it is searched for digits. */
    private static final int LOOKED_AT = 64;

    private NumberSpinner() {}

    /** A spinner from the least to the most; what is typed beyond them becomes the nearest of them. */
    public static Spinner<Integer> between(int least, int most, int now) {
        Spinner<Integer> spinner = new Spinner<>(least, most, now);
        int digits = Integer.toString(most).length();
        spinner.setEditable(true);
        spinner.getEditor().setTextFormatter(new TextFormatter<>(change -> {
            if (change.isContentChange()) {
                keepDigits(change, digits);
            }
            return change;
        }));
        spinner.getEditor().focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                commit(spinner);
            }
        });
        return spinner;
    }

    private static void keepDigits(TextFormatter.Change change, int most) {
        String added = change.getText();
        String kept = added.substring(0, Math.min(added.length(), LOOKED_AT)).replaceAll("[^0-9]", "");
        int room = most - (change.getControlText().length() - (change.getRangeEnd() - change.getRangeStart()));
        String fitting = kept.substring(0, Math.clamp(room, 0, kept.length()));
        if (!fitting.equals(change.getText())) {
            change.setText(fitting);
            change.selectRange(change.getRangeStart() + fitting.length(), change.getRangeStart() + fitting.length());
        }
    }

    /** Takes over what is typed but not confirmed yet; an emptied field goes back to the number that it had. */
    public static void commit(Spinner<Integer> spinner) {
        if (spinner.getEditor().getText().isEmpty()) {
            spinner.getEditor().setText(spinner.getValue().toString());
        }
        spinner.commitValue();
    }
}
