package dev.lockstep.keystore;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.RowId;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * A process that does with the keystore of its session what its arguments say, and prints what came of each. Keys and vaults are given as
 * hexadecimal digits: {@code available}, {@code store:VAULT:KEY}, {@code read:VAULT}, {@code delete:VAULT}; {@code within:SECONDS} sets the
 * time for the steps after it.
 */
final class SecretServiceTrial {
    private final Executor worker =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private Keystore keystore = Keystore.ofThisSystem(worker);

    private SecretServiceTrial() {}

    public static void main(String[] steps) {
        var trial = new SecretServiceTrial();
        for (String step : steps) {
            System.out.println(trial.outcome(step.split(":")));
        }
    }

    private String outcome(String[] step) {
        try {
            return switch (step[0]) {
                case "within" -> {
                    Duration limit = Duration.ofSeconds(Long.parseLong(step[1]));
                    keystore = new SystemKeystore(SecretService.load(), worker, limit);
                    yield limit.toString();
                }
                case "available" -> keystore.kind() + " " + keystore.available();
                case "store" -> {
                    try (SecretValue key = SecretValue.taking(HexFormat.of().parseHex(step[2]))) {
                        keystore.store(vault(step), key);
                    }
                    yield "stored";
                }
                case "read" -> {
                    Optional<SecretValue> found = keystore.read(vault(step));
                    yield found.map(key -> key.use(HexFormat.of()::formatHex)).orElse("none");
                }
                case "delete" -> {
                    keystore.delete(vault(step));
                    yield "deleted";
                }
                default -> throw new IllegalArgumentException(step[0]);
            };
        } catch (KeystoreException e) {
            return e.reason().name();
        }
    }

    private static RowId vault(String[] step) {
        return RowId.of(HexFormat.of().parseHex(step[1]));
    }
}
