package dev.lockstep.ui.secrets;

import dev.lockstep.model.CollectionId;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultException;
import dev.lockstep.vault.SecretCollection;
import java.time.Duration;
import java.util.List;

/** About forty made-up secrets as a small team has them, for pictures. */
final class DemoSecrets {
    private static final int NONE = Desk.NO_DAY;

    private DemoSecrets() {}

    static void fill(Desk desk) throws VaultException {
        SecretCollection first = desk.vault.collections().all().getFirst();
        desk.vault.collections().change(new SecretCollection(first.id(), "Acme", "production", "upper-snake"));
        CollectionId production = first.id();
        CollectionId staging =
                desk.vault.collections().add("Acme", "staging", "upper-snake").id();
        CollectionId personal =
                desk.vault.collections().add("Personal", "", "free").id();
        old(desk, production);
        SecretId stripe = desk.add(
                production,
                "STRIPE_API_KEY",
                "sk_live_51MzQk2eZvKYlo2C0O1lI8rTq7Xw",
                "Live key of the billing account. Restricted to charges and refunds; ask Mara before widening it.",
                61,
                "payments",
                "live");
        desk.time.pass(Duration.ofDays(16));
        SecretId hook = desk.add(
                production, "STRIPE_WEBHOOK_SECRET", "whsec_7Jq0OlI1xPz4mWc2Vt8N", "", 9, "payments", "webhook");
        desk.time.pass(Duration.ofDays(3));
        staging(desk, staging);
        desk.time.pass(Duration.ofDays(2));
        desk.add(personal, "GitHub token for the laptop", "ghp_x8Kd93mQpL0aVfT2", "", 4, "git");
        desk.add(personal, "Home router", "correct-horse-battery-staple", "", NONE);
        desk.time.pass(Duration.ofHours(5));
        desk.add(personal, "npm publish", "npm_p0OlI1xQz9", "", -6, "git", "ci");
        desk.time.pass(Duration.ofMinutes(12));
        desk.vault.secrets().favourite(List.of(stripe, hook), true);
    }

    private static void old(Desk desk, CollectionId to) throws VaultException {
        String[] names = {
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "DATABASE_URL",
            "DATADOG_API_KEY",
            "DREADNODE_API_KEY",
            "GITHUB_APP_PRIVATE_KEY",
            "GITHUB_TOKEN",
            "GOOGLE_MAPS_API_KEY",
            "HOOKLISTENER_SIGNING_SECRET",
            "JWT_SIGNING_KEY",
            "MAILGUN_API_KEY",
            "MIXPEEK_API_KEY",
            "OPENAI_API_KEY",
            "PAGERDUTY_ROUTING_KEY",
            "REDIS_PASSWORD",
            "S3_BACKUP_PASSPHRASE",
            "SENTRY_DSN",
            "SLACK_BOT_TOKEN",
            "TWILIO_AUTH_TOKEN",
            "VOXIMPLANT_API_KEY"
        };
        for (int i = 0; i < names.length; i++) {
            int due = i % 7 == 2 ? 400 : i % 9 == 4 ? 300 : NONE;
            desk.add(to, names[i], "value-" + i + "-0OlI1".repeat(i % 5 + 1), "", due, i % 3 == 0 ? "live" : "infra");
            desk.time.pass(Duration.ofDays(11 - i % 5 * 2));
        }
        desk.add(to, "sendgrid-key", "SG.0OlI1abcdefghijklmnop", "", NONE, "mail");
        desk.time.pass(Duration.ofDays(40));
    }

    private static void staging(Desk desk, CollectionId to) throws VaultException {
        String[] names = {
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "DATABASE_URL",
            "FEATURE_FLAGS_KEY",
            "GITHUB_TOKEN",
            "JWT_SIGNING_KEY",
            "MAILGUN_API_KEY",
            "OPENAI_API_KEY",
            "REDIS_PASSWORD",
            "SENTRY_DSN",
            "SLACK_BOT_TOKEN",
            "STRIPE_API_KEY",
            "STRIPE_WEBHOOK_SECRET",
            "TWILIO_AUTH_TOKEN"
        };
        for (String name : names) {
            desk.add(to, name, name.equals("FEATURE_FLAGS_KEY") ? "" : "test-" + name.hashCode(), "", NONE, "test");
            desk.time.pass(Duration.ofHours(3));
        }
    }
}
