package dev.lockstep.transfer.onepassword;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.transfer.ImportFormat.Likeness;
import dev.lockstep.transfer.Imported;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnePasswordFormatTest {
    @TempDir
    private Path folder;

    private Imported example() throws Exception {
        return Archives.read(Files.write(folder.resolve("example.1pux"), Archives.example()));
    }

    @Test
    void everySecretOfTheExampleIsAnEntry() throws Exception {
        assertEquals(
                List.of(
                        "Dropbox=most-secure-password-ever! | User name: wendy\\nremember: on\\nSecurity "
                                + "Questions/color: green\\nAddress: https://www.dropbox.com/\\nAddress: https://db.tt/"
                                + "\\nThis is a note. *bold*!\\nsecond line | work,files,Personal",
                        "Dropbox/Security Questions/PIN=12345 |  | work,files,Personal",
                        "Dropbox/One-time code=otpauth://totp/Dropbox?secret=JBSWY3DPEHPK3PXP |  | work,files,Personal",
                        "Door=The code is 1234\\n |  | Personal",
                        "Wi-Fi=only-a-password | from: w@example.invalid\\nhome: 1 Way, Town, ca | Personal",
                        "Visa/number=4111111111111111 | cardholder name: Wendy\\nexpiry date: 202612 | Personal",
                        "Visa/verification number=123 |  | Personal",
                        "Stripe live=fake-api-credential-42 | User name: apiuser\\ntype: bearer\\nvalid from: 2026-01-01"
                                + "\\nhostname: api.example.invalid\\nrotate yearly | Live | 2026-12-31",
                        "Deploy key=-----BEGIN PRIVATE KEY-----\\nMIIBfake\\n-----END PRIVATE KEY-----\\n |  | Live",
                        "db \u00fc \u9375/password=pw \"quoted\" \\ \ud83d\ude00 | URL: ssh://db.example.invalid\\n"
                                + "User name: root | archived,Live",
                        "db \u00fc \u9375/Admin Console/console password=console-pw |  | archived,Live",
                        "From version 2=v2 |  | Live"),
                example().entries());
    }

    @Test
    void everyLossOfTheExampleIsNamed() throws Exception {
        assertEquals(
                List.of(
                        "Personal/Dropbox FORMER_VALUE Dropbox",
                        "Personal/Dropbox FORMER_VALUE Dropbox",
                        "Personal/Wi-Fi ATTACHMENT Wi-Fi/scan.png",
                        "Personal/Wi-Fi NO_PLACE_FOR_IT Wi-Fi/linked",
                        "Personal/Passkey only NO_VALUE Passkey only",
                        "Personal/Passkey only NO_PLACE_FOR_IT Passkey only/Passkey",
                        "Personal/Passkey only NO_PLACE_FOR_IT Passkey only/futureThing",
                        "Personal/Thrown away IN_THE_BIN Thrown away",
                        "Personal/Contract NO_VALUE Contract",
                        "Personal/Contract ATTACHMENT Contract/contract.pdf",
                        "Live/From version 2 ATTACHMENT From version 2/old.txt",
                        "files/unknown__left.bin ATTACHMENT"),
                example().problems());
    }

    @Test
    void everythingInTheExampleIsCountedOnce() throws Exception {
        assertEquals(
                List.of(
                        "PASSWORD SECRET 3",
                        "PASSWORD LEFT_OUT 1",
                        "FIELD SECRET 6",
                        "FIELD DESCRIPTION 9",
                        "FIELD EMPTY 2",
                        "USER_NAME DESCRIPTION 3",
                        "USER_NAME LEFT_OUT 1",
                        "ADDRESS DESCRIPTION 3",
                        "NOTE SECRET 1",
                        "NOTE DESCRIPTION 2",
                        "NOTE EMPTY 8",
                        "ONE_TIME_CODE SECRET 1",
                        "CARD_OR_IDENTITY SECRET 1",
                        "PASSKEY LEFT_OUT 1",
                        "ATTACHMENT LEFT_OUT 4",
                        "FORMER_VALUE LEFT_OUT 2",
                        "FOLDER TAG 8",
                        "FOLDER LEFT_OUT 3",
                        "TAG TAG 3",
                        "EXPIRY ROTATION 1",
                        "OTHER LEFT_OUT 3"),
                example().holdings());
    }

    @Test
    void membersMayComeInAnyOrder() throws Exception {
        String item = "{\"details\":{\"sections\":[{\"fields\":[{\"value\":{\"concealed\":\"c\"},\"id\":\"i\"}]}],"
                + "\"loginFields\":[{\"designation\":\"password\",\"value\":\"p\"}]},\"overview\":{\"title\":\"T\"}}";
        String data = "{\"accounts\":[{\"vaults\":[{\"items\":[" + item + "],\"attrs\":{\"name\":\"V\"}}]}]}";
        assertEquals(
                List.of("T=p |  | V", "T/i=c |  | V"),
                Archives.data(data.getBytes(StandardCharsets.UTF_8)).entries());
    }

    @Test
    void aTextOfAnUnknownTypeIsTakenForASecretAndWhatIsNoTextIsToldOf() throws Exception {
        Imported read = Archives.item("\"overview\":{\"title\":\"T\"},\"details\":{\"sections\":[{\"fields\":["
                + "{\"title\":\"a\",\"value\":{\"future\":\"x\"}},{\"title\":\"b\",\"value\":{\"future\":[1]}},"
                + "{\"title\":\"c\",\"value\":{\"date\":99999999999999999}},{\"title\":\"d\",\"value\":null}]}]}");
        assertEquals(List.of("T=x |  | V"), read.entries());
        assertEquals(List.of("V/T NO_PLACE_FOR_IT T/b", "V/T NO_PLACE_FOR_IT T/c"), read.problems());
    }

    @Test
    void aNoteThatIsTooLongToDescribeIsASecretOfItsOwn() throws Exception {
        String note = "n".repeat(10_001);
        Imported read = Archives.item(
                "\"overview\":{\"title\":\"T\"},\"details\":{\"password\":\"p\",\"notesPlain\":\"" + note + "\"}");
        assertEquals(List.of("T=p |  | V", "T/Notes=" + note + " |  | V"), read.entries());
    }

    @Test
    void anArchiveIsKnownByItsFirstFileOrItsName() throws Exception {
        OnePasswordFormat format = new OnePasswordFormat();
        byte[] zip = Archives.example();
        assertEquals(Likeness.SURE, format.judge(Path.of("a.zip"), zip));
        byte[] other = zip.clone();
        other[30] = 'x';
        assertEquals(Likeness.SURE, format.judge(Path.of("a.1PUX"), other));
        assertEquals(Likeness.NO, format.judge(Path.of("a.zip"), other));
        assertEquals(Likeness.NO, format.judge(Path.of("a.1pux"), new byte[0]));
    }
}
