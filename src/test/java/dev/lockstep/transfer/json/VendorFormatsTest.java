package dev.lockstep.transfer.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.SourceWords;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Vault, Doppler and Infisical print, in files built as their documents and sources say. */
class VendorFormatsTest {
    private static Reason refused(String text, JsonFile.Content content) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return assertThrows(ImportException.class, () -> Reading.bytes(bytes, content))
                .reason();
    }

    @Test
    void theFirstVersionOfVaultKvMayHaveMembersThatAreCalledLikeThoseOfTheSecond() throws Exception {
        try (ImportSource source = Reading.file(new VaultKvFormat(), "vault-kv1.json")) {
            assertEquals(
                    List.of("api_key=fake-key-1", "data=a member that is called data", "metadata/owner=ops"),
                    SourceWords.values(source));
            assertEquals(List.of(), SourceWords.problems(source));
            assertEquals(List.of("3 VALUE SECRET"), SourceWords.holdings(source));
        }
    }

    @Test
    void theSecondVersionOfVaultKvHasMetadataAndAnEnd() throws Exception {
        try (ImportSource source = Reading.file(new VaultKvFormat(), "vault-kv2.json")) {
            assertEquals(List.of("API_KEY=fake-key-2", "nested/retries=3"), SourceWords.values(source));
            assertEquals(
                    List.of(
                            "API_KEY: contact: ops@example.com | team: payments @2027-02-01",
                            "nested/retries: contact: ops@example.com | team: payments @2027-02-01"),
                    SourceWords.extras(source));
            assertEquals(
                    List.of("10 TAKEN_AS_TEXT nested/retries", "12 NOT_A_VALUE unset"), SourceWords.problems(source));
            assertEquals(
                    List.of("2 VALUE SECRET", "1 VALUE LEFT_OUT", "2 FIELD DESCRIPTION", "1 EXPIRY ROTATION"),
                    SourceWords.holdings(source));
        }
    }

    @Test
    void aVersionThatIsDeletedOrDestroyedSaysSo() throws Exception {
        try (ImportSource source = Reading.file(new VaultKvFormat(), "vault-kv2-deleted.json")) {
            assertEquals(List.of("7 IN_THE_BIN"), SourceWords.problems(source));
            assertEquals(List.of("1 VALUE LEFT_OUT"), SourceWords.holdings(source));
        }
        try (ImportSource source = Reading.file(new VaultKvFormat(), "vault-kv2-destroyed.json")) {
            assertEquals(List.of("7 NO_VALUE"), SourceWords.problems(source));
        }
    }

    @Test
    void anAnswerWithoutDataIsNoSecretOfVault() {
        assertEquals(Reason.OTHER_FORMAT, refused("{\"errors\":[\"no\"]}", VaultKvFormat::read));
        assertEquals(Reason.OTHER_FORMAT, refused("{\"data\":null}", VaultKvFormat::read));
        assertEquals(Reason.DAMAGED, refused("{\"data\":{},\"data\":{}}", VaultKvFormat::read));
    }

    @Test
    void aDownloadOfDopplerIsFlatAndNamesItsConfig() throws Exception {
        try (ImportSource source = Reading.file(new DopplerFormat(), "doppler-download.json")) {
            assertEquals(List.of("API_KEY=fake-key", "MULTI=one\ntwo"), SourceWords.values(source));
            assertEquals(
                    List.of(
                            "1 NO_PLACE_FOR_IT DOPPLER_CONFIG",
                            "1 NO_PLACE_FOR_IT DOPPLER_ENVIRONMENT",
                            "1 NO_PLACE_FOR_IT DOPPLER_PROJECT"),
                    SourceWords.problems(source));
            assertEquals(List.of("2 VALUE SECRET", "3 OTHER LEFT_OUT"), SourceWords.holdings(source));
        }
    }

    @Test
    void ofComputedAndRawValuesOfDopplerTheComputedOnesAreTaken() throws Exception {
        try (ImportSource source = Reading.file(new DopplerFormat(), "doppler-secrets.json")) {
            assertEquals(
                    List.of("API_KEY=fake-key", "DATABASE_URL=postgres://app:pw@db/shop", "ONLY_RAW=x${API_KEY}"),
                    SourceWords.values(source));
            assertEquals(List.of("DATABASE_URL: Read replica"), SourceWords.extras(source));
            assertEquals(
                    List.of(
                            "1 NO_PLACE_FOR_IT DATABASE_URL/raw",
                            "1 NO_PLACE_FOR_IT DOPPLER_CONFIG",
                            "1 NO_PLACE_FOR_IT DOPPLER_ENVIRONMENT",
                            "1 NO_PLACE_FOR_IT DOPPLER_PROJECT",
                            "1 INTERPOLATION ONLY_RAW",
                            "1 NO_VALUE RESTRICTED"),
                    SourceWords.problems(source));
            assertEquals(
                    List.of("3 VALUE SECRET", "1 VALUE LEFT_OUT", "1 NOTE DESCRIPTION", "4 OTHER LEFT_OUT"),
                    SourceWords.holdings(source));
        }
    }

    @Test
    void anExportOfInfisicalHasCommentsTagsAndFolders() throws Exception {
        try (ImportSource source = Reading.file(new InfisicalFormat(), "infisical.json")) {
            assertEquals(
                    List.of("API_KEY=fake-key", "API_KEY (2)=fake-key-of-backend", "EMPTY="),
                    SourceWords.values(source));
            assertEquals(
                    List.of("API_KEY: Rotate in May #Payments #prod", "API_KEY (2): #/backend"),
                    SourceWords.extras(source));
            assertEquals(List.of("1 RENAMED API_KEY (2)", "1 NO_VALUE LOST"), SourceWords.problems(source));
            assertEquals(
                    List.of("3 VALUE SECRET", "1 VALUE LEFT_OUT", "1 NOTE DESCRIPTION", "1 FOLDER TAG", "2 TAG TAG"),
                    SourceWords.holdings(source));
        }
    }

    @Test
    void whatIsNoListOfObjectsIsNotOfInfisical() {
        assertEquals(Reason.OTHER_FORMAT, refused("{}", InfisicalFormat::read));
        assertEquals(Reason.OTHER_FORMAT, refused("[1]", InfisicalFormat::read));
    }

    @Test
    void whatAVendorHasAddedSinceIsNamed() throws Exception {
        String doppler = "{\"A\":{\"computed\":\"v\",\"rotated\":{\"by\":\"w\"},\"rawVisibility\":\"masked\"}}";
        try (ImportSource source = read(doppler, DopplerFormat::read)) {
            assertEquals(List.of("A=v"), SourceWords.values(source));
            assertEquals(List.of("1 NO_PLACE_FOR_IT A/rotated"), SourceWords.problems(source));
        }
        String infisical = "[{\"key\":\"A\",\"value\":\"v\",\"reminder\":\"May\",\"_id\":\"1\"}]";
        try (ImportSource source = read(infisical, InfisicalFormat::read)) {
            assertEquals(List.of("1 NO_PLACE_FOR_IT A/reminder"), SourceWords.problems(source));
        }
        String ours = "{\"lockstep\":\"secrets\",\"version\":1,\"made\":\"May\",\"secrets\":[]}";
        try (ImportSource source = Reading.text(ours)) {
            assertEquals(List.of("1 NO_PLACE_FOR_IT made"), SourceWords.problems(source));
        }
    }

    @Test
    void aSecretOfTheFirstVersionThatImitatesTheSecondLosesNothing() throws Exception {
        String imitation =
                "{\"data\":{\"data\":{\"a\":\"v\"},\"metadata\":{\"version\":1,\"created_time\":\"t\"},\"b\":\"w\"}}";
        try (ImportSource source = read(imitation, VaultKvFormat::read)) {
            assertEquals(
                    List.of("data/a=v", "metadata/version=1", "metadata/created_time=t", "b=w"),
                    SourceWords.values(source));
        }
    }

    private static ImportSource read(String text, JsonFile.Content content) throws Exception {
        return Reading.bytes(text.getBytes(StandardCharsets.UTF_8), content);
    }
}
