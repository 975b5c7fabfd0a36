package dev.lockstep.sync.rotation;

import static dev.lockstep.sync.OneForm.hex;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.sync.OneForm;
import dev.lockstep.sync.ledger.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RotationCodecTest {
    private static final RowId ID = new RowId(7, 8);
    private static final OneForm<Rotation> FORM =
            new OneForm<>(RotationCodec::encode, bytes -> RotationCodec.decode(ID, bytes));

    private static final Rotation.Chosen ONE = chosen(1);
    private static final Rotation.Acceptance TRUST =
            new Rotation.Acceptance(ONE.secret(), new RemoteId(new RowId(5, 6)), 9);

    /** The most bytes that a vault takes as a rotation. */
    private static final int ROW = 1 << 20;

    static Stream<Rotation> samples() {
        return Stream.of(
                new Rotation(ID, Instant.ofEpochMilli(1), Optional.empty(), List.of(ONE), List.of()),
                new Rotation(
                        ID,
                        Instant.ofEpochMilli(1_800_000_000_000L),
                        Optional.of(Instant.ofEpochMilli(1_800_000_000_001L)),
                        List.of(ONE, chosen(2)),
                        List.of(TRUST)));
    }

    private static Rotation.Chosen chosen(int number) {
        return new Rotation.Chosen(new SecretId(new RowId(3, number)), 4, new Fingerprint(1, 2, 3, 4));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyRotationComesBackAsItWas(Rotation rotation) throws Exception {
        FORM.comesBack(rotation);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsCutShortOrGoesOnIsRefused(Rotation rotation) {
        FORM.refusesOtherLengths(rotation);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyFlippedBitIsRefusedOrMeansSomethingElse(Rotation rotation) {
        FORM.heedsEveryBit(rotation);
    }

    @Test
    void theBytesAreThoseThatAreDocumented() {
        Rotation rotation = new Rotation(
                ID, Instant.ofEpochMilli(5), Optional.of(Instant.ofEpochMilli(6)), List.of(ONE), List.of(TRUST));
        assertArrayEquals(
                hex(
                        "01 0000000000000005 0000000000000006"
                                + "00000001 0000000000000003 0000000000000001 0000000000000004"
                                + "0000000000000001 0000000000000002 0000000000000003 0000000000000004"
                                + "00000001 0000000000000003 0000000000000001 0000000000000005 0000000000000006 0000000000000009"),
                RotationCodec.encode(rotation));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // nothing
                "00 0000000000000005 0000000000000000 00000000 00000000", // no layout
                "02 0000000000000005 0000000000000000 00000000 00000000", // layout of a later version
                "01 0000000000000005 0000000000000000 00000000 00000000", // no secret
                "01 0000000000000005 0000000000000000 ffffffff 00000000", // fewer than none
                "01 0000000000000005 0000000000000000 7fffffff 00000000" // more than there is room for
            })
    void whatNobodyWritesIsRefused(String digits) {
        FORM.refuses(hex(digits));
    }

    @Test
    void aSecretThatIsChosenTwiceIsRefused() {
        byte[] twice = RotationCodec.encode(
                new Rotation(ID, Instant.EPOCH, Optional.empty(), List.of(ONE, chosen(2)), List.of()));
        System.arraycopy(twice, 21, twice, 21 + 56, 16);
        FORM.refuses(twice);
    }

    @Test
    void theLargestFitsIntoARow() {
        List<Rotation.Chosen> chosen = IntStream.range(0, Rotation.MAX_SECRETS)
                .mapToObj(RotationCodecTest::chosen)
                .toList();
        List<Rotation.Acceptance> accepted = IntStream.range(0, Rotation.MAX_ACCEPTED)
                .mapToObj(i -> new Rotation.Acceptance(ONE.secret(), TRUST.remote(), i))
                .toList();
        byte[] bytes =
                RotationCodec.encode(new Rotation(ID, Instant.EPOCH, Optional.of(Instant.EPOCH), chosen, accepted));
        assertTrue(bytes.length <= ROW);
    }
}
