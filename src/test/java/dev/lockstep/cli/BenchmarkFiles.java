package dev.lockstep.cli;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.cleartext.SecretBuffer;
import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.crypto.kdbx.KdbxMaker;
import dev.lockstep.model.KdfParameters;
import dev.lockstep.model.RowId;
import dev.lockstep.vault.Vaults;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Random;

/**
 * What {@code src/bench/keepassxc.sh} starts with: for both programs a file without secrets at the cost of a new vault and at a tenth of it,
 * files of KeePass with made-up secrets, and a command that starts Lockstep from these classes. All files open with one password.
 */
final class BenchmarkFiles {
    /** About a tenth of {@link KdfParameters#DEFAULT}: one pass over 19 MiB instead of three over 64. */
    private static final KdfParameters TENTH = new KdfParameters(19 * 1024, 1, 4);

    private static final String[] VENDORS = {"STRIPE", "GITHUB", "ACME", "MIXPEEK", "AWS", "SENTRY", "TWILIO"};
    private static final String[] PARTS = {"API_KEY", "TOKEN", "WEBHOOK_SECRET", "SIGNING_KEY"};

    private final Path folder;

    private BenchmarkFiles(Path folder) {
        this.folder = folder;
    }

    /** @param arguments a folder, and numbers of secrets with commas between them */
    public static void main(String[] arguments) throws Exception {
        BenchmarkFiles files = new BenchmarkFiles(Path.of(arguments[0]));
        files.launcher();
        files.empty("empty", KdfParameters.DEFAULT);
        files.empty("tenth", TENTH);
        for (String count : arguments[1].split(",")) {
            files.keePass(count, KdfParameters.DEFAULT, Integer.parseInt(count));
        }
    }

    private void launcher() throws Exception {
        Files.writeString(
                Files.createFile(
                        folder.resolve("lockstep"),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))),
                "#!/bin/sh\nexec '%s/bin/java' --enable-native-access=ALL-UNNAMED %s '-Dlockstep.libraries=%s' -cp '%s' dev.lockstep.app.Main \"$@\"\n"
                        .formatted(
                                System.getProperty("java.home"),
                                System.getProperty("lockstep.options"),
                                System.getProperty("lockstep.libraries"),
                                System.getProperty("java.class.path")));
    }

    private void empty(String name, KdfParameters cost) throws Exception {
        keePass(name, cost, 0);
        Vaults vaults = new Vaults(Clock.systemUTC(), new SecureRandom(), folder.resolve("state-of-" + name));
        try (SecretBuffer typed = new SecretBuffer(KdbxMaker.PASSWORD.length());
                SecretValue password = SecretValue.taking(KdbxMaker.PASSWORD.getBytes(StandardCharsets.UTF_8));
                SecretValue code = vaults.newRecoveryCode()) {
            typed.load(password);
            try (Passphrase passphrase = Passphrase.of(typed)) {
                vaults.create(folder.resolve(name + Vaults.SUFFIX), passphrase, code, cost, "Benchmark")
                        .close();
            }
        }
    }

    private void keePass(String name, KdfParameters cost, int secrets) throws Exception {
        Random random = new Random(42);
        byte[] file = KdbxMaker.argon2id(cost).write(out -> {
            out.write(utf8("<KeePassFile><Root><Group>%s<Name>Root</Name>".formatted(uuid(random))));
            for (int i = 0; i < secrets; i++) {
                byte[] value = new byte[18 + random.nextInt(15)];
                random.nextBytes(value);
                out.write(utf8("<Entry>" + uuid(random)
                        + text("Title", name(random, i))
                        + text("Password", Base64.getUrlEncoder().encodeToString(value))
                        + text("Notes", "Used by service " + random.nextInt(500))
                        + "</Entry>"));
            }
            out.write(utf8("</Group></Root></KeePassFile>"));
        });
        Files.write(folder.resolve(name + ".kdbx"), file);
    }

    private static String name(Random random, int number) {
        return VENDORS[random.nextInt(VENDORS.length)] + "_" + PARTS[random.nextInt(PARTS.length)] + "_" + number;
    }

    private static String uuid(Random random) {
        byte[] id = new byte[RowId.SIZE];
        random.nextBytes(id);
        return "<UUID>" + Base64.getEncoder().encodeToString(id) + "</UUID>";
    }

    private static String text(String key, String value) {
        return "<String><Key>%s</Key><Value>%s</Value></String>".formatted(key, value);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
