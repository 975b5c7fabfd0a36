package dev.lockstep.ui.sync;

import dev.lockstep.sync.plan.Banner;
import dev.lockstep.sync.plan.Contact;
import dev.lockstep.ui.kit.Controls;
import dev.lockstep.ui.kit.Icon;
import dev.lockstep.words.Text;
import dev.lockstep.words.sync.BannerWords;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What has to be said of whole remotes before their rows; the first few of it. */
final class BannerBox {
    private static final int MOST = 3;

    private final SyncViewModel model;
    private final Stage.Planned planned;
    private final BannerWords words;
    private final VBox root = new VBox(4);

    BannerBox(SyncViewModel model, Stage.Planned planned) {
        this.model = model;
        this.planned = planned;
        words = new BannerWords(model.spelling());
        root.setId("sync-banners");
        root.setMinHeight(Region.USE_PREF_SIZE);
        model.unfinishedProperty().get().ifPresent(left -> unfinished(left.tasks()));
        planned.plan().plan().banners().forEach(this::banner);
        planned.plan().plan().contacts().stream()
                .filter(Contact::first)
                .filter(contact ->
                        !contact.unknown().isEmpty() || !contact.clashes().isEmpty())
                .forEach(this::first);
        int all = root.getChildren().size();
        if (all > MOST) {
            root.getChildren().remove(MOST, all);
            root.getChildren().add(Controls.wrapped(Text.of("sync.banners.more", all - MOST), "hint"));
        }
        root.setPadding(root.getChildren().isEmpty() ? Insets.EMPTY : new Insets(0, 0, 8, 0));
    }

    Node root() {
        return root;
    }

    private void unfinished(int tasks) {
        HBox line = line(Feather.ROTATE_CW, Text.of("sync.unfinished", tasks), "notice-warn");
        if (!model.readOnly()) {
            line.getChildren()
                    .addAll(
                            link("resume-sync", Text.of("sync.resume"), model::resume),
                            link("abandon-sync", Text.of("sync.abandon"), model::abandon));
        }
        root.getChildren().add(line);
    }

    private void banner(Banner banner) {
        boolean grave = banner instanceof Banner.EmptyListing || banner instanceof Banner.ListingFailed;
        String remote = model.spelling().name(planned.sites().name(banner.remote()));
        HBox line = line(icon(banner), words.of(banner, remote), grave ? "notice-warn" : "notice-info");
        if (banner instanceof Banner.EmptyListing list) {
            line.getChildren().add(link("doubt-empty", Text.of("sync.doubt"), () -> model.doubt(list)));
        }
        root.getChildren().add(line);
    }

    private static Feather icon(Banner banner) {
        return switch (banner) {
            case Banner.EmptyListing empty -> Feather.ALERT_TRIANGLE;
            case Banner.ListingFailed failed -> Feather.CLOUD_OFF;
            case Banner.NeverListed never -> Feather.HELP_CIRCLE;
            case Banner.Paused paused -> Feather.PAUSE;
            case Banner.Unreadable unreadable -> Feather.EYE_OFF;
            case Banner.Unclear unclear -> Feather.INFO;
        };
    }

    private void first(Contact contact) {
        String remote = model.spelling().name(planned.sites().name(contact.remote()));
        HBox line = line(Feather.INFO, BannerWords.first(contact, remote), "notice-info");
        boolean several = planned.there().contacts().size() > 1;
        if (several || model.tabProperty().get() != Tab.THERE) {
            Hyperlink show = link("show-there", Text.of("sync.show-there"), () -> show(contact));
            show.setAccessibleText(Text.of("sync.show-there.spoken", remote));
            line.getChildren().add(show);
        }
        root.getChildren().add(line);
    }

    private void show(Contact contact) {
        planned.there().chosenProperty().set(Optional.of(contact.remote()));
        model.tabProperty().set(Tab.THERE);
    }

    private static Hyperlink link(String id, String words, Runnable action) {
        Hyperlink link = new Hyperlink(words);
        link.setId(id);
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(event -> action.run());
        return link;
    }

    private static HBox line(Feather icon, String words, String style) {
        Label told = Controls.wrapped(words, "banner-words");
        told.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(told, Priority.ALWAYS);
        HBox line = new HBox(8, Icon.of(icon), told);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("notice", style, "sync-banner");
        return line;
    }
}
