package dev.lockstep.sync;

import static dev.lockstep.sync.TestCertificates.AUTHORITY;
import static dev.lockstep.sync.TestCertificates.ENDED;
import static dev.lockstep.sync.TestCertificates.FUTURE;
import static dev.lockstep.sync.TestCertificates.KEY;
import static dev.lockstep.sync.TestCertificates.SERVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.lockstep.sync.AuthorityFile.Doubt;
import dev.lockstep.sync.AuthorityFile.Fit;
import dev.lockstep.sync.AuthorityFile.Unfit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorityFileTest {
    private static final Instant NOW = Instant.parse("2026-05-02T12:00:00Z");

    @TempDir
    private Path folder;

    private AuthorityFile read(String text) throws IOException {
        return AuthorityFile.read(TestCertificates.write(folder.resolve("file"), text), NOW);
    }

    private AuthorityFile read(byte[] content) throws IOException {
        return AuthorityFile.read(Files.write(folder.resolve("file"), content), NOW);
    }

    private static Fit fit(AuthorityFile found) {
        return assertInstanceOf(Fit.class, found);
    }

    @Test
    void anAuthorityIsToldByItsNameAndItsEnd() throws Exception {
        Fit found = fit(read(AUTHORITY));
        assertEquals(new Fit(1, "CN=Acme Root,O=Acme", found.from(), found.until(), Doubt.NONE), found);
        assertEquals(found, fit(read(der())));
    }

    private static byte[] der() {
        return Base64.getMimeDecoder().decode(AUTHORITY.replaceAll("-----[A-Z ]+-----", ""));
    }

    @Test
    void whatDoesNotHelpIsToldButCanBeUsed() throws Exception {
        assertEquals(Doubt.ENDED, fit(read(ENDED)).doubt());
        assertEquals(Doubt.NOT_BEGUN, fit(read(FUTURE)).doubt());
        assertEquals(Doubt.NO_AUTHORITY, fit(read(SERVER)).doubt());
        assertEquals("CN=vault.acme.example", fit(read(SERVER)).name());
    }

    @Test
    void ofSeveralCertificatesThoseThatHelpCount() throws Exception {
        Fit found = fit(read(ENDED + SERVER + AUTHORITY + AUTHORITY));
        assertEquals(Doubt.NONE, found.doubt());
        assertEquals(2, found.authorities());
        assertEquals("CN=Acme Root,O=Acme", found.name());
        assertEquals(Doubt.NOT_BEGUN, fit(read(ENDED + FUTURE)).doubt());
    }

    @Test
    void aPrivateKeyIsRefusedInWhateverForm() throws Exception {
        byte[] key = KeyPairGenerator.getInstance("EC")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        byte[] large = KeyPairGenerator.getInstance("RSA")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        assertEquals(new Unfit(FieldProblem.PRIVATE_KEY), read(KEY));
        assertEquals(new Unfit(FieldProblem.PRIVATE_KEY), read(AUTHORITY + KEY));
        assertEquals(new Unfit(FieldProblem.PRIVATE_KEY), read(key));
        assertEquals(new Unfit(FieldProblem.PRIVATE_KEY), read(large));
    }

    @Test
    void whatHoldsNoCertificateIsRefused() throws Exception {
        assertEquals(new Unfit(FieldProblem.NO_CERTIFICATE), read(""));
        assertEquals(new Unfit(FieldProblem.NO_CERTIFICATE), read("<html>not found</html>"));
        assertEquals(new Unfit(FieldProblem.NO_CERTIFICATE), read(AUTHORITY.substring(0, 200)));
        assertEquals(new Unfit(FieldProblem.NO_CERTIFICATE), read(new byte[] {0x30}));
        assertEquals(new Unfit(FieldProblem.NO_CERTIFICATE), read(new byte[] {0x30, (byte) 0x84, 1, 1, 1}));
        assertEquals(new Unfit(FieldProblem.FILE_TOO_LARGE), read(new byte[(1 << 20) + 1]));
    }

    @Test
    void whatIsNoFileIsNotRead() {
        assertEquals(new Unfit(FieldProblem.NO_FILE), AuthorityFile.read(folder.resolve("gone"), NOW));
        assertEquals(new Unfit(FieldProblem.NO_FILE), AuthorityFile.read(folder, NOW));
    }
}
