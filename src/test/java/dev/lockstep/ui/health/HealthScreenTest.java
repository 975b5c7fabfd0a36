package dev.lockstep.ui.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.SecretId;
import dev.lockstep.ui.kit.Screens;
import dev.lockstep.ui.kit.Sheet;
import dev.lockstep.ui.kit.Theme;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Finding.Concern;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthScreenTest extends ToolkitTest {
    @TempDir
    private Path folder;

    private Ward ward;
    private final List<Stage> stages = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        ward = new Ward(folder);
    }

    @AfterEach
    void close() {
        runOnFx(() -> stages.forEach(Stage::close));
        runOnFx(ward::close);
    }

    private Scene show(HealthViewModel model) {
        Scene scene = onFx(() -> {
            Scene made = new Scene(new HealthView(model).root(), 960, 700);
            Theme.dress(made);
            Stage stage = new Stage();
            stage.setScene(made);
            stage.show();
            stages.add(stage);
            return made;
        });
        settle();
        return scene;
    }

    private static Parent sheet(HealthViewModel model) {
        StackPane host = new StackPane();
        Sheet.over(host, new HealthView(model).root());
        return host;
    }

    private static List<Button> bars(Scene scene, String picture) {
        return scene.lookup(picture).lookupAll(".bar").stream()
                .map(node -> (Button) node)
                .toList();
    }

    @Test
    void itIsDrawn() throws Exception {
        ward.fill();
        Screens.write("health-unseen-900", () -> sheet(onFxThread(Optional.empty(), false)), 900, 600);
        Screens.write("health-900", () -> sheet(onFxThread(Optional.empty(), true)), 900, 600);
        Screens.write(
                "health-overdue-1280",
                () -> sheet(onFxThread(Optional.of(new Shown.DueIn(Optional.empty())), true)),
                1280,
                800);
        assertTrue(onFx(() -> ward.model().overviewProperty().get().isPresent()));
    }

    @Test
    void nothingToWorryAboutIsDrawn() {
        Screens.write("health-empty-900", () -> sheet(ward.model()), 900, 600);
        assertEquals(
                0,
                onFx(() -> ward.model().overviewProperty().get().orElseThrow().secrets()));
    }

    private HealthViewModel onFxThread(Optional<Shown> shown, boolean look) {
        HealthViewModel model = ward.model();
        if (look) {
            model.look();
        }
        shown.ifPresent(model::pick);
        return model;
    }

    @Test
    void aBarShowsWhatItStandsFor() throws Exception {
        ward.due("LATE", -1);
        ward.due("NEXT_MONTH", 40);
        HealthViewModel model = onFx(ward::model);
        Scene scene = show(model);
        List<Button> dues = onFx(() -> bars(scene, "#dues"));
        assertEquals(13, dues.size());
        assertEquals(6, onFx(() -> bars(scene, "#ages")).size());

        Button june = dues.get(2);
        assertEquals("Due in June 2026: 1, of these soon: 0", june.getAccessibleText());
        runOnFx(june::fire);
        settle();

        assertEquals(
                List.of("NEXT_MONTH"),
                onFx(() -> model.findingsProperty().get().stream()
                        .map(finding -> model.entry(finding).orElseThrow().name())
                        .toList()));
        assertTrue(onFx(() ->
                june.getPseudoClassStates().stream().anyMatch(state -> "shown".equals(state.getPseudoClassName()))));
        assertEquals(
                -1,
                onFx(() -> ((ListView<?>) scene.lookup("#concerns"))
                        .getSelectionModel()
                        .getSelectedIndex()));
    }

    @Test
    void theKeyboardGoesFromAConcernToTheSecret() throws Exception {
        ward.due("LATE", -1);
        SecretId weak = ward.add(ward.production, "WEAK", "hunter2");
        HealthViewModel model = onFx(ward::model);
        Scene scene = show(model);
        ListView<?> concerns = onFx(() -> (ListView<?>) scene.lookup("#concerns"));
        ListView<?> findings = onFx(() -> (ListView<?>) scene.lookup("#findings"));

        runOnFx(() -> concerns.getSelectionModel().select(1 + Concern.WEAK.ordinal()));
        settle();
        assertEquals(1, onFx(() -> findings.getItems().size()));
        runOnFx(() -> {
            findings.getSelectionModel().select(0);
            Event.fireEvent(findings, pressed(KeyCode.ENTER));
        });

        assertEquals(List.of(weak), ward.edited.stream().map(Entry::id).toList());
    }

    @Test
    void theButtonsWaitForAFindingAndLeadToTheList() throws Exception {
        SecretId weak = ward.add(ward.production, "WEAK", "hunter2");
        Scene scene = show(onFx(ward::model));
        Button locate = onFx(() -> (Button) scene.lookup("#locate-finding"));
        assertTrue(onFx(locate::isDisabled));

        runOnFx(() ->
                ((ListView<?>) scene.lookup("#findings")).getSelectionModel().select(0));
        runOnFx(locate::fire);

        assertEquals(List.of(weak), ward.listed.stream().map(Entry::id).toList());
    }

    @Test
    void theNextFindingIsSelectedAfterOneWasMended() throws Exception {
        SecretId first = ward.add(ward.production, "A_WEAK", "hunter2");
        ward.add(ward.production, "B_WEAK", "secret1");
        Scene scene = show(onFx(ward::model));
        ListView<?> findings = onFx(() -> (ListView<?>) scene.lookup("#findings"));
        runOnFx(() -> findings.getSelectionModel().select(0));

        onFx(() -> {
            ward.vault.secrets().trash(List.of(first));
            return true;
        });
        settle();

        assertEquals(0, onFx(() -> findings.getSelectionModel().getSelectedIndex()));
        assertEquals(1, onFx(() -> findings.getItems().size()));
    }

    @Test
    void lookingIsOfferedUntilAllValuesWereSeen() throws Exception {
        ward.add(ward.production, "ALPHA", Ward.STRONG);
        Scene scene = show(onFx(ward::model));
        Button look = onFx(() -> (Button) scene.lookup("#look"));

        runOnFx(look::fire);
        settle();

        assertTrue(onFx(() -> scene.lookup("#look") == null));
        assertEquals(
                "1 secret, nothing to worry about", onFx(() -> ((Label) scene.lookup("#health-summary")).getText()));
    }

    @Test
    void everyControlHasAName() throws Exception {
        ward.fill();
        Scene scene = show(onFx(ward::model));
        List<String> nameless = onFx(() -> scene.getRoot().lookupAll("*").stream()
                .filter(Node::isFocusTraversable)
                .filter(node -> !(node instanceof Button button
                                && button.getText() != null
                                && !button.getText().isEmpty())
                        && (node.getAccessibleText() == null
                                || node.getAccessibleText().isBlank()))
                .map(Object::toString)
                .toList());
        assertEquals(List.of(), nameless);
    }

    private static KeyEvent pressed(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }
}
