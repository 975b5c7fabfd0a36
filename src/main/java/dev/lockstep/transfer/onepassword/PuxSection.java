package dev.lockstep.transfer.onepassword;

import dev.lockstep.transfer.ForeignItem;
import dev.lockstep.transfer.ImportException;
import java.io.IOException;

/** A section with its fields. In one that has a title, as somebody gave it, that stands before the labels of the fields. */
final class PuxSection {
    private final PuxJson json;
    private final ForeignItem item;
    private final Attached attached;
    private String title = "";

    PuxSection(PuxJson json, ForeignItem item, Attached attached) {
        this.json = json;
        this.item = item;
        this.attached = attached;
    }

    void read() throws IOException, ImportException, InterruptedException {
        json.object(this::member);
    }

    private void member(String name) throws IOException, ImportException, InterruptedException {
        switch (name) {
            case "title" -> title = json.text().orElse("");
            case "fields" -> json.array(() -> new PuxField(json, item, attached).read(title));
            default -> json.skip();
        }
    }
}
