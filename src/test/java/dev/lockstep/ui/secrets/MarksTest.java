package dev.lockstep.ui.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.remote.Vendor;
import dev.lockstep.ui.kit.states.Sign;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Remote;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How secrets in the list stand at remotes, with vendors' simulators. */
class MarksTest {
    private RemoteDesk desk;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        desk = new RemoteDesk(folder);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void aVaultWithoutRemotesIsNeverAskedAbout() throws Exception {
        Entry secret = desk.ground.add("ALPHA", "value");
        Marks marks = desk.model().parts().marks();

        assertEquals(Optional.of(List.of()), marks.of(secret.id()));
        desk.time.pass(Duration.ofSeconds(10));
        assertEquals(0, marks.tellingsProperty().get());
        assertFalse(marks.connectedProperty().get());
    }

    @Test
    void nothingIsReadBeforeTheListHadItsTime() throws Exception {
        Entry secret = desk.ground.pushed(desk.remote(Vendor.HOOKLISTENER), "ALPHA", "value");
        Marks marks = desk.model().parts().marks();

        assertEquals(Optional.empty(), marks.of(secret.id()));
        desk.time.pass(Marks.AFTER_THE_LIST.minusMillis(1));
        assertEquals(Optional.empty(), marks.of(secret.id()));
        desk.time.pass(Marks.SOON.plusMillis(1));
        assertEquals(1, marks.of(secret.id()).orElseThrow().size());
    }

    @Test
    void theRowsOfOneScreenAreAskedAboutAtOnce() throws Exception {
        desk.remote(Vendor.HOOKLISTENER);
        List<Entry> secrets = List.of(desk.ground.add("A", "1"), desk.ground.add("B", "2"), desk.ground.add("C", "3"));
        Marks marks = desk.model().parts().marks();

        int before = marks.tellingsProperty().get();
        secrets.forEach(secret -> marks.of(secret.id()));
        desk.time.pass(Duration.ofSeconds(1));
        assertEquals(before + 1, marks.tellingsProperty().get());
        secrets.forEach(
                secret -> assertEquals(1, marks.of(secret.id()).orElseThrow().size()));
    }

    @Test
    void anEditIsToldAsNotPushedYetSoonAfterItIsSaved() throws Exception {
        Remote remote = desk.remote(Vendor.MIXPEEK);
        Entry secret = desk.ground.pushed(remote, "ALPHA", "value");
        SecretsViewModel model = desk.model();
        desk.ground.pass(Duration.ofMinutes(3));
        desk.ground.check(remote);
        Map<?, Sign> before = desk.signs(model, secret);

        desk.ground.edit(secret.id(), "another");

        assertEquals(
                before.get(remote.id()),
                model.parts().marks().of(secret.id()).orElseThrow().getFirst().sign(),
                "what was known stays until the answer");
        desk.time.pass(Marks.CALM);
        assertEquals(
                Sign.AHEAD,
                model.parts().marks().of(secret.id()).orElseThrow().getFirst().sign());
    }

    @Test
    void whatSomebodyElseChangedShowsAfterACheckThatTheUserAskedFor() throws Exception {
        Remote remote = desk.remote(Vendor.HOOKLISTENER);
        Entry secret = desk.ground.pushed(remote, "ALPHA", "value");
        desk.ground.pass(Duration.ofMinutes(3));
        desk.ground.change(Vendor.HOOKLISTENER, "ALPHA", "theirs");
        desk.ground.pass(Duration.ofMinutes(3));
        SecretsViewModel model = desk.model();

        model.parts().checking().start(remote.id());

        assertEquals(Optional.empty(), model.parts().checking().remoteProperty().get());
        assertEquals(
                "hooklistener: checked, 1 name there", desk.toasts.getLast().text());
        assertEquals(Map.of(remote.id(), Sign.CHANGED), desk.signs(model, secret));
    }

    @Test
    void aRemoteThatIsNotReachedIsToldAndKeepsWhatWasKnown() throws Exception {
        Remote remote = desk.ground.remote(Vendor.HOOKLISTENER, "http://127.0.0.1:1");
        SecretsViewModel model = desk.model();
        model.parts().checking().start(remote.id());
        assertTrue(desk.toasts.getLast().text().startsWith("hooklistener: not checked, "), desk.toasts::toString);
    }

    @Test
    void eachRemoteOfTheCollectionHasItsMarkAndTheWordsHideNamesWhilePresenting() throws Exception {
        Remote first = desk.remote(Vendor.HOOKLISTENER);
        Remote second = desk.remote(Vendor.MIXPEEK);
        Entry secret = desk.ground.pushed(first, "ALPHA", "value");
        SecretsViewModel model = desk.model();
        assertEquals(Set.of(first.id(), second.id()), desk.signs(model, secret).keySet());
        List<Mark> marks = model.parts().marks().of(secret.id()).orElseThrow();
        MarkWords words = new MarkWords(model.habits());

        assertTrue(words.lines(marks).startsWith("hooklistener: "), words.lines(marks));
        desk.discretion.presentingProperty().set(true);
        assertFalse(words.lines(marks).contains("hooklistener"), words.lines(marks));
        assertFalse(words.spoken(marks).contains("mixpeek"), words.spoken(marks));
    }

    @Test
    void afterTheVaultIsLockedNothingIsKnownAndNothingAsked() throws Exception {
        Entry secret = desk.ground.pushed(desk.remote(Vendor.HOOKLISTENER), "ALPHA", "value");
        SecretsViewModel model = desk.model();
        desk.signs(model, secret);

        model.close();

        assertEquals(Optional.empty(), model.parts().marks().of(secret.id()));
        int answers = model.parts().marks().tellingsProperty().get();
        desk.time.pass(Duration.ofMinutes(5));
        assertEquals(answers, model.parts().marks().tellingsProperty().get());
    }
}
