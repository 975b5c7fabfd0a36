package dev.lockstep.ui.sync;

import dev.lockstep.model.RemoteId;
import dev.lockstep.sync.plan.Contact;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What stands at the remotes as it is shown: at one of them at a time. */
final class ThereList {
    private final List<Contact> contacts;
    private final ObjectProperty<Optional<RemoteId>> chosen = new SimpleObjectProperty<>(Optional.empty());

    ThereList(List<Contact> contacts) {
        this.contacts = contacts;
    }

    /** Of every remote whose last list was whole. */
    List<Contact> contacts() {
        return contacts;
    }

    /** The remote that was asked for, if any was. */
    ObjectProperty<Optional<RemoteId>> chosenProperty() {
        return chosen;
    }

    /** What is shown: what was asked for, else a first contact, else the first of all; empty if there is none. */
    Optional<Contact> shown() {
        return contacts.stream()
                .filter(contact -> chosen.get().filter(contact.remote()::equals).isPresent())
                .findFirst()
                .or(() -> contacts.stream().filter(Contact::first).findFirst())
                .or(() -> contacts.stream().findFirst());
    }

    /** Takes over what was shown before. */
    void as(ThereList before) {
        chosen.set(before.chosen.get());
    }
}
