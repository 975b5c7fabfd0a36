package dev.lockstep.ui.health;

import dev.lockstep.vault.HealthReport.AgeCount;
import dev.lockstep.vault.HealthReport.DueCount;
import dev.lockstep.words.Text;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** How old the values are, and what is due in which month. */
final class Pictures {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("uuuu", Locale.ENGLISH);

    private final Bars ages;
    private final Bars dues;
    private final HBox root;

    Pictures(HealthViewModel model) {
        ages = new Bars(Text.of("health.ages"), Text.of("health.ages.part"), model::pick);
        dues = new Bars(Text.of("health.dues"), Text.of("health.dues.part"), model::pick);
        ages.root().setId("ages");
        dues.root().setId("dues");
        root = new HBox(24, ages.root(), dues.root());
        HBox.setHgrow(dues.root(), Priority.ALWAYS);
        model.overviewProperty()
                .subscribe(found ->
                        found.ifPresent(now -> show(now, model.shownProperty().get())));
        model.shownProperty().subscribe(this::mark);
    }

    Node root() {
        return root;
    }

    private void show(Overview now, Shown shown) {
        ages.show(now.ages().stream().map(Pictures::bar).toList(), "");
        List<Bar> months = new ArrayList<>();
        for (DueCount due : now.dues()) {
            months.add(bar(due, months.size() == 1));
        }
        dues.show(months, now.later() == 0 ? "" : Text.of("health.dues.later", now.later()));
        mark(shown);
    }

    private void mark(Shown shown) {
        ages.mark(shown);
        dues.mark(shown);
    }

    private static Bar bar(AgeCount count) {
        Shown shown = new Shown.Aged(count.age());
        return new Bar(
                ShownWords.brief(count.age()),
                Text.of("health.ages.spoken", ShownWords.of(shown), count.values(), count.weak()),
                count.values(),
                count.weak(),
                false,
                shown);
    }

    private static Bar bar(DueCount count, boolean first) {
        Shown shown = new Shown.DueIn(count.month());
        boolean overdue = count.month().isEmpty();
        String spoken = overdue
                ? Text.of("health.dues.spoken.overdue", ShownWords.of(shown), count.secrets())
                : Text.of("health.dues.spoken", ShownWords.of(shown), count.secrets(), count.soon());
        String label = count.month()
                .map(month -> label(month, first || month.getMonth() == Month.JANUARY))
                .orElse(Text.of("health.dues.overdue"));
        return new Bar(label, spoken, count.secrets(), count.soon(), overdue, shown);
    }

    private static String label(YearMonth month, boolean year) {
        return MONTH.format(month) + (year ? "\n" + YEAR.format(month) : "");
    }
}
