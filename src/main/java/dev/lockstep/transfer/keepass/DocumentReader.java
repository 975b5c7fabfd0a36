package dev.lockstep.transfer.keepass;

import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.Holding.Fate;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import dev.lockstep.transfer.ImportProblem.Kind;
import dev.lockstep.transfer.Place;
import dev.lockstep.vault.Progress;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads the XML of KeePass: groups in groups, with entries in them. */
final class DocumentReader {
    /** The longest text that is read, in bytes: enough for the largest value in base64. */
    static final int MAX_TEXT = 2 << 20;

    /** How much of the names of the groups around an entry is told, in UTF-16 units. */
    private static final int MAX_PATH = 255;

    private static final int TOLD_EVERY = 100;

    private final Elements elements;
    private final Gathering found;
    private final Progress progress;
    private final Predicate<byte[]> rightHeader;
    private String bin = "";
    private boolean binUsed = true;
    private int entries;

    /** @param rightHeader whether a hash that stands there is that of the header around it */
    DocumentReader(Elements elements, Gathering found, Progress progress, Predicate<byte[]> rightHeader) {
        this.elements = elements;
        this.found = found;
        this.progress = progress;
        this.rightHeader = rightHeader;
    }

    /** A group whose entries are read. */
    private static final class Group {
        private final boolean outermost;
        private final String around;
        private String path;
        private boolean inBin;
        private boolean used;

        Group(Optional<Group> parent) {
            outermost = parent.isEmpty();
            around = parent.map(group -> group.path).orElse("");
            inBin = parent.map(group -> group.inBin).orElse(false);
            path = around;
        }

        void name(String name) {
            if (!outermost) {
                String whole = around.isEmpty() ? name : around + "/" + name;
                path = whole.substring(0, Math.min(whole.length(), MAX_PATH));
            }
        }
    }

    void read() throws IOException, ImportException, InterruptedException {
        if (!elements.root().equals("KeePassFile")) {
            throw new ImportException(Reason.OTHER_FORMAT);
        }
        elements.each(name -> {
            switch (name) {
                case "Meta" -> elements.each(this::meta);
                case "Root" -> elements.each(this::root);
                default -> elements.skip();
            }
        });
        elements.finish();
    }

    private void meta(String name) throws IOException, ImportException, InterruptedException {
        switch (name) {
            case "RecycleBinUUID" -> bin = elements.text();
            case "RecycleBinEnabled" -> binUsed = elements.text().equalsIgnoreCase("True");
            case "HeaderHash" -> requireHeader(elements.text());
            default -> elements.skip();
        }
    }

    private void requireHeader(String base64) throws ImportException {
        try {
            boolean right =
                    base64.isEmpty() || rightHeader.test(Base64.getDecoder().decode(base64));
            XmlScanner.require(right);
        } catch (IllegalArgumentException e) {
            throw new ImportException(Reason.DAMAGED);
        }
    }

    private void root(String name) throws IOException, ImportException, InterruptedException {
        if (name.equals("Group")) {
            group(Optional.empty());
        } else {
            elements.skip();
        }
    }

    private void group(Optional<Group> parent) throws IOException, ImportException, InterruptedException {
        Group group = new Group(parent);
        elements.each(name -> {
            switch (name) {
                case "UUID" -> group.inBin |= elements.text().equals(bin) && binUsed && !bin.isEmpty();
                case "Name" -> group.name(elements.text());
                case "Notes" -> leaveOut(Thing.NOTE, group, elements.text());
                case "Tags" -> leaveOut(Thing.TAG, group, elements.text());
                case "Entry" -> entry(group);
                case "Group" -> group(Optional.of(group));
                default -> elements.skip();
            }
        });
        if (!group.outermost && !group.used) {
            found.count(Thing.FOLDER, Fate.EMPTY);
        }
    }

    private void leaveOut(Thing thing, Group group, String text) {
        if (!text.isEmpty()) {
            found.lost(thing, Place.of(group.path), Kind.NO_PLACE_FOR_IT, Optional.of(group.path));
        }
    }

    private void entry(Group group) throws IOException, ImportException, InterruptedException {
        group.used = true;
        try (EntryReader entry = new EntryReader(elements)) {
            entry.read();
            entry.give(found, group.path, group.inBin);
        }
        entries++;
        if (entries % TOLD_EVERY == 0) {
            progress.at(entries, 0);
        }
    }
}
