package dev.lockstep.words.sync;

import dev.lockstep.sync.ledger.Setback;
import dev.lockstep.sync.plan.Banner;
import dev.lockstep.sync.plan.Contact;
import dev.lockstep.words.Text;

/** What is said of a whole remote before its rows. */
public final class BannerWords {
    private final Spelling spelling;

    public BannerWords(Spelling spelling) {
        this.spelling = spelling;
    }

    /**
     * In a sentence or two.
     *
     * @param remote its name, as it may be drawn
     */
    public String of(Banner banner, String remote) {
        return switch (banner) {
            case Banner.EmptyListing empty -> Text.of("sync.banner.empty", remote, empty.owned());
            case Banner.ListingFailed failed ->
                Text.of("sync.banner.failed", remote, spelling.exact(failed.when()), setback(failed.why()));
            case Banner.NeverListed never -> Text.of("sync.banner.never", remote);
            case Banner.Paused paused -> Text.of("sync.banner.paused", remote);
            case Banner.Unreadable unreadable -> Text.of("sync.banner.unreadable", remote);
            case Banner.Unclear unclear -> Text.of("sync.banner.unclear", remote, unclear.names());
        };
    }

    /** What a first look at a remote found. */
    public static String first(Contact contact, String remote) {
        return Text.of(
                "sync.banner.first",
                remote,
                contact.unknown().size(),
                contact.clashes().size());
    }

    /** Why a list did not come to its end. */
    public static String setback(Setback setback) {
        return switch (setback) {
            case REFUSED -> Text.of("sync.setback.refused");
            case UNAUTHORIZED -> Text.of("sync.setback.unauthorized");
            case FORBIDDEN -> Text.of("sync.setback.forbidden");
            case UPGRADE_NEEDED -> Text.of("sync.setback.upgrade-needed");
            case RATE_LIMITED -> Text.of("sync.setback.rate-limited");
            case UNAVAILABLE -> Text.of("sync.setback.unavailable");
            case PROTOCOL_ERROR -> Text.of("sync.setback.protocol-error");
            case PAUSED -> Text.of("sync.setback.paused");
            case CANCELLED -> Text.of("sync.setback.cancelled");
            case SAME_NAME -> Text.of("sync.setback.same-name");
            case TOO_MANY -> Text.of("sync.setback.too-many");
        };
    }
}
