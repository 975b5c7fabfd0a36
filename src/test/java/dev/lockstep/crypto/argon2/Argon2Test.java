package dev.lockstep.crypto.argon2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.KdfParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Argon2 by the library and by Bouncy Castle against published cases, and the two against each other. */
class Argon2Test {
    /** The build leaves it there for every platform that it knows. */
    private static final NativeArgon2 LIBRARY = NativeArgon2.CARRIED.orElseThrow();

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] repeated(int value, int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    /** RFC 9106, 5.3, whose secret and associated data only Bouncy Castle takes. */
    @Test
    void caseOfTheRfc() {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(32)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(repeated(2, 16))
                .withSecret(repeated(3, 8))
                .withAdditional(repeated(4, 12))
                .build());
        byte[] tag = new byte[32];
        generator.generateBytes(repeated(1, 32), tag);
        assertEquals(
                "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659",
                HexFormat.of().formatHex(tag));
    }

    /** The reference implementation's own tests ({@code src/test.c}), Argon2id of version 0x13. */
    @ParameterizedTest
    @CsvSource({
        "2, 65536, 1, password, somesalt, 09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7",
        "2,   256, 1, password, somesalt, 9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe",
        "2,   256, 2, password, somesalt, 6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037",
        "1, 65536, 1, password, somesalt, f6a5adc1ba723dddef9b5ac1d464e180fcd9dffc9d1cbf76cca2fed795d9ca98",
        "2, 65536, 1, password, diffsalt, bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c"
    })
    void casesOfTheReferenceImplementation(int passes, int kib, int lanes, String password, String salt, String tag) {
        Argon2 argon2 = Argon2.id(new KdfParameters(kib, passes, lanes), ascii(salt));
        byte[] expected = HexFormat.of().parseHex(tag);
        assertArrayEquals(
                expected, LIBRARY.tag(argon2, ascii(password), expected.length).orElseThrow());
        assertArrayEquals(expected, argon2.portableTag(ascii(password), expected.length));
        assertArrayEquals(expected, argon2.tag(ascii(password), expected.length));
    }

    @Test
    void bothGiveTheSameForAllVariantsVersionsAndCosts() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        for (int i = 0; i < 60; i++) {
            int lanes = random.nextInt(1, 9);
            KdfParameters cost = new KdfParameters(8 * lanes + random.nextInt(600), random.nextInt(1, 5), lanes);
            Argon2 argon2 = new Argon2(
                    random.nextBoolean() ? Argon2.Variant.D : Argon2.Variant.ID,
                    random.nextBoolean() ? Argon2.VERSION_10 : Argon2.VERSION_13,
                    cost,
                    bytes(random, random.nextInt(8, 40)));
            byte[] input = bytes(random, random.nextInt(0, 200));
            int length = random.nextInt(4, 130);
            assertArrayEquals(
                    argon2.portableTag(input, length),
                    LIBRARY.tag(argon2, input, length).orElseThrow(),
                    argon2::toString);
        }
    }

    private static byte[] bytes(RandomGenerator random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void whatTheLibraryRefusesIsDoneWithoutIt() {
        Argon2 shortSalt = Argon2.id(new KdfParameters(64, 1, 1), ascii("salt"));
        assertEquals(Optional.empty(), LIBRARY.tag(shortSalt, ascii("password"), 32));
        assertArrayEquals(shortSalt.portableTag(ascii("password"), 32), shortSalt.tag(ascii("password"), 32));
    }

    @Test
    void whatIsNoSuchLibraryIsNotUsed(@TempDir Path folder) throws IOException {
        assertTrue(NativeArgon2.in(folder).isEmpty());
        Path library = folder.resolve(System.mapLibraryName("argon2"));
        Files.writeString(library, "not a library");
        assertTrue(NativeArgon2.in(folder).isEmpty());
        Files.copy(
                anotherLibrary(), Files.createDirectory(folder.resolve("other")).resolve(library.getFileName()));
        assertTrue(NativeArgon2.in(folder.resolve("other")).isEmpty());
    }

    /** A real library without that function. */
    private static Path anotherLibrary() {
        Path home = Path.of(System.getProperty("java.home"));
        Path zip = Path.of(System.mapLibraryName("zip"));
        return Files.exists(home.resolve("lib").resolve(zip))
                ? home.resolve("lib").resolve(zip)
                : home.resolve("bin").resolve(zip);
    }
}
