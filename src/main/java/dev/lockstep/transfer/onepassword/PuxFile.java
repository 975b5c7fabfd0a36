package dev.lockstep.transfer.onepassword;

import dev.lockstep.transfer.ForeignItem;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportProblem.Kind;
import java.io.IOException;

/** What is told of a file that is attached: its name, and the id by which the archive has it. */
final class PuxFile {
    private final PuxJson json;
    private final ForeignItem item;
    private final Attached attached;
    private String fileName = "";

    PuxFile(PuxJson json, ForeignItem item, Attached attached) {
        this.json = json;
        this.item = item;
        this.attached = attached;
    }

    void read() throws IOException, ImportException, InterruptedException {
        if (json.object(this::member)) {
            item.lose(Thing.ATTACHMENT, Kind.ATTACHMENT, fileName);
        }
    }

    private void member(String name) throws IOException {
        switch (name) {
            case "fileName", "name" -> fileName = json.text().orElse("");
            case "documentId", "uuid" -> json.text().ifPresent(attached::add);
            default -> json.skip();
        }
    }
}
