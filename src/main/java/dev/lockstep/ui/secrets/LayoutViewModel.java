package dev.lockstep.ui.secrets;

import dev.lockstep.model.VaultException;
import dev.lockstep.ui.kit.Background;
import dev.lockstep.vault.Layout;
import dev.lockstep.vault.OpenVault;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the table shows this vault, remembered in the vault: visible columns, their widths and the order. */
final class LayoutViewModel {
    private static final Duration CALM = Duration.ofMillis(500);

    private final OpenVault vault;
    private final Background background;
    private Layout layout;
    private boolean remembered;
    private Background.@Nullable Cancellable waiting;

    LayoutViewModel(OpenVault vault, Background background) {
        this.vault = vault;
        this.background = background;
        remembered = vault.layout().isPresent();
        layout = vault.layout().orElseGet(LayoutViewModel::first);
    }

    /** Whether the user has arranged the table of this vault. */
    boolean remembered() {
        return remembered;
    }

    Sorting sorting() {
        return new Sorting(layout.order(), layout.descending());
    }

    /** The visible columns in their order; unknown ids are left out. */
    List<SecretColumn> columns() {
        List<SecretColumn> known = layout.columns().stream()
                .flatMap(id -> SecretColumn.ofId(id).stream())
                .toList();
        return known.isEmpty() ? shownFirst() : known;
    }

    /** The width of a column in pixels; empty where none is remembered. */
    Optional<Double> width(SecretColumn column) {
        int index = layout.columns().indexOf(column.id());
        return index < 0 || index >= layout.widths().size()
                ? Optional.empty()
                : Optional.of(layout.widths().get(index));
    }

    /** Remembers columns once they are left alone for half a second. */
    void shape(List<String> ids, List<Double> widths) {
        change(new Layout(List.copyOf(ids), List.copyOf(widths), layout.order(), layout.descending()));
    }

    void sorted(Sorting by) {
        change(new Layout(layout.columns(), layout.widths(), by.order(), by.descending()));
    }

    /** Writes at once what is still waiting, as before the vault is locked. */
    void close() {
        if (waiting != null) {
            waiting.cancel();
            waiting = null;
            write(layout);
        }
    }

    private void change(Layout now) {
        if (now.equals(layout)) {
            return;
        }
        layout = now;
        remembered = true;
        if (waiting != null) {
            waiting.cancel();
        }
        waiting = background.after(CALM, this::save);
    }

    private void save() {
        waiting = null;
        Layout now = layout;
        background
                .job(progress -> {
                    write(now);
                    return now;
                })
                .start();
    }

    /** A layout that cannot be written, as on a read-only medium, is only a comfort lost: nobody is told. */
    private void write(Layout now) {
        if (vault.readOnly()) {
            return;
        }
        try {
            vault.layout(now);
        } catch (VaultException e) {
            layout = now;
        }
    }

    private static Layout first() {
        List<SecretColumn> columns = shownFirst();
        return new Layout(
                columns.stream().map(SecretColumn::id).toList(),
                columns.stream().map(SecretColumn::width).toList(),
                Sorting.BY_NAME.order(),
                Sorting.BY_NAME.descending());
    }

    private static List<SecretColumn> shownFirst() {
        return Arrays.stream(SecretColumn.values())
                .filter(SecretColumn::shownFirst)
                .toList();
    }
}
