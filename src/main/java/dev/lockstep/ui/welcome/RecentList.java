package dev.lockstep.ui.welcome;

import dev.lockstep.words.Text;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** The recent vaults: Enter or a double click opens one, Delete takes it off the list. */
final class RecentList {
    private static final double ROW = 56;
    private static final int MOST_ROWS = 5;

    private final WelcomeViewModel model;
    private final ListView<RecentVault> list = new ListView<>();

    RecentList(WelcomeViewModel model) {
        this.model = model;
        list.setCellFactory(view -> new RecentCell(model));
        list.setFixedCellSize(ROW);
        list.getStyleClass().add("recent-list");
        list.setAccessibleText(Text.of("welcome.recent"));
        list.setOnMouseClicked(this::clicked);
        list.setOnKeyPressed(this::pressed);
        model.discretion().presentingProperty().subscribe(presenting -> list.refresh());
    }

    Parent root() {
        return list;
    }

    void focus() {
        list.requestFocus();
    }

    /** Shows these rows and keeps the selection at its place. */
    void show(List<RecentVault> vaults) {
        int selected = Math.max(0, list.getSelectionModel().getSelectedIndex());
        list.getItems().setAll(vaults);
        list.setPrefHeight(Math.min(vaults.size(), MOST_ROWS) * ROW + 2);
        list.setMinHeight(Math.min(vaults.size(), 2) * ROW + 2);
        list.getSelectionModel().select(Math.min(selected, vaults.size() - 1));
    }

    private void clicked(MouseEvent click) {
        if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
            open();
        }
    }

    private void pressed(KeyEvent key) {
        switch (key.getCode()) {
            case ENTER -> open();
            case DELETE, BACK_SPACE -> remove();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void open() {
        RecentVault chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.open(chosen);
        }
    }

    private void remove() {
        RecentVault chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.remove(chosen);
        }
    }
}
