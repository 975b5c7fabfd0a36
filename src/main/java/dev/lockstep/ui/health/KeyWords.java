package dev.lockstep.ui.health;

import dev.lockstep.vault.KnownKey;
import dev.lockstep.words.Text;

/** What a recognised key is called, within a sentence. */
final class KeyWords {
    private KeyWords() {}

    static String of(KnownKey key) {
        return switch (key) {
            case STRIPE_SECRET_TEST -> Text.of("health.key.stripe-secret-test");
            case STRIPE_SECRET_LIVE -> Text.of("health.key.stripe-secret-live");
            case STRIPE_RESTRICTED_TEST -> Text.of("health.key.stripe-restricted-test");
            case STRIPE_RESTRICTED_LIVE -> Text.of("health.key.stripe-restricted-live");
            case STRIPE_PUBLISHABLE_TEST -> Text.of("health.key.stripe-publishable-test");
            case STRIPE_PUBLISHABLE_LIVE -> Text.of("health.key.stripe-publishable-live");
            case WEBHOOK_SECRET -> Text.of("health.key.webhook");
            case GITHUB_TOKEN -> Text.of("health.key.github");
            case GITLAB_TOKEN -> Text.of("health.key.gitlab");
            case SLACK_TOKEN -> Text.of("health.key.slack");
            case AWS_KEY_ID -> Text.of("health.key.aws");
            case GOOGLE_KEY -> Text.of("health.key.google");
            case SENDGRID_KEY -> Text.of("health.key.sendgrid");
            case TWILIO_KEY_ID -> Text.of("health.key.twilio-key");
            case TWILIO_ACCOUNT_ID -> Text.of("health.key.twilio-account");
            case NPM_TOKEN -> Text.of("health.key.npm");
            case OPENAI_KEY -> Text.of("health.key.openai");
            case ANTHROPIC_KEY -> Text.of("health.key.anthropic");
            case JSON_WEB_TOKEN -> Text.of("health.key.jwt");
            case PRIVATE_KEY -> Text.of("health.key.private");
            case CERTIFICATE -> Text.of("health.key.certificate");
            case PUBLIC_KEY -> Text.of("health.key.public");
        };
    }
}
