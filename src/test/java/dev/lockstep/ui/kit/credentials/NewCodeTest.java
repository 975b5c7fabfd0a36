package dev.lockstep.ui.kit.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.ui.kit.Background;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewCodeTest {
    private static final String CODE = "ABCD-EFGH-JKLM-NPQR-STUV-WXYZ-2345-6789-ABCD-EFGH-JKLM-NPQR-STUV-WXYZ";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Background background = new Background(Runnable::run, Runnable::run, (delay, action) -> () -> {});
    private NewCode.Whose whose = new NewCode.Whose(Path.of("/elsewhere/Acme.lockstep"), "Acme", TODAY);
    private final NewCode step =
            new NewCode(background, SecretValue.copyOf(CODE.getBytes(StandardCharsets.US_ASCII)), () -> whose);

    @TempDir
    Path folder;

    @Test
    void theSavedSheetHoldsTheCodeAndTheVaultsName() throws IOException {
        Path sheet = folder.resolve("sheet.txt");

        save(sheet, Path.of("/elsewhere/Acme.lockstep"));

        List<String> lines = Files.readAllLines(sheet);
        assertTrue(lines.contains(CODE), "the code stands on a line of its own");
        assertTrue(lines.contains("Vault: Acme"));
        assertTrue(lines.contains("Made:  2026-11-21"));
        assertEquals(new NewCode.Kept.Saved(sheet, false), step.keptProperty().get());
    }

    @Test
    void theSavedSheetIsForItsOwnerOnly() throws IOException {
        Path sheet = folder.resolve("sheet.txt");

        save(sheet, folder.resolve("Acme.lockstep"));

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(sheet)));
    }

    @Test
    void aSheetBesideTheVaultIsPointedOut() {
        Path sheet = folder.resolve("sheet.txt");

        save(sheet, folder.resolve("Acme.lockstep"));

        assertEquals(new NewCode.Kept.Saved(sheet, true), step.keptProperty().get());
    }

    @Test
    void anExistingFileIsLeftAsItIs() throws IOException {
        Path sheet = Files.writeString(folder.resolve("sheet.txt"), "mine");

        save(sheet, folder.resolve("Acme.lockstep"));

        var failed =
                assertInstanceOf(NewCode.Kept.Failed.class, step.keptProperty().get());
        assertEquals("VAULT-FILE-EXISTS", failed.words().code());
        assertEquals("mine", Files.readString(sheet));
    }

    @Test
    void aMissingFolderIsSaid() {
        save(folder.resolve("none").resolve("sheet.txt"), folder.resolve("Acme.lockstep"));

        assertInstanceOf(NewCode.Kept.Failed.class, step.keptProperty().get());
    }

    @Test
    void theDrawnLinesAreTheWholeCode() {
        List<String> lines = step.lines().stream().map(NewCodeTest::text).toList();

        assertEquals(CODE, String.join("-", lines));
        assertEquals(2, lines.size());
        assertFalse(lines.getFirst().endsWith("-"));
    }

    @Test
    void aShortCodeIsOneLine() {
        SecretValue code = SecretValue.copyOf("ABCD-EFGH".getBytes(StandardCharsets.US_ASCII));

        assertEquals(
                List.of("ABCD-EFGH"),
                CodeLines.of(code).stream().map(NewCodeTest::text).toList());
    }

    @Test
    void closingTheStepWipesTheCode() {
        step.close();

        assertThrows(IllegalStateException.class, () -> step.code().at(0));
    }

    private void save(Path sheet, Path vault) {
        whose = new NewCode.Whose(vault, "Acme", TODAY);
        step.save(sheet);
    }

    private static String text(SecretValue value) {
        return value.use(bytes -> new String(bytes, StandardCharsets.US_ASCII));
    }
}
