package dev.lockstep.transfer.bitwarden;

import dev.lockstep.cleartext.Passphrase;
import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.ImportFormat;
import dev.lockstep.transfer.ImportOptions;
import dev.lockstep.transfer.ImportProblem.Kind;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.transfer.Place;
import dev.lockstep.transfer.json.JsonFile;
import dev.lockstep.transfer.json.JsonSketch;
import dev.lockstep.transfer.json.JsonWalk;
import dev.lockstep.vault.Progress;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * JSON exports of Bitwarden, of a person or an organisation, plain or under a password of their own. What is encrypted for an account can be read
 * by that account alone.
 *
 * <p>An item's password, note or private key becomes a secret of the item's name; hidden fields, keys of one-time codes and numbers of cards and
 * papers become {@code Item/Field}. User name, addresses, other fields and notes are the description of the first of them, folders and collections
 * the tags of all. Passkeys, former passwords, attachments and what is in the bin are left out and told.
 *
 * @see <a href="https://bitwarden.com/help/condition-bitwarden-import/#bitwarden-json">The parts of an item</a>
 * @see <a href="https://bitwarden.com/help/encrypted-export/">Encrypted exports</a>
 */
public final class BitwardenFormat implements ImportFormat {
    /** A reader without state. */
    public BitwardenFormat() {}

    @Override
    public String id() {
        return "bitwarden";
    }

    @Override
    public Likeness judge(Path source, byte[] beginning) {
        return JsonSketch.of(beginning).filter(BitwardenFormat::isExport).isPresent() ? Likeness.SURE : Likeness.NO;
    }

    private static boolean isExport(JsonSketch sketch) {
        boolean content = sketch.has("items") || sketch.has("folders") || sketch.has("collections");
        return sketch.has("encrypted", JsonWalk.Sort.FLAG) && (content || sketch.has("passwordProtected"));
    }

    @Override
    public Set<Need> needs(Path source) throws ImportException, InterruptedException {
        boolean sealed = JsonSketch.of(source)
                .filter(sketch -> sketch.isTrue("encrypted") && sketch.isTrue("passwordProtected"))
                .isPresent();
        return sealed ? Set.of(Need.PASSWORD) : Set.of();
    }

    @Override
    public ImportSource read(Path source, ImportOptions options, Progress progress)
            throws ImportException, InterruptedException {
        return JsonFile.read(source, progress, (walk, into) -> read(walk, into, options.password()));
    }

    static void read(JsonWalk walk, Gathering into, Optional<Passphrase> password)
            throws ImportException, InterruptedException {
        JsonFile.requireObject(walk);
        try (Arena arena = Arena.ofConfined()) {
            BitwardenHeader header = BitwardenHeader.read(walk.again());
            if (header.isSealed()) {
                unseal(header, into, password.orElseThrow(() -> new ImportException(Reason.PASSWORD_NEEDED)), arena);
                walk.skip();
            } else {
                plain(walk, into);
            }
        }
    }

    private static void unseal(BitwardenHeader header, Gathering into, Passphrase password, Arena arena)
            throws ImportException, InterruptedException {
        MemorySegment content = header.seal().open(password, arena);
        try {
            JsonWalk inside = JsonWalk.of(content, Progress.UNTOLD);
            JsonFile.requireObject(inside);
            plain(inside, into);
            inside.end();
        } finally {
            content.fill((byte) 0);
        }
    }

    private static void plain(JsonWalk walk, Gathering into) throws ImportException, InterruptedException {
        BitwardenFolders folders = BitwardenFolders.read(walk.again());
        walk.object(name -> {
            if (name.equals("items")) {
                walk.list(() -> item(walk, folders, into));
            } else {
                if (!BitwardenFolders.isList(name) && walk.isStructure()) {
                    into.lost(Thing.OTHER, Place.of(name), Kind.NO_PLACE_FOR_IT, Optional.empty());
                }
                walk.skip();
            }
        });
        folders.count(into);
    }

    private static void item(JsonWalk walk, BitwardenFolders folders, Gathering into)
            throws ImportException, InterruptedException {
        try (BitwardenItem item = new BitwardenItem(walk)) {
            walk.object(item::member);
            item.gather(folders, into);
        }
    }
}
