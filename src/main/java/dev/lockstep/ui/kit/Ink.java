package dev.lockstep.ui.kit;

import java.util.List;
import java.util.function.Function;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The colours and the font that style sheets give to drawn text: a node that takes no room and shows nothing. */
final class Ink extends Region {
    private static final StyleablePropertyFactory<Ink> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final Text font = new Text();
    private final StyleableProperty<Paint> letters = paint("letters", "-ink-letters", ink -> ink.letters);
    private final StyleableProperty<Paint> digits = paint("digits", "-ink-digits", ink -> ink.digits);
    private final StyleableProperty<Paint> symbols = paint("symbols", "-ink-symbols", ink -> ink.symbols);
    private final StyleableProperty<Paint> marks = paint("marks", "-ink-marks", ink -> ink.marks);
    private final StyleableProperty<Paint> alarms = paint("alarms", "-ink-alarms", ink -> ink.alarms);
    private final StyleableProperty<Paint> selection = paint("selection", "-ink-selection", ink -> ink.selection);
    private final StyleableProperty<Paint> removed = paint("removed", "-ink-removed", ink -> ink.removed);
    private final StyleableProperty<Paint> removedPart =
            paint("removedPart", "-ink-removed-part", ink -> ink.removedPart);
    private final StyleableProperty<Paint> added = paint("added", "-ink-added", ink -> ink.added);
    private final StyleableProperty<Paint> addedPart = paint("addedPart", "-ink-added-part", ink -> ink.addedPart);
    private final StyleableProperty<Paint> caret = paint("caret", "-ink-caret", ink -> ink.caret);

    /**
     * @param changed called when a style sheet gave another value
     */
    Ink(Runnable changed) {
        getStyleClass().add("ink");
        setManaged(false);
        setMouseTransparent(true);
        getChildren().add(font);
        font.fontProperty().subscribe(changed);
        for (StyleableProperty<Paint> each : List.of(letters, digits, symbols, marks, alarms, selection, caret)) {
            ((javafx.beans.Observable) each).addListener(any -> changed.run());
        }
        for (StyleableProperty<Paint> each : List.of(removed, removedPart, added, addedPart)) {
            ((javafx.beans.Observable) each).addListener(any -> changed.run());
        }
    }

    private StyleableProperty<Paint> paint(String name, String css, Function<Ink, StyleableProperty<Paint>> property) {
        return FACTORY.createStyleablePaintProperty(this, name, css, property, Color.GRAY);
    }

    /** The font of the words around; secret text is drawn in the monospaced face of its size. */
    Font font() {
        return font.getFont();
    }

    Paint letters() {
        return letters.getValue();
    }

    Paint digits() {
        return digits.getValue();
    }

    Paint symbols() {
        return symbols.getValue();
    }

    /** For what stands for something else: bullets, line ends. */
    Paint marks() {
        return marks.getValue();
    }

    /** For what should not be there: spaces at the edge, characters that cannot be seen. */
    Paint alarms() {
        return alarms.getValue();
    }

    Paint selection() {
        return selection.getValue();
    }

    /** Behind lines that only the older of two texts has. */
    Paint removed() {
        return removed.getValue();
    }

    /** Behind what the older of two lines has and the newer one has not. */
    Paint removedPart() {
        return removedPart.getValue();
    }

    /** Behind lines that only the newer of two texts has. */
    Paint added() {
        return added.getValue();
    }

    /** Behind what the newer of two lines has and the older one has not. */
    Paint addedPart() {
        return addedPart.getValue();
    }

    Paint caret() {
        return caret.getValue();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }
}
