package dev.lockstep.format;

import static dev.lockstep.format.FormatKeys.check;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The contents of heads and key-value rows, as the documentation of the vault package describes them. */
final class FormatTexts {
    private static final List<String> ORDERS = List.of(
            "NAME",
            "COLLECTION",
            "UPDATED",
            "ROTATE_BY",
            "TAGS",
            "DESCRIPTION",
            "CREATED",
            "SIZE",
            "VERSIONS",
            "STRENGTH",
            "LAST_REVEALED",
            "ID");

    private static final String ID = "[a-z0-9-]{1,64}";

    private FormatTexts() {}

    static FormatContents.Details details(byte[] head, int format) {
        ByteBuffer in = ByteBuffer.wrap(head);
        check(in.get(0) == Math.min(format, 2), "the layout of a head");
        check((in.get(1) & ~1) == 0, "no unknown flag");
        check(in.get(2) >= 0 && in.get(2) <= 5, "the kind of a secret");
        check(in.get(76) >= 0 && in.get(76) <= 4, "the strength of a value");
        check(in.get(65) == 1 && in.getShort(66) == 1, "one value field, number 1");
        in.position(format == 1 ? 109 : 125);
        String name = text(in);
        String description = text(in);
        check(text(in).isEmpty(), "no URL");
        List<String> tags = new ArrayList<>();
        for (int left = in.getShort() & 0xFFFF; left > 0; left--) {
            tags.add(text(in));
        }
        check(!in.hasRemaining(), "the end of a head");
        return new FormatContents.Details(
                in.get(1),
                in.get(2),
                in.getInt(43),
                in.getShort(47) & 0xFFFF,
                FormatReader.hex(FormatReader.taken(in, 49, 16)),
                name,
                description,
                tags);
    }

    static void keyValue(int kind, byte[] content, int format, FormatContents contents) {
        ByteBuffer in = ByteBuffer.wrap(content).position(17);
        String id = FormatReader.hex(FormatReader.taken(in, 1, 16));
        switch (kind) {
            case 1 -> contents.collections().add(new FormatContents.Collection(id, text(in), text(in), text(in)));
            case 2 -> {
                check(id.equals("0".repeat(31) + "1"), "the id of the layout");
                contents.layouts().add(layout(in));
            }
            case 3 -> contents.drafts().add(draft(id, in, format));
            case 4 -> {
                check(id.equals("0".repeat(31) + "1"), "the id of the policy");
                int kept = in.getShort() & 0xFFFF;
                check(kept <= 1000, "how many are kept");
                int days = in.getShort() & 0xFFFF;
                check(days <= 3650, "how long the trash is left alone");
                contents.policies().add(new FormatContents.Policy(kept, days, in.getLong()));
            }
            case 5 -> {
                check(id.equals("0".repeat(31) + "1"), "the id of what is known of the slots");
                slots(in, contents);
            }
            case 6 -> contents.remotes().add(remote(id, in, format));
            case 7 -> {
                check(format == 3 && id.equals("0".repeat(31) + "1"), "the id of the policy for all remotes");
                int flags = in.get();
                check((flags & ~1) == 0, "a policy for all remotes");
                contents.syncPolicies().add(new FormatContents.SyncPolicy(flags));
            }
            case 8 -> {
                check(format == 3 && id.equals("0".repeat(31) + "1"), "the id of the key of fingerprints");
                contents.fingerprintKeys().add(FormatReader.hex(bytes(in, 32)));
            }
            default -> check(false, "the kind of a key-value row");
        }
        check(!in.hasRemaining(), "the end of a key-value row");
    }

    private static void slots(ByteBuffer in, FormatContents contents) {
        int before = 0;
        for (int left = in.get() & 0xFF; left > 0; left--) {
            int number = in.get() & 0xFF;
            check(number > before && number <= 8, "the number of a slot");
            before = number;
            byte[] digest = new byte[32];
            in.get(digest);
            contents.slots().add(new FormatContents.Slot(number, FormatReader.hex(digest), in.getLong()));
        }
    }

    static FormatContents.Audit audit(byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content);
        check(in.get(0) == 1, "the layout of an audit entry");
        in.position(62);
        String name = text(in);
        String note = text(in);
        check(!in.hasRemaining(), "the end of an audit entry");
        return new FormatContents.Audit(
                in.getLong(1),
                in.get(9) & 0xFF,
                FormatReader.hex(FormatReader.taken(in, 10, 16)),
                in.getInt(26),
                name,
                note);
    }

    private static FormatContents.Layout layout(ByteBuffer in) {
        List<String> columns = new ArrayList<>();
        List<Double> widths = new ArrayList<>();
        for (int left = in.getShort(); left > 0; left--) {
            columns.add(text(in));
            widths.add(in.getDouble());
        }
        String order = text(in);
        check(ORDERS.contains(order), "an order");
        return new FormatContents.Layout(columns, widths, order, in.get() == 1);
    }

    private static FormatContents.Draft draft(String id, ByteBuffer in, int format) {
        int flags = in.get();
        byte[] base = new byte[16];
        in.get(base);
        long version = in.getLong();
        long when = in.getLong();
        byte[] head = new byte[in.getInt()];
        in.get(head);
        byte[] value = new byte[in.remaining()];
        in.get(value);
        check((flags & ~3) == 0, "no unknown flag of a draft");
        check((flags & 2) != 0 || value.length == 0, "no value where the flag says so");
        String of = (flags & 1) == 0 ? "" : FormatReader.hex(base);
        return new FormatContents.Draft(id, of, version, when, details(head, format), FormatReader.hex(value));
    }

    private static FormatContents.Remote remote(String id, ByteBuffer in, int format) {
        int flags = in.get();
        check((flags & (format < 3 ? ~1 : ~0x33)) == 0 && flags >> 4 < 3, "no unknown flag of a remote");
        String collection = FormatReader.hex(bytes(in, 16));
        long created = in.getLong();
        long changed = in.getLong();
        String vendor = text(in);
        check(vendor.matches(ID), "the id of a vendor");
        String name = text(in);
        String place = text(in);
        String mapping = text(in);
        check(List.of("as-is", "lower-snake", "upper-snake").contains(mapping), "a name mapping");
        String prefix = text(in);
        List<String> settings = new ArrayList<>();
        for (int left = number(in, 32); left > 0; left--) {
            risingId(in, settings);
            settings.add(text(in));
        }
        List<String> credentials = new ArrayList<>();
        for (int left = number(in, 16); left > 0; left--) {
            risingId(in, credentials);
            int length = in.getInt();
            check(length >= 1 && length <= 65_536, "the length of a credential");
            credentials.add(FormatReader.hex(bytes(in, length)));
        }
        return new FormatContents.Remote(
                id, flags, collection, created, changed, vendor, name, place, mapping, prefix, settings, credentials);
    }

    private static int number(ByteBuffer in, int most) {
        int number = in.get() & 0xFF;
        check(number <= most, "how many there are");
        return number;
    }

    /** Adds an id to ids and what belongs to them by turns. */
    private static void risingId(ByteBuffer in, List<String> before) {
        String id = text(in);
        check(id.matches(ID), "an id");
        check(before.isEmpty() || id.compareTo(before.get(before.size() - 2)) > 0, "ids rise");
        before.add(id);
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static String text(ByteBuffer in) {
        byte[] utf8 = new byte[in.getShort() & 0xFFFF];
        in.get(utf8);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("Not as documented: UTF-8", e);
        }
    }
}
