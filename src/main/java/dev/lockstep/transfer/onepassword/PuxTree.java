package dev.lockstep.transfer.onepassword;

import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportException.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code export.data}: accounts with vaults with items. */
final class PuxTree {
    private final PuxJson json;
    private final Gathering gathering;
    private final Attached attached;
    private boolean hasAccounts;

    PuxTree(PuxJson json, Gathering gathering, Attached attached) {
        this.json = json;
        this.gathering = gathering;
        this.attached = attached;
    }

    void read() throws IOException, ImportException, InterruptedException {
        json.object(name -> {
            if (name.equals("accounts")) {
                hasAccounts = true;
                json.array(() -> only("vaults", () -> json.array(this::vault)));
            } else {
                json.skip();
            }
        });
        if (!hasAccounts) {
            throw new ImportException(Reason.OTHER_FORMAT);
        }
    }

    private void only(String wanted, PuxJson.Element reader) throws IOException, ImportException, InterruptedException {
        json.object(name -> {
            if (name.equals(wanted)) {
                reader.read();
            } else {
                json.skip();
            }
        });
    }

    /** The items wait until all of the vault is read, since what it is called may stand behind them. */
    private void vault() throws IOException, ImportException, InterruptedException {
        List<PuxItem> items = new ArrayList<>();
        StringBuilder vault = new StringBuilder();
        try {
            json.object(name -> {
                switch (name) {
                    case "attrs" -> only("name", () -> json.text().ifPresent(vault::append));
                    case "items" -> json.array(() -> item(items));
                    default -> json.skip();
                }
            });
            items.forEach(item -> item.give(gathering, vault.toString()));
        } finally {
            items.forEach(PuxItem::close);
        }
    }

    private void item(List<PuxItem> items) throws IOException, ImportException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        PuxItem item = new PuxItem(json, attached);
        items.add(item);
        item.read();
    }
}
