package dev.lockstep.ui.secrets;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** One tag and how many of the selected secrets have it, before and after. */
final class TagChoice {
    private final String tag;
    private final State before;
    private final ObjectProperty<State> state;

    TagChoice(String tag, State before, State now) {
        this.tag = tag;
        this.before = before;
        this.state = new SimpleObjectProperty<>(now);
    }

    /** How many of the selected secrets have the tag. */
    enum State {
        NONE,
        SOME,
        ALL
    }

    /** The choice for a tag as it stands. */
    static TagChoice of(String tag, List<? extends List<String>> tagsOfEach) {
        long having = tagsOfEach.stream().filter(tags -> tags.contains(tag)).count();
        State now = having == 0 ? State.NONE : having == tagsOfEach.size() ? State.ALL : State.SOME;
        return new TagChoice(tag, now, now);
    }

    String tag() {
        return tag;
    }

    ObjectProperty<State> state() {
        return state;
    }

    boolean changed() {
        return state.get() != before;
    }
}
