package dev.lockstep.ui.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.ui.kit.Background;
import dev.lockstep.ui.kit.Discretion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WelcomeViewModelTest {
    private final Background background = new Background(Runnable::run, Runnable::run, (delay, action) -> () -> {});
    private final List<String> left = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void withoutRecentVaultsTheScreenIsEmpty() {
        assertInstanceOf(
                WelcomeViewModel.State.Empty.class, welcome().stateProperty().get());
    }

    @Test
    void recentVaultsAreShownInOrderAndMissingFilesAreMarked() throws IOException {
        WelcomeViewModel welcome = welcome(vault("Acme"), folder.resolve("Gone.lockstep"));

        List<RecentVault> rows = rows(welcome);
        assertEquals(
                List.of("Acme", "Gone"), rows.stream().map(RecentVault::name).toList());
        assertEquals(
                List.of(false, true), rows.stream().map(RecentVault::missing).toList());
        assertEquals(folder.toString(), rows.getFirst().folder());
    }

    @Test
    void openingARecentVaultLeavesWithItsFile() throws IOException {
        Path file = vault("Acme");
        WelcomeViewModel welcome = welcome(file);

        welcome.open(rows(welcome).getFirst());

        assertEquals(List.of("open " + file), left);
    }

    @Test
    void openingAMissingVaultSaysSoAndStays() {
        WelcomeViewModel welcome = welcome(folder.resolve("Gone.lockstep"));

        welcome.open(rows(welcome).getFirst());

        assertEquals(List.of(), left);
        assertTrue(welcome.noticeProperty().get().startsWith("Gone "));
    }

    @Test
    void aMissingVaultThatCameBackIsOpened() throws IOException {
        WelcomeViewModel welcome = welcome(folder.resolve("Back.lockstep"));
        Path file = vault("Back");

        welcome.open(rows(welcome).getFirst());

        assertEquals(List.of("open " + file), left);
        assertFalse(rows(welcome).getFirst().missing());
    }

    @Test
    void aRemovedVaultIsForgottenAndItsFileStays() throws IOException {
        Path file = vault("Acme");
        WelcomeViewModel welcome = welcome(file);

        welcome.remove(rows(welcome).getFirst());

        assertEquals(List.of("remove " + file), left);
        assertInstanceOf(
                WelcomeViewModel.State.Empty.class, welcome.stateProperty().get());
        assertTrue(Files.exists(file));
    }

    @Test
    void theFirstVaultAmongDroppedFilesIsOpened() {
        WelcomeViewModel welcome = welcome();
        Path vault = folder.resolve("Dropped.lockstep");

        assertTrue(welcome.accepts(List.of(folder.resolve("notes.txt"), vault)));
        welcome.drop(List.of(folder.resolve("notes.txt"), vault));

        assertEquals(List.of("open " + vault), left);
    }

    @Test
    void droppedFilesWithoutAVaultAreRefusedInWords() {
        WelcomeViewModel welcome = welcome();

        assertFalse(welcome.accepts(List.of(folder.resolve(".env"))));
        welcome.drop(List.of(folder.resolve(".env")));

        assertEquals(List.of(), left);
        assertTrue(welcome.noticeProperty().get().contains(".lockstep"));
    }

    @Test
    void createAndImportLeaveTheScreen() {
        WelcomeViewModel welcome = welcome();

        welcome.create();
        welcome.importEnv();

        assertEquals(List.of("create", "import"), left);
    }

    private WelcomeViewModel welcome(Path... files) {
        var exits = new WelcomeViewModel.Exits(
                () -> left.add("create"),
                file -> left.add("open " + file),
                () -> left.add("import"),
                () -> left.add("demo"),
                file -> left.add("remove " + file));
        return new WelcomeViewModel(background, Clock.systemUTC(), List.of(files), new Discretion(), exits);
    }

    private static List<RecentVault> rows(WelcomeViewModel welcome) {
        return ((WelcomeViewModel.State.Listing) welcome.stateProperty().get()).vaults();
    }

    private Path vault(String name) throws IOException {
        return Files.writeString(folder.resolve(name + ".lockstep"), "");
    }
}
