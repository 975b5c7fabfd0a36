package dev.lockstep.ui.policy;

import dev.lockstep.model.VaultException;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.words.FailureWords;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** How many former values a vault keeps and when it asks about its trash; every choice is saved at once. */
public final class PolicyViewModel {
    private static final List<Integer> KEPT = List.of(0, 5, 10, 20, 50, 100, 1000);
    private static final List<Integer> DAYS = List.of(0, 7, 14, 30, 60, 90, 365);

    private final OpenVault vault;
    private final Background background;
    private final Runnable close;
    private final ObjectProperty<Integer> kept;
    private final ObjectProperty<Integer> days;
    private final List<Integer> keptChoices;
    private final List<Integer> dayChoices;
    private final ReadOnlyObjectWrapper<Optional<FailureWords>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Shows what holds in the vault. */
    public PolicyViewModel(OpenVault vault, Background background, Runnable close) {
        this.vault = vault;
        this.background = background;
        this.close = close;
        int keptNow = vault.history().policy().historyKept();
        int daysNow = vault.trash().days();
        keptChoices = with(KEPT, keptNow);
        dayChoices = with(DAYS, daysNow);
        kept = new SimpleObjectProperty<>(keptNow);
        days = new SimpleObjectProperty<>(daysNow);
        kept.addListener((property, before, now) -> save(() -> vault.history().keep(now)));
        days.addListener((property, before, now) -> save(() -> vault.trash().ask(now)));
    }

    private static List<Integer> with(List<Integer> usual, int present) {
        TreeSet<Integer> all = new TreeSet<>(usual);
        all.add(present);
        return List.copyOf(all);
    }

    @FunctionalInterface
    private interface Choice {
        void save() throws VaultException;
    }

    private void save(Choice choice) {
        background
                .job(progress -> {
                    choice.save();
                    return true;
                })
                .onDone(saved -> failure.set(Optional.empty()))
                .onFailed(cause -> failure.set(Optional.of(FailureWords.of(cause))))
                .start();
    }

    /** Whether nothing can be chosen. */
    boolean readOnly() {
        return vault.readOnly();
    }

    /** The numbers of former values to choose from, the present one among them. */
    List<Integer> keptChoices() {
        return keptChoices;
    }

    /** The days to choose from, the present number among them; 0 is never. */
    List<Integer> dayChoices() {
        return dayChoices;
    }

    ObjectProperty<Integer> keptProperty() {
        return kept;
    }

    ObjectProperty<Integer> daysProperty() {
        return days;
    }

    /** Why the last choice was not saved; empty if it was. */
    ReadOnlyObjectProperty<Optional<FailureWords>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Leaves the screen. */
    public void close() {
        close.run();
    }
}
