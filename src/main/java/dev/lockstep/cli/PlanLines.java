package dev.lockstep.cli;

import dev.lockstep.model.RemoteId;
import dev.lockstep.sync.plan.Banner;
import dev.lockstep.sync.plan.Choice;
import dev.lockstep.sync.plan.Contact;
import dev.lockstep.sync.plan.Filter;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.transfer.PlanExport;
import dev.lockstep.vault.Remote;
import dev.lockstep.words.Text;
import dev.lockstep.words.sync.BannerWords;
import dev.lockstep.words.sync.OperationWords;
import dev.lockstep.words.sync.PlanWords;
import dev.lockstep.words.sync.ReasonWords;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plan for people: what is to be said of each remote, then a line for each row that is not unchanged, by operation; no value. Scripts read
 * {@link #json}, which does not change with the words. Names are made legible wherever the output goes, since a log is read on a terminal, too.
 */
final class PlanLines {
    private final SyncPlace place;
    private final Plan plan;
    private final RowWords names;
    private final ReasonWords reasons;

    PlanLines(SyncPlace place, Plan plan) {
        this.place = place;
        this.plan = plan;
        this.names = new RowWords(place);
        this.reasons = new ReasonWords(place.spelling());
    }

    /** What a script reads, as {@link PlanExport} has it. */
    void json(Output output) throws IOException {
        output.lines(new PlanExport(plan, new Terms(place::name)).text(PlanExport.Format.JSON));
    }

    /** What somebody else looks at before it is applied, with every row, as the window exports it. */
    void markdown(Output output) throws IOException {
        output.lines(
                new PlanExport(plan, new PlanWords(place::name, place.spelling())).text(PlanExport.Format.MARKDOWN));
    }

    void lines(Output output) throws IOException {
        for (RemoteId remote : remotes()) {
            List<String> about = about(remote);
            List<Row> rows = plan.rows(remote).stream()
                    .filter(this::isShown)
                    .sorted(Comparator.comparing(Row::operation))
                    .toList();
            if (!about.isEmpty() || !rows.isEmpty()) {
                output.line(place.heading(remote));
                for (String each : about) {
                    output.line("  " + each);
                }
                Lined lined = new Lined("  ", rows.stream().map(this::parts).toList());
                for (Row row : rows) {
                    output.line(lined.line(parts(row)));
                }
                output.line("");
            }
        }
        long left = plan.rows().stream().filter(PlanLines::isLeft).count();
        String summary = OperationWords.summary(plan.summary());
        output.line(left > 0 ? Text.of("cli.plan.left.count", summary, left) : summary);
        if (plan.rows().stream().anyMatch(row -> !choices(row).isEmpty())) {
            output.line(Text.of("cli.plan.decide"));
        }
        if (plan.banners().stream().anyMatch(Banner.EmptyListing.class::isInstance)) {
            output.line(Text.of("cli.plan.emptied"));
        }
    }

    /** In the order in which remotes are listed. */
    private List<RemoteId> remotes() {
        return place.remotes().stream()
                .map(Remote::id)
                .filter(plan.remotes()::contains)
                .toList();
    }

    /** Rows of a remote that nobody could list are told by what is said of the remote. */
    private boolean isShown(Row row) {
        return Filter.OPEN.accepts(row)
                || Filter.BLOCKED.accepts(row)
                || (Filter.UNCHECKED.accepts(row) && !isMute(row.key().remote()));
    }

    private boolean isMute(RemoteId remote) {
        return plan.banners().stream()
                .anyMatch(banner -> banner.remote().equals(remote)
                        && (banner instanceof Banner.ListingFailed || banner instanceof Banner.NeverListed));
    }

    private List<String> about(RemoteId remote) {
        BannerWords words = new BannerWords(place.spelling());
        String name = place.shown(remote);
        Stream<String> banners = plan.banners().stream()
                .filter(banner -> banner.remote().equals(remote))
                .map(banner -> words.of(banner, name));
        Stream<String> first = plan.contacts().stream()
                .filter(contact -> contact.remote().equals(remote) && isNews(contact))
                .map(contact -> BannerWords.first(contact, name));
        return Stream.concat(banners, first).toList();
    }

    private static boolean isNews(Contact contact) {
        return contact.first()
                && !(contact.unknown().isEmpty() && contact.clashes().isEmpty());
    }

    private List<String> parts(Row row) {
        String operation = isLeft(row) ? Text.of("cli.plan.left") : OperationWords.of(row.operation());
        Stream<String> warnings = row.warnings().stream().map(reasons::of);
        Stream<String> why = Stream.concat(Stream.of(reasons.of(row.reason())), warnings);
        return List.of(
                operation,
                names.here(row),
                names.there(row),
                Stream.concat(why, decision(row).stream()).collect(Collectors.joining(" ")));
    }

    /** Whether something could be done and is not to be. */
    private static boolean isLeft(Row row) {
        return row.operation().action().isPresent() && !row.ticked();
    }

    private static Optional<String> decision(Row row) {
        List<String> choices = choices(row);
        return choices.isEmpty()
                ? Optional.empty()
                : Optional.of(Text.of("cli.plan.choices", String.join(", ", choices)));
    }

    /** What the user may say of a row that is not to be applied as it stands. */
    private static List<String> choices(Row row) {
        if (row.ticked()) {
            return List.of();
        }
        return Stream.of(Choice.values())
                .filter(choice -> choice != Choice.SKIP && Resolutions.isOffered(row, choice))
                .map(Resolutions::word)
                .toList();
    }
}
