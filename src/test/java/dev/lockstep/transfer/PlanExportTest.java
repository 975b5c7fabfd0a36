package dev.lockstep.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.model.CollectionId;
import dev.lockstep.model.RemoteId;
import dev.lockstep.model.RowId;
import dev.lockstep.model.SecretId;
import dev.lockstep.naming.NameMapping;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.sync.ledger.Fingerprint;
import dev.lockstep.sync.ledger.Head;
import dev.lockstep.sync.ledger.RemoteLedger;
import dev.lockstep.sync.plan.Banner;
import dev.lockstep.sync.plan.LocalSecret;
import dev.lockstep.sync.plan.LocalSecrets;
import dev.lockstep.sync.plan.Operation;
import dev.lockstep.sync.plan.Plan;
import dev.lockstep.sync.plan.Planner;
import dev.lockstep.sync.plan.RemoteNow;
import dev.lockstep.sync.plan.Row;
import dev.lockstep.sync.plan.Target;
import dev.lockstep.sync.plan.ValueShape;
import dev.lockstep.sync.plan.Values;
import dev.lockstep.transfer.PlanExport.Format;
import dev.lockstep.vault.Conduct;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanExportTest {
    private static final CollectionId COLLECTION = new CollectionId(new RowId(1, 1));
    private static final String REMOTE = "Prod | <b>";
    private static final String AWKWARD = "a|b`c*[x](http://e.vil)<!--\n# h\u202e";

    @TempDir
    private Path folder;

    /** Values whose length alone would tell. */
    private static final class Canaries implements Values {
        @Override
        public Fingerprint fingerprint(SecretId secret, RemoteId remote, String there) {
            return new Fingerprint(0x0c0ffee0c0ffee00L, 1, 2, 3);
        }

        @Override
        public ValueShape shape(SecretId secret) {
            return new ValueShape(77_123, 77_123, true);
        }
    }

    private static final class Words implements PlanWording {
        @Override
        public String title() {
            return "Plan";
        }

        @Override
        public String remote(RemoteId remote) {
            return REMOTE;
        }

        @Override
        public String banner(Banner banner) {
            return "Never listed";
        }

        @Override
        public String operation(Operation operation) {
            return operation.name();
        }

        @Override
        public String reason(Row row) {
            return "Because of " + row.name();
        }

        @Override
        public String column(Column column) {
            return column.name();
        }
    }

    private static PlanExport export(Head head, String... names) throws Exception {
        List<LocalSecret> secrets = new ArrayList<>();
        for (String name : names) {
            secrets.add(
                    new LocalSecret(new SecretId(new RowId(2, secrets.size())), COLLECTION, name, false, 77_123, 5));
        }
        Target target = new Target(
                new RemoteId(new RowId(3, 3)),
                COLLECTION,
                VendorContracts.KV_V2,
                NameMapping.AS_IS,
                "",
                Conduct.DEFAULT);
        RemoteNow remote = new RemoteNow(target, RemoteLedger.of(head, List.of()));
        Plan plan = Planner.plan(List.of(remote), new LocalSecrets(secrets), new Canaries());
        return new PlanExport(plan, new Words());
    }

    private static PlanExport export(String... names) throws Exception {
        return export(Head.NONE.listed(Instant.EPOCH, 0), names);
    }

    @Test
    void theJsonTellsEachRowByWordsThatStay() throws Exception {
        JsonNode plan = new ObjectMapper().readTree(export("API_KEY", AWKWARD).text(Format.JSON));

        assertEquals("lockstep-plan", plan.get("format").textValue());
        assertEquals(1, plan.get("summary").get("CREATE").intValue());
        assertEquals(64, plan.get("digest").textValue().length());
        JsonNode row = plan.get("rows").get(0);
        assertEquals(
                List.of("remote", "secret", "there", "operation", "reason", "state", "ticked", "warnings"),
                StreamSupport.stream(((Iterable<String>) row::fieldNames).spliterator(), false)
                        .toList());
        assertEquals(REMOTE, row.get("remote").textValue());
        assertEquals("New", row.get("reason").textValue());
        assertEquals("MissingThere", row.get("state").textValue());
        assertEquals(AWKWARD, plan.get("rows").get(1).get("secret").textValue());
    }

    @Test
    void theJsonIsAscii() throws Exception {
        assertTrue(export(AWKWARD, "\u00fc\u9375").text(Format.JSON).chars().allMatch(unit -> unit < 127));
    }

    @Test
    void theMarkdownHasATableForEachRemoteAndEveryNameReadsAsItIs() throws Exception {
        assertEquals("""
                # Plan

                - CREATE: 1
                - BLOCKED: 1

                ## Prod \\| \\<b\\>

                | TICKED | OPERATION | SECRET | THERE | REASON |
                |---|---|---|---|---|
                | x | CREATE | API\\_KEY | API\\_KEY | Because of API\\_KEY |
                |  | BLOCKED | a\\|b\\`\\{U\\+000A\\}\\{U\\+202E\\} | a\\|b\\`\\{U\\+000A\\}\\{U\\+202E\\} |\
                 Because of a\\|b\\`\\{U\\+000A\\}\\{U\\+202E\\} |
                """, export("API_KEY", "a|b`\n\u202e").text(Format.MARKDOWN));
    }

    @Test
    void aRowStaysOneLineWhateverItsName() throws Exception {
        assertEquals(
                export("A", "b c").text(Format.MARKDOWN).lines().count(),
                export("A", AWKWARD).text(Format.MARKDOWN).lines().count());
    }

    @Test
    void neitherLengthNorFingerprintOfAValueIsTold() throws Exception {
        for (Format format : Format.values()) {
            String text = export("A").text(format);
            assertFalse(text.contains("77123") || text.contains("77,123"), text);
            assertFalse(text.contains("c0ffee"), text);
        }
    }

    @Test
    void whatIsSaidOfAWholeRemoteIsTold() throws Exception {
        assertTrue(export(Head.NONE, "A").text(Format.MARKDOWN).contains("\n> Never listed\n"));
        assertTrue(export(Head.NONE, "A").text(Format.JSON).contains("\"NeverListed\""));
    }

    @Test
    void theFileIsWrittenWholeAndReplacesNothingUnasked() throws Exception {
        Path target = folder.resolve("plan.md");
        export("A").write(target, false, Format.MARKDOWN);

        assertEquals(export("A").text(Format.MARKDOWN), Files.readString(target));
        PlanExport again = export("B");
        assertEquals(
                ExportException.Reason.EXISTS,
                assertThrows(ExportException.class, () -> again.write(target, false, Format.MARKDOWN))
                        .reason());
        again.write(target, true, Format.JSON);
        assertEquals(again.text(Format.JSON), Files.readString(target));
    }
}
