package dev.lockstep.transfer.bitwarden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.SourceWords;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A plain export with every sort of item; what becomes of each was written down by hand. */
class BitwardenFormatTest {
    @Test
    void everySecretOfAnItemBecomesOne() throws Exception {
        try (ImportSource source = Exports.file("plain.json")) {
            assertEquals(
                    List.of(
                            "GitHub=correct horse \"battery\" \u00fc",
                            "GitHub/Recovery token=fake-recovery-token",
                            "GitHub/One-time code=otpauth://totp/GitHub:bea?secret=JBSWY3DPEHPK3PXP",
                            "Wi-Fi=fake-network-key",
                            "Company card/Card number=4242424242424242",
                            "Company card/Security code=123",
                            "Bea/Social security number=000-12-3456",
                            "Bea/Passport number=P0000001",
                            "Office=Address 1: 2 Main Street\nCity: Springfield",
                            "Deploy key=-----BEGIN OPENSSH PRIVATE KEY-----\nfake\n-----END OPENSSH PRIVATE KEY-----\n",
                            "Codes=recovery: fake-1 fake-2",
                            "Bank/Account number=000123456",
                            "Bank/PIN=0000",
                            "Passport/Passport number=P0000002",
                            "GitHub (2)=another of the name"),
                    SourceWords.values(source));
        }
    }

    @Test
    void whatElseIsKnownGoesToTheFirstSecretAndTheFolderToAll() throws Exception {
        try (ImportSource source = Exports.file("plain.json")) {
            assertEquals(
                    List.of(
                            "GitHub: Organisation: acme | Admin: true | Address: https://github.com/login"
                                    + " | Address: https://gist.github.com | User name: bea"
                                    + " | Second factor is in the safe | Ask Bea #Servers/Web",
                            "GitHub/Recovery token: #Servers/Web",
                            "GitHub/One-time code: #Servers/Web",
                            "Company card/Card number: Cardholder name: Bea Example | Brand: Visa"
                                    + " #Servers/Web @2028-02-29",
                            "Company card/Security code: #Servers/Web @2028-02-29",
                            "Bea/Social security number: Title: Ms | First name: Bea | Last name: Example"
                                    + " | Address 1: 1 Main Street | City: Springfield | Postal code: 12345"
                                    + " | Country: US | Email: bea@example.com | User name: bea",
                            "Deploy key: Public key: ssh-ed25519 AAAAfake bea | Key fingerprint: SHA256:fake",
                            "Bank/Account number: Bank name: First Example Bank | Name on account: Bea Example"
                                    + " | Account type: checking | Routing number: 000000 | Swift code: EXAMPLEX",
                            "Passport/Passport number: Surname: Example | Expires: some day"),
                    SourceWords.extras(source));
        }
    }

    @Test
    void everyLossIsNamed() throws Exception {
        try (ImportSource source = Exports.file("plain.json")) {
            assertEquals(
                    List.of(
                            "Servers/Web/GitHub/Former password FORMER_VALUE",
                            "Servers/Web/GitHub/Former password FORMER_VALUE",
                            "Servers/Web/GitHub/Passkey NO_PLACE_FOR_IT",
                            "Signed in elsewhere/Address NO_VALUE",
                            "Signed in elsewhere/User name NO_VALUE",
                            "Old IN_THE_BIN",
                            "Old/User name IN_THE_BIN",
                            "Old/Notes IN_THE_BIN",
                            "Passport/Attachment ATTACHMENT",
                            "GitHub RENAMED GitHub (2)",
                            "Nothing at all NO_VALUE",
                            "From the future/hologram NO_PLACE_FOR_IT"),
                    SourceWords.problems(source));
        }
    }

    @Test
    void everythingIsCountedOnce() throws Exception {
        try (ImportSource source = Exports.file("plain.json")) {
            assertEquals(
                    List.of(
                            "1 VALUE SECRET",
                            "2 PASSWORD SECRET",
                            "1 PASSWORD LEFT_OUT",
                            "1 FIELD SECRET",
                            "4 FIELD DESCRIPTION",
                            "1 FIELD EMPTY",
                            "2 USER_NAME DESCRIPTION",
                            "2 USER_NAME LEFT_OUT",
                            "2 ADDRESS DESCRIPTION",
                            "1 ADDRESS LEFT_OUT",
                            "2 NOTE SECRET",
                            "1 NOTE DESCRIPTION",
                            "1 NOTE LEFT_OUT",
                            "1 ONE_TIME_CODE SECRET",
                            "9 CARD_OR_IDENTITY SECRET",
                            "16 CARD_OR_IDENTITY DESCRIPTION",
                            "1 PASSKEY LEFT_OUT",
                            "1 ATTACHMENT LEFT_OUT",
                            "2 FORMER_VALUE LEFT_OUT",
                            "1 FOLDER TAG",
                            "1 FOLDER EMPTY",
                            "1 EXPIRY DESCRIPTION",
                            "1 EXPIRY ROTATION",
                            "2 OTHER LEFT_OUT"),
                    SourceWords.holdings(source));
        }
    }

    @Test
    void anItemOfAnOrganisationIsTaggedByItsCollections() throws Exception {
        try (ImportSource source = Exports.file("organisation.json")) {
            assertEquals(
                    List.of(
                            "Pager=fake-pager-password",
                            "Pager/PIN=fake-pin",
                            "Release key=fake-release-key",
                            "Driver/License number=D0000001"),
                    SourceWords.values(source));
            assertEquals(
                    List.of(
                            "Pager: Rota: weekly #Engineering #On call",
                            "Pager/PIN: #Engineering #On call",
                            "Release key: Public key: ssh-ed25519 AAAAfake release | Key fingerprint: SHA256:fake"
                                    + " #Engineering",
                            "Driver/License number: First name: Bea | Last name: Example | Date of birth: 1990-01-15"
                                    + " | Issuing country: US | Issuing state: CA | Issue date: 2020-06-01"
                                    + " | Issuing authority: Example DMV | License class: C @2028-06-01"),
                    SourceWords.extras(source));
            assertEquals(
                    List.of(
                            "Engineering/Pager/Passkey NO_PLACE_FOR_IT",
                            "Engineering/Pager/Former password FORMER_VALUE"),
                    SourceWords.problems(source));
            assertEquals(
                    List.of(
                            "1 VALUE SECRET",
                            "1 PASSWORD SECRET",
                            "1 FIELD SECRET",
                            "3 FIELD DESCRIPTION",
                            "1 CARD_OR_IDENTITY SECRET",
                            "8 CARD_OR_IDENTITY DESCRIPTION",
                            "1 PASSKEY LEFT_OUT",
                            "1 FORMER_VALUE LEFT_OUT",
                            "2 FOLDER TAG",
                            "1 FOLDER EMPTY",
                            "1 EXPIRY ROTATION"),
                    SourceWords.holdings(source));
        }
    }

    @Test
    void foldersMayComeBehindTheItems() throws Exception {
        String turned = "{\"items\":[{\"type\":2,\"name\":\"N\",\"notes\":\"v\",\"folderId\":\"f\"}],"
                + "\"folders\":[{\"id\":\"f\",\"name\":\"Folder\"}],\"encrypted\":false}";
        try (ImportSource source = read(turned)) {
            assertEquals(List.of("N: #Folder"), SourceWords.extras(source));
        }
    }

    @Test
    void aValueThatCannotBeTakenIsNamedAndTheRestIsRead() throws Exception {
        String large = "{\"items\":[{\"type\":1,\"name\":\"L\",\"login\":{\"password\":\"" + "x".repeat((1 << 20) + 1)
                + "\",\"totp\":\"\\ud800\",\"username\":\"u\"}},{\"type\":2,\"name\":\"N\",\"notes\":\"v\"}]}";
        try (ImportSource source = read(large)) {
            assertEquals(List.of("N=v"), SourceWords.values(source));
            assertEquals(
                    List.of(
                            "L VALUE_TOO_LARGE L",
                            "L/One-time code HALF_CHARACTER L/One-time code",
                            "L/User name NO_VALUE"),
                    SourceWords.problems(source));
        }
    }

    private static ImportSource read(String text) throws Exception {
        return Exports.bytes(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    @Test
    void whatIsForAnAccountAloneIsNotSupported() {
        assertEquals(
                Reason.UNSUPPORTED,
                assertThrows(ImportException.class, () -> Exports.file("account-restricted.json"))
                        .reason());
    }

    @Test
    void whatHasNoItemsIsAnotherFormatAndABrokenItemDamaged() {
        assertEquals(Reason.OTHER_FORMAT, refusedText("{}"));
        assertEquals(Reason.OTHER_FORMAT, refusedText("[]"));
        assertEquals(Reason.DAMAGED, refusedText("{\"items\":[{\"name\":{}}]}"));
        assertEquals(Reason.DAMAGED, refusedText("{\"items\":[{\"name\":\"a\",\"name\":\"b\"}]}"));
        assertEquals(Reason.DAMAGED, refusedText("{\"items\":[{\"type\":\"login\"}]}"));
        assertEquals(Reason.DAMAGED, refusedText("{\"items\":[1]}"));
    }

    private static Reason refusedText(String text) {
        return assertThrows(ImportException.class, () -> read(text)).reason();
    }

    @Test
    void aFileThatIsCutOffAnywhereIsDamaged() throws Exception {
        byte[] whole = Exports.content("plain.json");
        int end = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf('}');
        for (int length = 0; length < end; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            ImportException refused = assertThrows(ImportException.class, () -> Exports.bytes(cut, Optional.empty()));
            assertEquals(Reason.DAMAGED, refused.reason());
        }
    }

    @Test
    void whatOtherProgramsAddToAnExportIsNamed() throws Exception {
        try (ImportSource source = read("{\"items\":[],\"sends\":[{\"text\":\"t\"}],\"folders\":null,\"version\":2}")) {
            assertEquals(List.of("sends NO_PLACE_FOR_IT"), SourceWords.problems(source));
            assertEquals(List.of("1 OTHER LEFT_OUT"), SourceWords.holdings(source));
        }
    }
}
