package dev.lockstep.transfer.bitwarden;

import static java.util.Map.entry;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportProblem.Kind;
import dev.lockstep.transfer.json.JsonValue;
import dev.lockstep.transfer.json.JsonWalk;
import dev.lockstep.transfer.json.JsonWalk.Sort;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an item has because of its sort: a login, a card and so on. What is not known here, since Bitwarden adds to it, is described.
 *
 * @see <a href="https://github.com/bitwarden/clients/tree/main/libs/common/src/models/export">The models of the export</a>
 */
final class BitwardenSort {
    private static final Set<String> KNOWN =
            Set.of("login", "secureNote", "card", "identity", "sshKey", "bankAccount", "driversLicense", "passport");

    private static final Map<String, Secret> SECRETS = Map.ofEntries(
            entry("login/password", new Secret(Thing.PASSWORD, "")),
            entry("login/totp", new Secret(Thing.ONE_TIME_CODE, "One-time code")),
            entry("sshKey/privateKey", new Secret(Thing.VALUE, "")),
            entry("card/number", paper("Card number")),
            entry("card/code", paper("Security code")),
            entry("identity/ssn", paper("Social security number")),
            entry("identity/passportNumber", paper("Passport number")),
            entry("identity/licenseNumber", paper("License number")),
            entry("bankAccount/accountNumber", paper("Account number")),
            entry("bankAccount/iban", paper("IBAN")),
            entry("bankAccount/pin", paper("PIN")),
            entry("driversLicense/licenseNumber", paper("License number")),
            entry("passport/passportNumber", paper("Passport number")),
            entry("passport/nationalIdentificationNumber", paper("National identification number")));

    private static final Set<String> BOOKKEEPING =
            Set.of("login/passwordRevisionDate", "login/autofillOnPageLoad", "secureNote/type");

    private final JsonWalk walk;
    private final ItemParts parts;
    private final String sort;

    /** @param label what stands behind the title in the name of the secret; empty for the title alone */
    private record Secret(Thing thing, String label) {}

    BitwardenSort(JsonWalk walk, ItemParts parts, String sort) {
        this.walk = walk;
        this.parts = parts;
        this.sort = sort;
    }

    private static Secret paper(String label) {
        return new Secret(Thing.CARD_OR_IDENTITY, label);
    }

    static boolean isKnown(String sort) {
        return KNOWN.contains(sort);
    }

    /** The value that comes next; empty for {@code null} and for an empty text, since both stand for nothing. */
    static Optional<JsonValue> secret(JsonWalk walk) throws ImportException, InterruptedException {
        if (walk.next() == Sort.NULL) {
            walk.skip();
            return Optional.empty();
        }
        JsonValue value = walk.value();
        return Optional.of(value)
                .filter(any -> any.value().map(SecretValue::size).orElse(1) > 0);
    }

    void member(String member) throws ImportException, InterruptedException {
        String path = sort + '/' + member;
        Secret secret = SECRETS.get(path);
        if (secret != null) {
            secret(walk).ifPresent(value -> parts.secret(secret.thing(), secret.label(), value));
        } else if (BOOKKEEPING.contains(path)) {
            walk.skip();
        } else {
            described(path, member);
        }
    }

    private void described(String path, String member) throws ImportException, InterruptedException {
        switch (path) {
            case "login/uris" -> walk.list(() -> walk.object(this::address));
            case "login/fido2Credentials" ->
                walk.list(() -> {
                    walk.skip();
                    parts.lost(Thing.PASSKEY, Kind.NO_PLACE_FOR_IT, "Passkey");
                });
            case "card/expMonth" -> walk.text().ifPresent(parts.expiry()::month);
            case "card/expYear" -> walk.text().ifPresent(parts.expiry()::year);
            case "driversLicense/expirationDate", "passport/expirationDate" ->
                walk.text().ifPresent(parts.expiry()::day);
            default -> other(member);
        }
    }

    private void address(String member) throws ImportException, InterruptedException {
        if (member.equals("uri")) {
            secret(walk).ifPresent(value -> parts.line(Thing.ADDRESS, "Address", value));
        } else {
            walk.skip();
        }
    }

    private void other(String member) throws ImportException, InterruptedException {
        if (walk.isStructure()) {
            walk.skip();
            parts.lost(Thing.OTHER, Kind.NO_PLACE_FOR_IT, label(member));
            return;
        }
        Thing thing = sort.equals("login") || sort.equals("sshKey") ? Thing.FIELD : Thing.CARD_OR_IDENTITY;
        secret(walk).ifPresent(value -> {
            if (member.equals("username")) {
                parts.line(Thing.USER_NAME, "User name", value);
            } else {
                parts.line(thing, label(member), value);
            }
        });
    }

    /** Words out of a name: {@code postalCode} is {@code Postal code}. */
    private static String label(String member) {
        String words = member.replaceAll("([a-z])([A-Z0-9])", "$1 $2").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
