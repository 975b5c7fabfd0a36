package dev.lockstep.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.app.TlsFront.Planting;
import dev.lockstep.app.TlsFront.Translation;
import dev.lockstep.practice.DreadnodeSimulator;
import dev.lockstep.practice.HooklistenerSimulator;
import dev.lockstep.practice.HookpulseSimulator;
import dev.lockstep.practice.KvSimulator;
import dev.lockstep.practice.MixpeekSimulator;
import dev.lockstep.practice.VoximplantSimulator;
import dev.lockstep.remote.http.TestAuthority;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Vendors for a program in another process, each behind TLS. They accept what is typed there, hold one value to be read, and note what else
 * is secret: tokens, signatures, and every part of a private key.
 */
final class WatchedVendors implements AutoCloseable {
    private static final String KEY_START = "-----BEGIN PRIVATE KEY-----\n";
    private static final String JSON = "application/json";

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger tokens = new AtomicInteger();
    private final Canaries canaries;
    private final List<TlsFront> fronts;
    private final Path store;

    /** Leaves in the folder {@code vendors.properties} with addresses, {@code ca.pem} and {@code credentials.json}. */
    WatchedVendors(Path folder, Canaries canaries) throws IOException, GeneralSecurityException {
        this.canaries = canaries;
        TestAuthority authority = new TestAuthority();
        authority.writeTo(folder.resolve("ca.pem"));
        store = authority.writeStoreTo(folder.resolve("trusted.jks"));
        var voximplant = new VoximplantSimulator(executor, Clock.systemUTC(), Set.of());
        Files.write(folder.resolve("credentials.json"), voximplant.credentials());
        note(voximplant.credentials());
        TlsFront first = new TlsFront(
                new HookpulseSimulator(executor, Set.of()),
                authority.usualServer(),
                executor,
                new Translation("x-hookpulse-api-key", this::hookpulse, answer -> answer),
                () -> new Planting(
                        "/v1/api/add_system_secret/",
                        JSON,
                        "{\"secret_key\":\"" + made("read name 1") + "\",\"secret_value\":\"" + made("read value 1")
                                + "\"}"));
        TlsFront second = new TlsFront(
                voximplant,
                authority.usualServer(),
                executor,
                new Translation("Authorization", this::signed, answer -> answer),
                () -> new Planting(
                        "/AddSecret",
                        "application/x-www-form-urlencoded",
                        "application_name=" + VoximplantSimulator.APPLICATION_NAME + "&secret_name=n"
                                + made("read name 2") + "&secret_value=" + made("read value 2")));
        TlsFront third = new TlsFront(
                new KvSimulator(executor, Clock.systemUTC()),
                authority.usualServer(),
                executor,
                new Translation("X-Vault-Token", this::kv, this::issued),
                () -> new Planting(
                        "/v1/secret/data/" + made("read name 3"),
                        JSON,
                        "{\"data\":{\"value\":\"" + made("read value 3") + "\"}}"));
        TlsFront fourth = new TlsFront(
                new HooklistenerSimulator(executor, Clock.systemUTC(), Set.of()),
                authority.usualServer(),
                executor,
                key("api key hooklistener", HooklistenerSimulator.KEY),
                () -> new Planting(
                        "/api/v1/secrets",
                        JSON,
                        "{\"secret\":{\"name\":\"READ_NAME_4\",\"value\":\"" + made("read value 4") + "\"}}"));
        TlsFront fifth = new TlsFront(
                new MixpeekSimulator(executor, Clock.systemUTC(), Set.of()),
                authority.usualServer(),
                executor,
                key("api key mixpeek", MixpeekSimulator.ADMIN_KEY),
                () -> new Planting(
                        "/v1/organizations/secrets",
                        JSON,
                        "{\"secret_name\":\"n" + made("read name 5") + "\",\"secret_value\":\"theirs\"}"));
        TlsFront sixth = new TlsFront(
                new DreadnodeSimulator(executor, Clock.systemUTC(), Set.of()),
                authority.usualServer(),
                executor,
                key("api key dreadnode", DreadnodeSimulator.TOKEN),
                () -> new Planting(
                        "/api/v1/user/secrets",
                        JSON,
                        "{\"name\":\"n" + made("read name 6") + "\",\"value\":\"theirs\"}"));
        fronts = List.of(first, second, third, fourth, fifth, sixth);
        Properties addresses = new Properties();
        addresses.setProperty("hookpulse", first.address());
        addresses.setProperty("voximplant", second.address());
        addresses.setProperty("kv", third.address());
        addresses.setProperty("hooklistener", fourth.address());
        addresses.setProperty("mixpeek", fifth.address());
        addresses.setProperty("dreadnode", sixth.address());
        try (var out = Files.newOutputStream(folder.resolve("vendors.properties"))) {
            addresses.store(out, null);
        }
    }

    /** A store of keys that the program is to trust in place of the usual authorities. */
    Path store() {
        return store;
    }

    private String made(String canary) {
        return new String(canaries.typed(canary), StandardCharsets.US_ASCII);
    }

    private Translation key(String canary, String accepted) {
        return new Translation("Authorization", sent -> sent.replace(made(canary), accepted), answer -> answer);
    }

    private String hookpulse(String sent) {
        return sent.replace(made("api key"), HookpulseSimulator.KEY)
                .replace(made("second api key"), HookpulseSimulator.KEY);
    }

    private String kv(String sent) {
        String translated =
                sent.replace(made("role id"), KvSimulator.ROLE_ID).replace(made("secret id"), KvSimulator.SECRET_ID);
        for (int i = 1; i <= tokens.get(); i++) {
            translated = translated.replace(made("issued token " + i), "hvs.practice-login-" + i);
        }
        return translated;
    }

    private String issued(String answer) {
        String translated = answer;
        if (answer.contains("\"client_token\":\"hvs.practice-login-" + (tokens.get() + 1) + "\"")) {
            tokens.incrementAndGet();
        }
        for (int i = 1; i <= tokens.get(); i++) {
            translated =
                    translated.replace("\"hvs.practice-login-" + i + "\"", "\"" + made("issued token " + i) + "\"");
        }
        return translated;
    }

    /** A signature is what makes a JWT worth something; the rest of it is public. */
    private String signed(String sent) {
        String[] parts = sent.split("\\.", -1);
        if (sent.startsWith("Bearer ") && parts.length == 3) {
            byte[] raw = Base64.getUrlDecoder().decode(parts[2]);
            String name = "signature " + Integer.toHexString(Arrays.hashCode(raw));
            canaries.addBytes(name + " of a token", parts[2].substring(0, 128).getBytes(StandardCharsets.US_ASCII));
            canaries.addBytes(name, raw);
        }
        return sent;
    }

    private void note(byte[] credentials) throws IOException, GeneralSecurityException {
        JsonNode fields = new ObjectMapper().readTree(credentials);
        String pem = fields.path("private_key").asText();
        List<String> lines = pem.lines().toList();
        for (int line : List.of(6, 10, 16, 20, 24)) {
            canaries.addBytes("line " + line + " of a key", lines.get(line).getBytes(StandardCharsets.US_ASCII));
        }
        String base64 = pem.substring(KEY_START.length(), pem.lastIndexOf("\n-----END"));
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
        Map.of(
                        "private exponent", key.getPrivateExponent(),
                        "first prime", key.getPrimeP(),
                        "second prime", key.getPrimeQ(),
                        "first exponent", key.getPrimeExponentP(),
                        "second exponent", key.getPrimeExponentQ(),
                        "coefficient", key.getCrtCoefficient())
                .forEach((name, number) -> canaries.addBytes(name, bytes(number)));
    }

    /** The lower bytes, as many as words of four are full, so that they stand the same everywhere. */
    private static byte[] bytes(BigInteger number) {
        byte[] all = number.toByteArray();
        return Arrays.copyOfRange(all, all.length & 3, all.length);
    }

    @Override
    public void close() {
        fronts.forEach(TlsFront::close);
        executor.shutdownNow();
    }
}
