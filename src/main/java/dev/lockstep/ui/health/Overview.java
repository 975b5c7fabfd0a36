package dev.lockstep.ui.health;

import dev.lockstep.model.CollectionId;
import dev.lockstep.vault.Finding.Concern;
import dev.lockstep.vault.HealthReport;
import dev.lockstep.vault.SecretCollection;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A report with all its figures, counted away from the screen.
 *
 * @param secrets how many there are outside the trash
 * @param affected how many of them have something to worry about
 * @param values how many of them have a value
 * @param lookedInto how many values were looked into
 * @param concerns how many findings there are of each concern
 * @param later how many secrets are due after the months shown
 * @param collections what each collection is called
 */
record Overview(
        HealthReport report,
        int secrets,
        int affected,
        int values,
        int lookedInto,
        Map<Concern, Integer> concerns,
        List<HealthReport.AgeCount> ages,
        List<HealthReport.DueCount> dues,
        int later,
        Map<CollectionId, String> collections) {

    static Overview of(HealthReport report, List<SecretCollection> collections) {
        return new Overview(
                report,
                report.secrets(),
                report.affected(),
                report.values(),
                report.lookedInto(),
                Arrays.stream(Concern.values())
                        .collect(Collectors.toUnmodifiableMap(
                                concern -> concern,
                                concern -> report.findings(concern).size())),
                report.ages(),
                report.dues(),
                report.dueLater(),
                collections.stream()
                        .collect(Collectors.toUnmodifiableMap(SecretCollection::id, SecretCollection::title)));
    }

    int count(Concern concern) {
        return concerns.getOrDefault(concern, 0);
    }

    /** All that the list of everything holds. */
    int findings() {
        return concerns.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many values were not looked into yet. */
    int unseen() {
        return values - lookedInto;
    }
}
