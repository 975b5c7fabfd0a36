package dev.lockstep.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.lockstep.remote.Trouble;
import dev.lockstep.sync.check.Checked;
import dev.lockstep.sync.check.Readings;
import dev.lockstep.sync.plan.Contact;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.vault.Remote;
import dev.lockstep.words.BriefTrouble;
import dev.lockstep.words.FailureWords;
import dev.lockstep.words.Text;
import dev.lockstep.words.sync.BannerWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a look at remotes found: a heading for each with a few lines below it, or JSON. */
record CheckLines(SyncPlace place, Looked looked, Plan plan) {
    /** So many names of each kind are told to people. */
    private static final int NAMED = 20;

    void lines(Output output, int open) throws IOException {
        for (Map.Entry<Remote, Checked> one : looked.checked().entrySet()) {
            output.line(place.heading(one.getKey().id()));
            for (String line : told(one.getKey(), one.getValue())) {
                output.line("  " + line);
            }
            output.line("");
        }
        output.line(Text.of("cli.check.open", open));
    }

    private List<String> told(Remote remote, Checked checked) {
        List<String> told = new ArrayList<>();
        told.add(list(remote, checked));
        if (checked instanceof Checked.Listed) {
            contact(remote).ifPresent(contact -> told.addAll(named(contact)));
            BannerWords words = new BannerWords(place.spelling());
            plan.banners().stream()
                    .filter(banner -> banner.remote().equals(remote.id()))
                    .forEach(banner -> told.add(words.of(banner, place.shown(remote.id()))));
        }
        readings(remote).ifPresent(readings -> told.add(read(readings)));
        return told;
    }

    /** What came of the list. */
    private String list(Remote remote, Checked checked) {
        return switch (checked) {
            case Checked.Listed listed ->
                contact(remote)
                        .map(contact -> Text.of(
                                "sync.details.contact",
                                contact.ours().size(),
                                contact.unknown().size(),
                                contact.clashes().size()))
                        .orElseGet(() -> Text.of("cli.check.listed", listed.count()));
            case Checked.Incomplete incomplete ->
                Text.of(
                        "cli.check.incomplete",
                        incomplete
                                .trouble()
                                .map(trouble -> place.advice(remote.id(), trouble))
                                .orElseGet(() -> Text.of("cli.check.setback", BannerWords.setback(incomplete.why()))));
            case Checked.Paused paused -> Text.of("sync.banner.paused", place.shown(remote.id()));
            case Checked.Unkept unkept -> {
                FailureWords words = FailureWords.of(unkept.failure());
                yield Text.of("cli.check.unkept", words.what(), words.advice());
            }
        };
    }

    /** What is missing there, and on first contact what is. */
    private List<String> named(Contact contact) {
        List<String> told = new ArrayList<>();
        if (!contact.missing().isEmpty()) {
            told.add(Text.of("cli.check.missing", names(contact.missing())));
        }
        if (contact.first() && !contact.unknown().isEmpty()) {
            told.add(Text.of("cli.check.unknown", names(contact.unknown())));
        }
        if (contact.first() && !contact.clashes().isEmpty()) {
            told.add(Text.of("cli.check.clashes", names(contact.clashes())));
        }
        return told;
    }

    private String names(List<String> names) {
        String told = names.stream().limit(NAMED).map(place.spelling()::name).collect(Collectors.joining(", "));
        return names.size() > NAMED ? Text.of("cli.check.more", told, names.size() - NAMED) : told;
    }

    private String read(Readings readings) {
        int read = readings.read().size();
        if (readings.unread().isEmpty()) {
            return Text.of("cli.check.read", read);
        }
        Map<String, Trouble> unread = new TreeMap<>(readings.unread());
        String why = unread.entrySet().stream()
                .limit(NAMED)
                .map(one -> Text.of(
                        "cli.check.unread.one", place.spelling().name(one.getKey()), BriefTrouble.of(one.getValue())))
                .collect(Collectors.joining(", "));
        return Text.of("cli.check.unread", read, unread.size(), why);
    }

    private Optional<Contact> contact(Remote remote) {
        return plan.contacts().stream()
                .filter(contact -> contact.remote().equals(remote.id()))
                .findFirst();
    }

    private Optional<Readings> readings(Remote remote) {
        return Optional.ofNullable(looked.readings().get(remote.id()));
    }

    void json(Output output, int open) throws IOException {
        output.object(json -> {
            Output.array(json, "remotes", List.copyOf(looked.checked().entrySet()), this::members);
            json.writeNumberField("open", open);
        });
    }

    private void members(JsonGenerator json, Map.Entry<Remote, Checked> one) throws IOException {
        Remote remote = one.getKey();
        json.writeStringField("name", remote.name());
        json.writeStringField("result", Terms.of(one.getValue()));
        if (one.getValue() instanceof Checked.Listed listed) {
            json.writeNumberField("secrets", listed.count());
        } else {
            json.writeNullField("secrets");
        }
        Optional<Contact> contact = contact(remote).filter(known -> one.getValue() instanceof Checked.Listed);
        Output.texts(json, "ours", contact.map(Contact::ours).orElse(List.of()));
        Output.texts(json, "missing", contact.map(Contact::missing).orElse(List.of()));
        Output.texts(json, "unknown", contact.map(Contact::unknown).orElse(List.of()));
        Output.texts(json, "clashes", contact.map(Contact::clashes).orElse(List.of()));
        if (readings(remote).isPresent()) {
            json.writeNumberField("read", readings(remote).get().read().size());
        } else {
            json.writeNullField("read");
        }
        List<String> unread = readings(remote).stream()
                .flatMap(readings -> readings.unread().keySet().stream().sorted())
                .toList();
        Output.texts(json, "unread", unread);
        json.writeStringField("message", String.join("\n", told(remote, one.getValue())));
    }
}
