package dev.lockstep.words.sync;

import dev.lockstep.naming.NameProblem;
import dev.lockstep.sync.plan.Reason;
import dev.lockstep.sync.plan.Warning;
import dev.lockstep.words.NameWords;
import dev.lockstep.words.Text;
import java.util.List;
import java.util.stream.Collectors;

/** Why a row is what it is, in plain sentences. */
public final class ReasonWords {
    /** So many rivals are named. */
    private static final int NAMED = 3;

    private final Spelling spelling;

    public ReasonWords(Spelling spelling) {
        this.spelling = spelling;
    }

    /** In whole sentences. */
    public String of(Reason reason) {
        return switch (reason) {
            case Reason.New fresh -> Text.of("sync.reason.new");
            case Reason.ChangedHere changed -> Text.of("sync.reason.changed-here");
            case Reason.ChangedThere changed -> Text.of("sync.reason.changed-there");
            case Reason.ChangedBoth changed -> Text.of("sync.reason.changed-both");
            case Reason.GoneThere gone -> Text.of("sync.reason.gone-there");
            case Reason.GoneBoth gone -> Text.of("sync.reason.gone-both");
            case Reason.DeletedHere deleted ->
                deleted.emptied() ? Text.of("sync.reason.deleted-here.emptied") : Text.of("sync.reason.deleted-here");
            case Reason.SameOnBothSides same -> Text.of("sync.reason.same");
            case Reason.NothingChanged nothing -> Text.of("sync.reason.nothing-changed");
            case Reason.OnlyThere only -> Text.of("sync.reason.only-there");
            case Reason.NeverKnown never -> Text.of("sync.reason.never-known");
            case Reason.Unconfirmed unconfirmed -> Text.of("sync.reason.unconfirmed");
            case Reason.OutcomeUnknown unknown -> StateWords.sent(unknown.action(), spelling.exact(unknown.sent()));
            case Reason.Unknowable unknowable -> Text.of("sync.reason.unknowable", StateWords.why(unknowable.why()));
            case Reason.ReadFirst read -> Text.of("sync.reason.read-first");
            case Reason.TakenThere taken ->
                taken.restorable() ? Text.of("sync.reason.taken.restorable") : Text.of("sync.reason.taken");
            case Reason.Collides collides -> collides(collides.rivals());
            case Reason.BadName bad -> Text.of("sync.reason.bad-name", problems(bad.problems()));
            case Reason.BadPrefix bad -> Text.of("sync.reason.bad-prefix", problems(bad.problems()));
            case Reason.ValueTooLong value -> Text.of("sync.reason.too-long", value.characters(), value.most());
            case Reason.ValueTooShort value ->
                value.characters() == 0
                        ? Text.of("sync.reason.empty")
                        : Text.of("sync.reason.too-short", value.characters(), value.least());
            case Reason.ValueNotText value -> Text.of("sync.reason.not-text");
            case Reason.ValueUnreadable value -> Text.of("sync.reason.unreadable");
            case Reason.NoUpdate none -> Text.of("sync.reason.no-update");
            case Reason.NoDelete none -> Text.of("sync.reason.no-delete");
            case Reason.DeletionsOff off -> Text.of("sync.reason.deletions-off");
            case Reason.PullOnly pull -> Text.of("sync.reason.pull-only");
            case Reason.PulledFirst pulled -> Text.of("sync.reason.pulled-first");
            case Reason.OtherCollection other -> Text.of("sync.reason.other-collection");
            case Reason.NameTakenHere taken -> Text.of("sync.reason.taken-here");
            case Reason.BadNameHere bad -> Text.of("sync.reason.bad-name-here", problems(bad.problems()));
        };
    }

    /** What to know of a row that can be applied all the same. */
    public String of(Warning warning) {
        return switch (warning) {
            case Warning.MoreBytes more -> Text.of("sync.warning.more-bytes", more.bytes(), more.limit());
            case Warning.NamedOtherwise named ->
                Text.of("sync.warning.named-otherwise", spelling.name(named.wouldBe()));
        };
    }

    private String collides(List<Reason.Rival> rivals) {
        String named = rivals.stream().limit(NAMED).map(this::rival).collect(Collectors.joining(", "));
        return rivals.size() > NAMED
                ? Text.of("sync.reason.collides.more", named, rivals.size() - NAMED)
                : Text.of("sync.reason.collides", named);
    }

    private String rival(Reason.Rival rival) {
        String name = spelling.name(rival.name());
        if (rival.owns()) {
            return rival.trashed() ? Text.of("sync.rival.owner.trashed", name) : Text.of("sync.rival.owner", name);
        }
        return rival.trashed() ? Text.of("sync.rival.trashed", name) : name;
    }

    private static String problems(List<NameProblem> problems) {
        return problems.stream().map(NameWords::problem).collect(Collectors.joining("; "));
    }
}
