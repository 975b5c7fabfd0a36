package dev.lockstep.ui.shell;

import dev.lockstep.transfer.csv.CsvPreview;
import dev.lockstep.transfer.formats.ExportFormats;
import dev.lockstep.transfer.formats.Formats;
import dev.lockstep.ui.exporting.ExportViewModel;
import dev.lockstep.ui.importing.ImportViewModel;
import dev.lockstep.ui.kit.credentials.UnlockCost;
import dev.lockstep.ui.secrets.SecretsViewModel;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.Query.Scope;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens the sheets that bring secrets in from files, and out to them. */
final class FileSheets {
    private final ShellViewModel.Services services;
    private final Optional<Consumer<Path>> show;
    private final Panels panels;

    /** @param show shows a file where it lies; empty where the system cannot */
    FileSheets(ShellViewModel.Services services, Optional<Consumer<Path>> show, Panels panels) {
        this.services = services;
        this.show = show;
        this.panels = panels;
    }

    /** Opens the import for a file or folder, or lets the user choose one. */
    void importFile(Optional<Path> source) {
        panels.vault().ifPresent(open -> {
            var around = new ImportViewModel.Surroundings(open, services.background(), Formats.all(), CsvPreview::of);
            var start = new ImportViewModel.Start(source, panels.collection());
            panels.add(close ->
                    new Panel.Import(new ImportViewModel(around, start, new ImportViewModel.Exits(show, close))));
        });
    }

    /** Opens the export, with what is selected or listed proposed. */
    void exportFile() {
        panels.vault().ifPresent(open -> {
            ExportViewModel.Start start = new ExportViewModel.Start(
                    panels.secrets().map(SecretsViewModel::selected).orElse(List.of()),
                    panels.secrets()
                            .map(SecretsViewModel::query)
                            .filter(query -> !(query.scope() instanceof Scope.Trash)),
                    services.folder());
            panels.add(close -> new Panel.Exporting(
                    new ExportViewModel(around(open), start, new ExportViewModel.Exits(show, close))));
        });
    }

    private ExportViewModel.Surroundings around(OpenVault open) {
        return new ExportViewModel.Surroundings(
                open,
                services.background(),
                services.random(),
                LocalDate.now(services.clock()),
                ExportFormats.all(),
                () -> services.vaults().measureKdf(UnlockCost.TARGET));
    }
}
