package dev.lockstep.vault;

import dev.lockstep.cleartext.SecretValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Values whose beginning tells who made them and what for. Beginnings and lengths are those that the makers document for secret scanners:
 * Stripe "API keys", GitHub "Authentication token formats" (2021), GitLab "Token overview", Slack "Token types", AWS IAM "Unique
 * identifiers", Google Cloud "API keys", Twilio "What is a SID", npm "Access tokens", Standard Webhooks ({@code whsec_}), RFC 7468 (PEM),
 * RFC 7519 (JWT); compared with the rules of gitleaks 8.
 */
public enum KnownKey {
    STRIPE_SECRET_TEST(Vendor.STRIPE, Nature.TEST_SECRET, Entry.Kind.API_KEY, KeyBody.TOKEN, "sk_test_"),
    STRIPE_SECRET_LIVE(Vendor.STRIPE, Nature.LIVE_SECRET, Entry.Kind.API_KEY, KeyBody.TOKEN, "sk_live_"),
    STRIPE_RESTRICTED_TEST(Vendor.STRIPE, Nature.TEST_SECRET, Entry.Kind.API_KEY, KeyBody.TOKEN, "rk_test_"),
    STRIPE_RESTRICTED_LIVE(Vendor.STRIPE, Nature.LIVE_SECRET, Entry.Kind.API_KEY, KeyBody.TOKEN, "rk_live_"),
    STRIPE_PUBLISHABLE_TEST(Vendor.STRIPE, Nature.TEST_PUBLIC, Entry.Kind.API_KEY, KeyBody.TOKEN, "pk_test_"),
    STRIPE_PUBLISHABLE_LIVE(Vendor.STRIPE, Nature.LIVE_PUBLIC, Entry.Kind.API_KEY, KeyBody.TOKEN, "pk_live_"),
    WEBHOOK_SECRET(Vendor.ANY, Nature.SECRET, Entry.Kind.WEBHOOK_SECRET, KeyBody.TOKEN, "whsec_"),
    GITHUB_TOKEN(Vendor.GITHUB, Nature.SECRET, Entry.Kind.TOKEN, KeyBody.TOKEN, "ghp_|gho_|ghu_|ghs_|ghr_|github_pat_"),
    GITLAB_TOKEN(Vendor.GITLAB, Nature.SECRET, Entry.Kind.TOKEN, KeyBody.TOKEN, "glpat-|gldt-|glrt-|glptt-"),
    SLACK_TOKEN(Vendor.SLACK, Nature.SECRET, Entry.Kind.TOKEN, KeyBody.TOKEN, "xoxb-|xoxp-|xoxe-|xoxe.xox|xapp-"),
    AWS_KEY_ID(Vendor.AWS, Nature.IDENTIFIER, Entry.Kind.API_KEY, KeyBody.CAPITALS_16, "AKIA|ASIA"),
    GOOGLE_KEY(Vendor.GOOGLE, Nature.SECRET, Entry.Kind.API_KEY, KeyBody.TOKEN, "AIza"),
    SENDGRID_KEY(Vendor.SENDGRID, Nature.SECRET, Entry.Kind.API_KEY, KeyBody.TOKEN, "SG."),
    TWILIO_KEY_ID(Vendor.TWILIO, Nature.IDENTIFIER, Entry.Kind.API_KEY, KeyBody.HEX_32, "SK"),
    TWILIO_ACCOUNT_ID(Vendor.TWILIO, Nature.IDENTIFIER, Entry.Kind.API_KEY, KeyBody.HEX_32, "AC"),
    NPM_TOKEN(Vendor.NPM, Nature.SECRET, Entry.Kind.TOKEN, KeyBody.TOKEN, "npm_"),
    OPENAI_KEY(Vendor.OPENAI, Nature.SECRET, Entry.Kind.API_KEY, KeyBody.TOKEN, "sk-proj-|sk-svcacct-"),
    ANTHROPIC_KEY(Vendor.ANTHROPIC, Nature.SECRET, Entry.Kind.API_KEY, KeyBody.TOKEN, "sk-ant-"),
    JSON_WEB_TOKEN(Vendor.ANY, Nature.SECRET, Entry.Kind.TOKEN, KeyBody.THREE_PARTS, "eyJ"),
    PRIVATE_KEY(
            Vendor.ANY,
            Nature.SECRET,
            Entry.Kind.CERTIFICATE,
            KeyBody.ANYTHING,
            "-----BEGIN PRIVATE KEY-----|-----BEGIN ENCRYPTED PRIVATE KEY-----|-----BEGIN RSA PRIVATE KEY-----"
                    + "|-----BEGIN EC PRIVATE KEY-----|-----BEGIN OPENSSH PRIVATE KEY-----"),
    CERTIFICATE(
            Vendor.ANY, Nature.PUBLIC, Entry.Kind.CERTIFICATE, KeyBody.NO_PRIVATE_KEY, "-----BEGIN CERTIFICATE-----"),
    PUBLIC_KEY(
            Vendor.ANY,
            Nature.PUBLIC,
            Entry.Kind.CERTIFICATE,
            KeyBody.NO_PRIVATE_KEY,
            "-----BEGIN PUBLIC KEY-----|-----BEGIN RSA PUBLIC KEY-----|ssh-rsa AAAA|ssh-ed25519 AAAA");

    private static final List<Beginning> BEGINNINGS = Arrays.stream(values())
            .flatMap(key -> Arrays.stream(key.beginnings.split("\\|")).map(text -> new Beginning(key, text)))
            .toList();

    private final Vendor vendor;
    private final Nature nature;
    private final Entry.Kind kind;
    private final KeyBody body;
    private final String beginnings;

    /** @param beginnings with a bar between them */
    KnownKey(Vendor vendor, Nature nature, Entry.Kind kind, KeyBody body, String beginnings) {
        this.vendor = vendor;
        this.nature = nature;
        this.kind = kind;
        this.body = body;
        this.beginnings = beginnings;
    }

    private record Beginning(KnownKey key, String text) {
        /** Whether these are bytes of such a key up to an end. */
        boolean begins(byte[] value, int end) {
            for (int i = 0; i < text.length(); i++) {
                if (i >= end || value[i] != text.charAt(i)) {
                    return false;
                }
            }
            return key.body.fits(value, text.length(), end);
        }
    }

    /** Who makes such keys, with the words by which secrets are usually named after them. */
    enum Vendor {
        /** Nobody in particular. */
        ANY(""),
        STRIPE("stripe"),
        GITHUB("github gh"),
        GITLAB("gitlab"),
        SLACK("slack"),
        AWS("aws amazon"),
        GOOGLE("google gcp firebase gemini youtube"),
        SENDGRID("sendgrid"),
        TWILIO("twilio"),
        NPM("npm"),
        OPENAI("openai"),
        ANTHROPIC("anthropic claude");

        private final String words;

        Vendor(String words) {
            this.words = words;
        }

        /** Words in lower case. */
        List<String> words() {
            return words.isEmpty() ? List.of() : List.of(words.split(" "));
        }
    }

    /** What knowing such a key is worth, and where. */
    private enum Nature {
        SECRET,
        TEST_SECRET,
        LIVE_SECRET,
        /** Made to be published. */
        PUBLIC,
        TEST_PUBLIC,
        LIVE_PUBLIC,
        /** Names an account or a key pair; of use only together with a secret. */
        IDENTIFIER
    }

    /** Recognises a value; white space after it does not matter. */
    public static Optional<KnownKey> of(SecretValue value) {
        return value.use(bytes -> {
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] <= ' ' && bytes[end - 1] >= 0) {
                end--;
            }
            for (Beginning beginning : BEGINNINGS) {
                if (beginning.begins(bytes, end)) {
                    return Optional.of(beginning.key());
                }
            }
            return Optional.<KnownKey>empty();
        });
    }

    Vendor vendor() {
        return vendor;
    }

    /** What a secret with such a value is used for. */
    public Entry.Kind kind() {
        return kind;
    }

    /** Whether it works for tests only. */
    boolean test() {
        return nature == Nature.TEST_SECRET || nature == Nature.TEST_PUBLIC;
    }

    /** Whether it works on real money and real people. */
    boolean live() {
        return nature == Nature.LIVE_SECRET || nature == Nature.LIVE_PUBLIC;
    }

    /** Whether it is made to be published. */
    boolean published() {
        return nature == Nature.PUBLIC || nature == Nature.TEST_PUBLIC || nature == Nature.LIVE_PUBLIC;
    }

    /** Whether knowing it gives access. */
    boolean secret() {
        return !published() && nature != Nature.IDENTIFIER;
    }
}
