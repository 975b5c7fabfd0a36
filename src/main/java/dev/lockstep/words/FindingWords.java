package dev.lockstep.words;

import dev.lockstep.vault.CheckFinding;

/** The words for what a check found. */
public final class FindingWords {
    private FindingWords() {}

    /** One finding, as a sentence. */
    public static String of(CheckFinding finding) {
        String name = finding.name();
        return switch (finding.kind()) {
            case STRUCTURE -> Text.of("backups.finding.structure");
            case MANIFEST -> Text.of("backups.finding.manifest");
            case WAYS_IN -> Text.of("backups.finding.ways-in");
            case SECRETS -> Text.of("backups.finding.secrets", finding.expected(), finding.found());
            case SECRET -> Text.of("backups.finding.secret");
            case COLLECTION -> Text.of("backups.finding.collection", name);
            case REMOTE_COLLECTION -> Text.of("backups.finding.remote-collection", name);
            case REMOTE_DOUBLED -> Text.of("backups.finding.remote-doubled", name);
            case COLLECTION_MADE -> Text.of("backups.finding.collection-made", name);
            case RENAMED -> Text.of("backups.finding.renamed", name);
            case VALUE_MISSING -> Text.of("backups.finding.value-missing", name);
            case VALUE_UNREADABLE -> Text.of("backups.finding.value-unreadable", name);
            case VALUE_REPLACED -> Text.of("backups.finding.value-replaced", name);
            case VALUES_SURPLUS -> Text.of("backups.finding.values-surplus", finding.found());
            case FORMER_UNREADABLE -> Text.of("backups.finding.former-unreadable", name);
            case FORMER_CHANGED -> Text.of("backups.finding.former-changed", name, finding.expected(), finding.found());
            case FORMER_SET -> Text.of("backups.finding.former-set");
            case SETTING -> Text.of("backups.finding.setting");
            case SETTINGS -> Text.of("backups.finding.settings", finding.expected(), finding.found());
            case SYNC -> Text.of("backups.finding.sync", finding.expected(), finding.found());
            case SYNC_UNREADABLE -> Text.of("backups.finding.sync-unreadable", finding.found());
            case SYNC_STRAY -> Text.of("backups.finding.sync-stray", finding.found());
            case AUDIT -> Text.of("backups.finding.audit", finding.expected(), finding.found());
        };
    }
}
