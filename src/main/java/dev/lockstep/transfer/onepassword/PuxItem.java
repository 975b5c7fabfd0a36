package dev.lockstep.transfer.onepassword;

import dev.lockstep.transfer.ForeignItem;
import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportProblem.Kind;
import dev.lockstep.transfer.Place;
import java.io.IOException;

/**
 * One item. An archived one is taken, with a tag that says so; one from the bin is not. Times, ids and the strength of the password that
 * 1Password made out are not counted as things that somebody entered.
 */
final class PuxItem implements AutoCloseable {
    private static final String ACTIVE = "active";
    private static final String ARCHIVED = "archived";

    private final PuxJson json;
    private final Attached attached;
    private final ForeignItem item = new ForeignItem();
    private boolean binned;

    PuxItem(PuxJson json, Attached attached) {
        this.json = json;
        this.attached = attached;
    }

    void read() throws IOException, ImportException, InterruptedException {
        json.object(this::member);
    }

    private void member(String name) throws IOException, ImportException, InterruptedException {
        switch (name) {
            // before version 3 there is one object more
            case "item" -> read();
            case "overview" -> json.object(this::overview);
            case "details" -> json.object(this::details);
            case "file" -> json.object(this::file);
            case "state" -> state(json.text().orElse(ACTIVE));
            case "trashed" -> binned |= json.flag();
            default -> json.skip();
        }
    }

    private void state(String state) {
        binned |= !state.equals(ACTIVE) && !state.equals(ARCHIVED);
        item.tag(Thing.TAG, state.equals(ARCHIVED) ? ARCHIVED : "");
    }

    private void overview(String name) throws IOException, ImportException, InterruptedException {
        switch (name) {
            case "title" -> json.text().ifPresent(item::title);
            case "url" -> address();
            case "urls" -> json.array(() -> json.object(this::url));
            case "tags" -> json.array(() -> json.text().ifPresent(tag -> item.tag(Thing.TAG, tag)));
            default -> json.skip();
        }
    }

    private void url(String name) throws IOException {
        if (name.equals("url")) {
            address();
        } else {
            json.skip();
        }
    }

    private void address() throws IOException {
        json.text().filter(text -> !text.isEmpty()).ifPresent(item::address);
    }

    private void details(String name) throws IOException, ImportException, InterruptedException {
        switch (name) {
            case "loginFields" -> json.array(() -> new PuxLoginField(json, item).read());
            case "sections" -> json.array(() -> new PuxSection(json, item, attached).read());
            case "notesPlain" -> item.note(json.secret());
            case "password" -> item.password(json.secret());
            case "documentAttributes" -> new PuxFile(json, item, attached).read();
            case "passwordHistory" -> json.array(() -> left(Thing.FORMER_VALUE, Kind.FORMER_VALUE, ""));
            case "passkey" -> left(Thing.PASSKEY, Kind.NO_PLACE_FOR_IT, "Passkey");
            default -> left(Thing.OTHER, Kind.NO_PLACE_FOR_IT, name);
        }
    }

    private void left(Thing thing, Kind kind, String label) throws IOException {
        if (!json.skipNull()) {
            json.skip();
            item.lose(thing, kind, label);
        }
    }

    private void file(String name) throws IOException, ImportException, InterruptedException {
        if (name.equals("attrs")) {
            new PuxFile(json, item, attached).read();
        } else {
            json.skip();
        }
    }

    void give(Gathering gathering, String vault) {
        item.tag(Thing.FOLDER, vault);
        Place place = Place.of(vault.isEmpty() ? item.title() : vault + "/" + item.title());
        if (binned) {
            item.leaveOut(gathering, place, Kind.IN_THE_BIN);
        } else {
            item.give(gathering, place);
        }
    }

    @Override
    public void close() {
        item.close();
    }
}
