package dev.lockstep.ui.secrets;

import dev.lockstep.sync.plan.State;
import dev.lockstep.sync.plan.Whereabouts;
import dev.lockstep.ui.kit.Discretion;
import dev.lockstep.ui.kit.states.Sign;
import dev.lockstep.words.Ago;
import dev.lockstep.words.Text;
import dev.lockstep.words.sync.StateWords;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is said of how a secret stands at remotes. */
final class MarkWords {
    private final Clock clock;
    private final Discretion discretion;
    private final StateWords states;

    MarkWords(SecretsViewModel.Habits habits) {
        clock = habits.clock();
        discretion = habits.discretion();
        states = new StateWords(clock);
    }

    String name(Mark mark) {
        return discretion.line(mark.name());
    }

    /** The name that it has there. */
    String there(Whereabouts where) {
        return discretion.line(where.there());
    }

    String state(Mark mark) {
        return mark.where()
                .map(where -> states.of(where.state()))
                .orElseGet(() -> mark.sign().words());
    }

    /** In so few words that they fit beside a name; when it was checked is told, all other dates are not. */
    String brief(Mark mark) {
        return mark.where()
                .map(Whereabouts::state)
                .map(state -> state instanceof State.VerifiedEqual
                        ? states.of(state)
                        : Sign.of(state).words())
                .orElseGet(() -> mark.sign().words());
    }

    /** What shows how it stands, after the state itself where that says more than its few words do. */
    String why(Mark mark, Whereabouts where) {
        String evidence = states.evidence(where.state());
        return state(mark).equals(brief(mark)) ? evidence : Text.of("secrets.remotes.why.told", state(mark), evidence);
    }

    /** The remote and the state. */
    String line(Mark mark) {
        return Text.of("secrets.remotes.line", name(mark), state(mark));
    }

    /** One line for each. */
    String lines(List<Mark> marks) {
        return String.join("\n", marks.stream().map(this::line).toList());
    }

    /** All of them for a screen reader. */
    String spoken(List<Mark> marks) {
        return String.join(
                "; ",
                marks.stream()
                        .map(mark -> Text.of("secrets.remotes.line", Discretion.spoken(name(mark)), state(mark)))
                        .toList());
    }

    /** When the value was last sent to a remote or read there, in few characters and exactly. */
    CellText known(List<Mark> marks) {
        Optional<Instant> latest = marks.stream()
                .flatMap(mark -> mark.where().stream())
                .flatMap(where -> where.known().stream())
                .max(Comparator.naturalOrder());
        return latest.map(this::known).orElseGet(() -> CellText.of(Text.of("secrets.never")));
    }

    /** How long ago, as part of a sentence. */
    String since(Instant when) {
        return Ago.since(when, clock.instant());
    }

    CellText known(Instant when) {
        return new CellText(Ago.of(when, clock.instant()), Ago.exact(when, clock.getZone()));
    }
}
