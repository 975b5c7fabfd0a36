package dev.lockstep.app;

import dev.lockstep.settings.OwnerOnly;
import dev.lockstep.ui.kit.Preferences;
import dev.lockstep.ui.kit.TextLayouts;
import dev.lockstep.ui.shell.ShellViewModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The program as {@link Launch} prepares and {@link Desktop} wires it, in a process of a test. */
public final class RealProgram {
    private final Wiring wiring;
    private final AtomicInteger scrubs = new AtomicInteger();

    public RealProgram() throws IOException {
        new ProcessShield(OperatingSystem.LINUX, System.getenv()).raise();
        Locations locations = Locations.current();
        for (Path folder : List.of(locations.config(), locations.state(), locations.vaults())) {
            OwnerOnly.createFolder(folder);
        }
        wiring = Wiring.of(locations);
        wiring.work().letGo();
    }

    public Preferences preferences() {
        return wiring.preferences();
    }

    public ShellViewModel shell(Runnable quit) {
        HeapScrub scrub = new HeapScrub();
        Runnable counted = () -> {
            scrub.run();
            scrubs.incrementAndGet();
        };
        return wiring.shell(
                Optional.empty(), new ShellViewModel.Exits(TextLayouts::forget, counted, Optional.empty(), quit));
    }

    /** How often the heap was scrubbed so far. */
    public int scrubs() {
        return scrubs.get();
    }
}
