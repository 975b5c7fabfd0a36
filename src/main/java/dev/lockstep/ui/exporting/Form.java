package dev.lockstep.ui.exporting;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.model.KdfParameters;
import dev.lockstep.transfer.export.ExportFormat;
import dev.lockstep.transfer.export.ExportFormat.Need;
import dev.lockstep.transfer.export.ExportFormat.Objection;
import dev.lockstep.transfer.export.ExportOptions;
import dev.lockstep.ui.kit.credentials.NewPassword;
import dev.lockstep.ui.kit.credentials.UnlockCost;
import dev.lockstep.vault.OpenVault;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What is said before an export: which secrets, in which format, under which passphrase or name, to which file. */
final class Form {
    private final ExportViewModel.Surroundings around;
    private final List<Choice> choices;
    private final ObjectProperty<Choice> choice;
    private final ObjectProperty<ExportFormat> format;
    private final Target target;
    private final NewPassword passphrase;
    private final StringProperty objectName = new SimpleStringProperty("");
    private final StringProperty namespace = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper();
    private @Nullable UnlockCost cost;

    Form(ExportViewModel.Surroundings around, ExportViewModel.Start start) {
        this.around = around;
        choices = choices(around.vault(), start);
        choice = new SimpleObjectProperty<>(choices.getFirst());
        format = new SimpleObjectProperty<>(around.formats().getFirst());
        target = new Target(start.folder(), around.today());
        passphrase = new NewPassword(around.background(), around.random());
        choice.subscribe(this::propose);
        format.subscribe(this::propose);
        objectName.subscribe(this::judge);
        namespace.subscribe(this::judge);
        target.pathProperty().subscribe(this::judge);
        passphrase.fitProperty().subscribe(this::judge);
        propose();
    }

    /** The one to propose first. */
    private static List<Choice> choices(OpenVault vault, ExportViewModel.Start start) {
        List<Choice> choices = new ArrayList<>();
        Choice.Selected selected = new Choice.Selected(start.selected());
        List<Choice> collections = new ArrayList<>();
        vault.collections().all().forEach(one -> collections.add(new Choice.InCollection(one)));
        Choice shown = collections.stream()
                .filter(one -> start.shown().filter(one::lists).isPresent())
                .findFirst()
                .orElseGet(() -> start.shown().map(Choice::of).orElse(new Choice.All()));
        if (selected.count(vault.catalog()) > 1) {
            choices.add(selected);
        }
        choices.add(shown);
        if (selected.count(vault.catalog()) == 1) {
            choices.add(selected);
        }
        collections.stream().filter(one -> !one.equals(shown)).forEach(choices::add);
        if (!shown.equals(new Choice.All())) {
            choices.add(new Choice.All());
        }
        return choices;
    }

    List<Choice> choices() {
        return choices;
    }

    int count(Choice one) {
        return one.count(around.vault().catalog());
    }

    ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    List<ExportFormat> formats() {
        return around.formats();
    }

    ObjectProperty<ExportFormat> formatProperty() {
        return format;
    }

    Target target() {
        return target;
    }

    /** What a sealed file will open with. */
    NewPassword passphrase() {
        return passphrase;
    }

    StringProperty objectNameProperty() {
        return objectName;
    }

    StringProperty namespaceProperty() {
        return namespace;
    }

    boolean needs(Need need) {
        return format.get().needs().contains(need);
    }

    /** What is wrong with what was typed; a passphrase is judged where it is typed. */
    Set<Objection> objections() {
        Set<Objection> found = EnumSet.noneOf(Objection.class);
        found.addAll(format.get().objections(told()));
        found.remove(Objection.NO_PASSPHRASE);
        return found;
    }

    /** Whether everything is said. */
    ReadOnlyBooleanProperty completeProperty() {
        return complete.getReadOnlyProperty();
    }

    /**
     * Hands over what the format is told, maybe later; its passphrase is the receiver's to close. Nothing happens if the passphrase is no text.
     */
    void withOptions(Consumer<ExportOptions> then) {
        if (!needs(Need.PASSPHRASE)) {
            then.accept(told());
            return;
        }
        try {
            Passphrase typed = Passphrase.of(passphrase.password());
            measured().whenKnown(found -> then.accept(ExportOptions.sealedWith(typed, found)));
        } catch (CharacterCodingException e) {
            judge();
        }
    }

    private ExportOptions told() {
        return new ExportOptions(
                Optional.empty(),
                KdfParameters.DEFAULT,
                objectName.get().strip(),
                namespace.get().strip());
    }

    private UnlockCost measured() {
        UnlockCost known = cost;
        if (known == null) {
            known = new UnlockCost(around.cost(), around.background());
            cost = known;
        }
        return known;
    }

    private void propose() {
        target.propose(
                ExportWords.fileName(choice.get(), around.vault().name()),
                format.get().ending());
        if (needs(Need.PASSPHRASE)) {
            measured();
        }
        judge();
    }

    private void judge() {
        boolean sealed = !needs(Need.PASSPHRASE) || passphrase.fitProperty().get();
        complete.set(sealed && objections().isEmpty() && target.file().isPresent() && count(choice.get()) > 0);
    }
}
