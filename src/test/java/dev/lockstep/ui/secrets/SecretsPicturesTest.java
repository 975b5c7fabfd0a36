package dev.lockstep.ui.secrets;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.model.SecretId;
import dev.lockstep.ui.kit.Screens;
import dev.lockstep.ui.kit.ToolkitTest;
import dev.lockstep.ui.secrets.SecretsViewModel.Action;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.Query;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsPicturesTest extends ToolkitTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        runOnFx(desk::close);
    }

    @Test
    void theMainWindow() throws Exception {
        DemoSecrets.fill(desk);

        picture("main", model -> select(model, "STRIPE_API_KEY"));
        picture("main-revealed", model -> {
            select(model, "STRIPE_API_KEY");
            model.run(Action.REVEAL);
        });
        picture("main-all-shown", model -> {
            model.onScreen(() -> model.parts().list().ids(0, 16));
            model.run(Action.REVEAL_ALL);
        });
        picture("main-several", model -> {
            List<SecretId> ids = model.parts().list().ids(2, 6);
            model.parts().list().choose(ids);
        });
        picture("main-due", model -> {
            model.run(Action.ROTATE_SOON);
            model.parts().list().choose(model.parts().list().ids(1, 2));
        });
        picture("main-no-hits", model -> model.parts().list().textProperty().set("strpe"));
        picture("main-delete-question", model -> {
            desk.vaultDo(() -> desk.vault.secrets().trash(model.parts().list().ids(0, 3)));
            model.parts().sidebar().choose(new Query.Scope.Trash());
            model.parts().list().choose(model.parts().list().ids(1, 2));
            model.run(Action.DELETE_FOR_GOOD);
        });
        picture("main-trash", model -> {
            model.parts().sidebar().choose(new Query.Scope.Trash());
            model.parts().list().choose(model.parts().list().ids(1, 2));
        });
        picture("main-collection-form", model -> model.run(Action.NEW_COLLECTION));
        picture("main-tags", model -> {
            model.parts().list().choose(model.parts().list().ids(0, 9));
            model.run(Action.TAGS);
        });
    }

    @Test
    void anEmptyVault() {
        picture("main-empty", model -> {});
    }

    private void picture(String name, Consumer<SecretsViewModel> prepare) {
        for (double[] size : new double[][] {{1280, 800}, {900, 600}}) {
            String full = name + "-" + (int) size[0];
            Screens.write(
                    full,
                    () -> {
                        SecretsViewModel model = desk.model();
                        SecretsView view = new SecretsView(model);
                        prepare.accept(model);
                        Platform.runLater(
                                () -> view.root().lookup(".secret-table").requestFocus());
                        return view.root();
                    },
                    size[0],
                    size[1]);
            assertTrue(Files.exists(Path.of("target", "screens", full + "-dark.png")));
        }
    }

    private void select(SecretsViewModel model, String name) {
        HitList rows = model.parts().list().rows();
        for (int i = 0; i < rows.size(); i++) {
            Entry entry = rows.get(i).entry().orElseThrow();
            if (entry.name().equals(name) && entry.favourite()) {
                model.parts().list().choose(List.of(rows.id(i)));
                return;
            }
        }
    }
}
