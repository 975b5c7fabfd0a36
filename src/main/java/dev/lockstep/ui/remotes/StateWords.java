package dev.lockstep.ui.remotes;

import dev.lockstep.remote.RemoteVault.Greeting;
import dev.lockstep.sync.Check;
import dev.lockstep.words.Ago;
import dev.lockstep.words.BriefTrouble;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The words for what is known of a remote. */
final class StateWords {
    private StateWords() {}

    /** In the list. */
    static String of(RemoteRow row, Clock clock) {
        return switch (row.state()) {
            case RowState.Paused paused -> Text.of("remotes.state.paused");
            case RowState.Ended ended -> Text.of("remotes.state.ended");
            case RowState.Checking checking -> Text.of("remotes.state.checking");
            case RowState.Unchecked unchecked -> Text.of("remotes.state.unchecked");
            case RowState.Welcomed welcomed -> Text.of("remotes.state.checked", ago(welcomed.check(), clock));
            case RowState.Refused refused ->
                Text.of(
                        "remotes.state.troubled",
                        BriefTrouble.of(refused.check().trouble()),
                        ago(refused.check(), clock));
        };
    }

    private static String ago(Check check, Clock clock) {
        return Ago.since(check.when(), clock.instant());
    }

    /** Who we are there, where, and with which rights, in one line each. */
    static List<String> welcome(Greeting greeting) {
        List<String> lines = new ArrayList<>();
        lines.add(greeting.account()
                .map(account -> Text.of("remotes.welcome.account", Legible.line(account)))
                .orElseGet(() -> Text.of("remotes.welcome.no-account")));
        lines.add(greeting.scope()
                .map(scope -> Text.of("remotes.welcome.scope", Legible.line(scope)))
                .orElseGet(() -> Text.of("remotes.welcome.no-scope")));
        lines.add(
                switch (greeting.rights()) {
                    case READS -> Text.of("remotes.welcome.reads");
                    case READS_AND_WRITES -> Text.of("remotes.welcome.writes");
                    case READS_ONLY -> Text.of("remotes.welcome.reads-only");
                });
        return lines;
    }
}
