package dev.lockstep.ui.remotes;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.naming.NameMapping;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.ContractField;
import dev.lockstep.remote.ContractField.Role;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.sync.Connections;
import dev.lockstep.sync.FieldProblem;
import dev.lockstep.sync.Practice;
import dev.lockstep.vault.Remote;
import dev.lockstep.vault.RemoteDetails;
import dev.lockstep.vault.SecretCollection;
import dev.lockstep.words.VendorWords;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What is filled in for a new remote, or for one that is changed. */
final class RemoteForm {
    private final VendorContract contract;
    private final Optional<Remote> base;
    private final boolean practice;
    private final Use use;
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<SecretCollection> collection = new SimpleObjectProperty<>();
    private final ObjectProperty<NameMapping> mapping = new SimpleObjectProperty<>();
    private final StringProperty prefix = new SimpleStringProperty("");
    private final Map<String, StringProperty> settings = new LinkedHashMap<>();
    private final Map<String, Credential> credentials = new LinkedHashMap<>();
    private final Optional<String> practiceAt;
    private final Filled first;

    /** What can be compared to tell whether anything was changed. */
    private record Filled(
            String name,
            SecretCollection collection,
            NameMapping mapping,
            String prefix,
            Map<String, String> settings) {}

    private RemoteForm(
            VendorContract contract,
            Optional<Remote> base,
            SecretCollection collection,
            Optional<Connection> practice) {
        this.contract = contract;
        this.base = base;
        this.use = new Use(contract, base);
        this.practice = practice.isPresent();
        this.collection.set(collection);
        Optional<RemoteDetails> details = base.map(Remote::details);
        String vendor = VendorWords.name(contract.vendor());
        name.set(details.map(RemoteDetails::name).orElse(this.practice ? VendorWords.practice(vendor) : vendor));
        mapping.set(details.map(RemoteDetails::mapping).orElse(contract.names().mapping()));
        prefix.set(details.map(RemoteDetails::prefix).orElse(""));
        for (ContractField field : contract.fields()) {
            if (field.role() == Role.CREDENTIAL) {
                boolean held = base.map(Remote::credentials).orElse(Set.of()).contains(field.id());
                credentials.put(field.id(), new Credential(field, held));
            } else {
                Optional<String> text = practice.map(Connection::settings)
                        .or(() -> details.map(RemoteDetails::settings))
                        .map(filled -> filled.get(field.id()));
                settings.put(field.id(), new SimpleStringProperty(text.orElse(field.initial())));
            }
        }
        practice.ifPresent(this::take);
        boolean known = this.practice || base.map(Practice::isFor).orElse(false);
        practiceAt = known ? Optional.of(setting("address").get()) : Optional.empty();
        first = filled();
    }

    private void take(Connection given) {
        credentials.forEach(
                (id, credential) -> given.credential(id).map(SecretValue::copy).ifPresent(credential::take));
    }

    /** For a new remote. */
    static RemoteForm fresh(VendorContract contract, SecretCollection collection) {
        return new RemoteForm(contract, Optional.empty(), collection, Optional.empty());
    }

    /** For a new remote to a practice vault, which stays the caller's to close. */
    static RemoteForm practising(VendorContract contract, SecretCollection collection, Connection practice) {
        return new RemoteForm(contract, Optional.empty(), collection, Optional.of(practice));
    }

    /** For a remote that is there. */
    static RemoteForm of(VendorContract contract, Remote base, SecretCollection collection) {
        return new RemoteForm(contract, Optional.of(base), collection, Optional.empty());
    }

    private Filled filled() {
        return new Filled(name.get(), collection.get(), mapping.get(), prefix.get(), texts());
    }

    /** Whether anything was changed. */
    boolean changed() {
        boolean typed = credentials.values().stream()
                .anyMatch(credential -> credential.editsProperty().get() > 0);
        return practice || typed || use.changed() || !first.equals(filled());
    }

    VendorContract contract() {
        return contract;
    }

    Vendor vendor() {
        return contract.vendor();
    }

    /** The remote that is changed. */
    Optional<Remote> base() {
        return base;
    }

    /** Whether it leads to a practice vault. */
    boolean practice() {
        return practice;
    }

    Use use() {
        return use;
    }

    StringProperty nameProperty() {
        return name;
    }

    ObjectProperty<SecretCollection> collectionProperty() {
        return collection;
    }

    ObjectProperty<NameMapping> mappingProperty() {
        return mapping;
    }

    StringProperty prefixProperty() {
        return prefix;
    }

    /** The fields but the credentials, by their ids. */
    StringProperty setting(String id) {
        return settings.getOrDefault(id, new SimpleStringProperty(""));
    }

    List<Credential> credentials() {
        return List.copyOf(credentials.values());
    }

    /** Whether a credential belongs to the way of signing in that is chosen. */
    boolean asks(ContractField field) {
        return switch (field.id()) {
            case "token" -> setting("auth").get().equals("token");
            case "role-id", "secret-id" -> setting("auth").get().equals("approle");
            default -> true;
        };
    }

    /** Whether there is no connection without a credential: where there is a choice of them, without those chosen. */
    boolean needs(ContractField field) {
        return asks(field) && (field.required() || settings.containsKey("auth"));
    }

    Optional<FieldProblem> nameProblem() {
        String typed = name.get().strip();
        return typed.isEmpty()
                ? Optional.of(FieldProblem.EMPTY)
                : typed.length() > RemoteDetails.MAX_NAME ? Optional.of(FieldProblem.TOO_LONG) : Optional.empty();
    }

    Optional<FieldProblem> problem(ContractField field) {
        Credential credential = credentials.get(field.id());
        return credential == null
                ? FieldProblem.of(field, setting(field.id()).get())
                : asks(field) ? credential.problem(needs(field)) : Optional.empty();
    }

    /** Whether it can be tried. */
    boolean reachable() {
        return contract.fields().stream().allMatch(field -> problem(field).isEmpty());
    }

    /** Whether it can be saved. */
    boolean complete() {
        return reachable() && nameProblem().isEmpty() && prefix.get().length() <= RemoteDetails.MAX_PREFIX;
    }

    /** What is filled in, beside settings that only a later version of this program knows. */
    RemoteDetails details() {
        Map<String, String> tidy = tidy();
        String place = Connections.place(contract, tidy);
        Map<String, String> all = new HashMap<>();
        base.ifPresent(remote -> all.putAll(remote.details().settings()));
        all.keySet().removeAll(settings.keySet());
        all.remove(Practice.MARK);
        all.putAll(tidy);
        return new RemoteDetails(name.get().strip(), place, mapping.get(), prefix.get(), all);
    }

    Map<String, String> tidy() {
        return Connections.tidy(contract, texts());
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        settings.forEach((id, text) -> texts.put(id, text.get()));
        if (practiceAt.equals(Optional.of(setting("address").get()))) {
            texts.put(Practice.MARK, Practice.MARK);
        }
        return texts;
    }

    /** The credentials that were typed, each to be closed by the caller. */
    Map<String, SecretValue> typed() throws CharacterCodingException {
        Map<String, SecretValue> typed = new HashMap<>();
        for (Credential credential : asked()) {
            credential.typed().ifPresent(value -> typed.put(credential.field().id(), value));
        }
        return typed;
    }

    /** The credentials that stay as they are in the vault, those that only a later version of this program knows among them. */
    Set<String> kept() {
        Set<String> kept = new HashSet<>(base.map(Remote::credentials).orElse(Set.of()));
        kept.removeAll(credentials.keySet());
        asked().stream()
                .filter(credential -> credential.keptProperty().get())
                .forEach(credential -> kept.add(credential.field().id()));
        return kept;
    }

    private List<Credential> asked() {
        return credentials.values().stream()
                .filter(credential -> asks(credential.field()))
                .toList();
    }

    /** Wipes what was typed. */
    void close() {
        credentials.values().forEach(Credential::close);
    }
}
