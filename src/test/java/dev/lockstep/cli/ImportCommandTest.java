package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.transfer.Columns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Imports from the command line: first what would happen, then the writing. */
class ImportCommandTest {
    @TempDir
    private Path folder;

    private CommandGround ground;
    private String source;

    @BeforeEach
    void aVaultAndAFile() throws Exception {
        ground = CommandGround.create(folder);
        ground.set("SAME", "1");
        ground.set("DIFFERS", "1");
        source = Files.writeString(folder.resolve("x.env"), "SAME=1\nDIFFERS=2\nNEW=3\nnonsense\n")
                .toString();
    }

    @Test
    void aPreviewTellsOfEveryNameAndWritesNothing() {
        String told = ground.done("import", source, "--dry-run");

        assertTrue(told.contains("same\tSAME\t"), told);
        assertTrue(told.contains("differs\tDIFFERS\t"), told);
        assertTrue(told.contains("new\tNEW\t"), told);
        assertTrue(told.contains("unusable\tLine 4: "), told);
        assertTrue(told.contains("3 values become secrets."), told);
        assertEquals("1", ground.done("get", "DIFFERS", "--reveal"));
    }

    @Test
    void whatDiffersIsSkippedUnlessItIsToBeReplaced() {
        ground.done("import", source, "--yes");
        assertEquals("1", ground.done("get", "DIFFERS", "--reveal"));
        assertEquals("3", ground.done("get", "NEW", "--reveal"));

        ground.done("import", source, "--yes", "--on-conflict", "replace");
        assertEquals("2", ground.done("get", "DIFFERS", "--reveal"));
    }

    @Test
    void itAsksOnATerminalAndWritesOnlyAfterAYes() {
        ground.fresh().answers("n");
        assertEquals(ExitCode.INTERRUPTED, ground.run("import", source));
        assertEquals(
                "Write 1 secret to Personal? [y/N] ",
                ground.terminal().prompts().getFirst());
        ground.refused(ExitCode.NOT_FOUND, "get", "NEW", "--reveal");

        ground.fresh().answers("y");
        assertEquals(ExitCode.OK, ground.run("import", source));
        assertEquals("3", ground.done("get", "NEW", "--reveal"));
    }

    @Test
    void withoutATerminalItNeedsAYesBefore() {
        ground.fresh();

        assertEquals(ExitCode.USAGE, ground.run("import", source));
        assertTrue(ground.terminal().complained().contains("--yes"));
        ground.refused(ExitCode.NOT_FOUND, "get", "NEW", "--reveal");
    }

    @Test
    void whatIsAllThereAlreadyIsWrittenAgainByNobody() {
        ground.done("import", source, "--yes", "--on-conflict", "replace");

        assertTrue(ground.done("import", source).contains("same\tNEW"));
        assertEquals(0, ground.terminal().prompts().size());
    }

    @Test
    void jsonTellsThePlanWithoutValues() throws Exception {
        JsonNode plan = ground.json("import", source, "--dry-run");

        assertEquals("dotenv", plan.get("format").asText());
        assertEquals("differs", plan.get("entries").get(1).get("comparison").asText());
        assertEquals("skip", plan.get("entries").get(1).get("choice").asText());
        assertEquals(4, plan.get("problems").get(0).get("line").asInt());
        assertEquals(1, plan.get("holdings").get(1).get("count").asInt());
    }

    @Test
    void aFormatThatNobodyKnowsAndAFileThatIsNotThereAreTold() {
        assertTrue(ground.refused(ExitCode.USAGE, "import", source, "--format", "dotemv")
                .contains("dotenv"));
        ground.refused(ExitCode.NO_INPUT, "import", source + "2", "--yes");
    }

    @Test
    void columnsAreCountedFromOne() throws Exception {
        assertEquals(
                new Columns(true, 0, 2, OptionalInt.empty(), OptionalInt.of(4)),
                ColumnChoice.of("name=1,value=3,tags=5"));
        assertEquals(
                new Columns(false, 1, 0, OptionalInt.empty(), OptionalInt.empty()),
                ColumnChoice.of("value=1,heading=no,name=2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "name=1", "name=0,value=1", "name=1,value=2,value=3", "name=1,value=2,x=3", "name=1;value=2"
            })
    void columnsThatMakeNoSenseAreRefused(String columns) {
        Refusal refusal = Assertions.assertThrows(Refusal.class, () -> ColumnChoice.of(columns));

        assertEquals(ExitCode.USAGE, refusal.code());
    }
}
