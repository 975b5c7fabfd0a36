package dev.lockstep.transfer.bitwarden;

import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportProblem.Kind;
import dev.lockstep.transfer.json.JsonWalk;
import dev.lockstep.transfer.json.JsonWalk.Sort;
import java.util.ArrayList;
import java.util.List;

/** An item, while it is read. Ids, dates and switches are bookkeeping. Closing overwrites what was not handed on. */
final class BitwardenItem implements AutoCloseable {
    private static final long LOGIN = 1;
    private static final long SECURE_NOTE = 2;

    private final JsonWalk walk;
    private final ItemParts parts = new ItemParts();
    private final List<String> groups = new ArrayList<>();
    private String title = "";
    private long type;
    private boolean deleted;

    BitwardenItem(JsonWalk walk) {
        this.walk = walk;
    }

    void member(String member) throws ImportException, InterruptedException {
        switch (member) {
            case "name" -> title = walk.text().orElse("");
            case "type" -> type = walk.number();
            case "notes" -> BitwardenSort.secret(walk).ifPresent(parts::notes);
            case "folderId" -> walk.text().ifPresent(groups::add);
            case "collectionIds" -> walk.list(() -> walk.text().ifPresent(groups::add));
            case "deletedDate" -> deleted = walk.text().isPresent();
            case "fields" -> walk.list(this::field);
            case "passwordHistory" -> left(Thing.FORMER_VALUE, Kind.FORMER_VALUE, "Former password");
            case "attachments" -> left(Thing.ATTACHMENT, Kind.ATTACHMENT, "Attachment");
            default -> {
                if (BitwardenSort.isKnown(member) && walk.next() == Sort.OBJECT) {
                    BitwardenSort sort = new BitwardenSort(walk, parts, member);
                    walk.object(sort::member);
                } else {
                    unknown(member);
                }
            }
        }
    }

    private void unknown(String member) throws ImportException, InterruptedException {
        if (!member.equals("permissions") && walk.isStructure()) {
            parts.lost(Thing.OTHER, Kind.NO_PLACE_FOR_IT, member);
        }
        walk.skip();
    }

    private void left(Thing thing, Kind kind, String label) throws ImportException, InterruptedException {
        walk.list(() -> {
            walk.skip();
            parts.lost(thing, kind, label);
        });
    }

    private void field() throws ImportException, InterruptedException {
        try (BitwardenField field = new BitwardenField(walk)) {
            walk.object(field::member);
            field.give(parts);
        }
    }

    void gather(BitwardenFolders folders, Gathering into) {
        List<String> tags =
                groups.stream().flatMap(id -> folders.name(id).stream()).toList();
        if (type == SECURE_NOTE || !parts.hasSecret()) {
            parts.notesAreSecret();
        }
        if (type != LOGIN && !deleted && !parts.hasSecret()) {
            parts.linesAreSecret();
        }
        parts.gather(new ItemParts.Heading(title, tags, deleted), into);
    }

    @Override
    public void close() {
        parts.close();
    }
}
