package dev.lockstep.transfer.keepass;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.transfer.ForeignItem;
import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.Holding.Fate;
import dev.lockstep.transfer.Holding.Thing;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportProblem.Kind;
import dev.lockstep.transfer.Place;
import dev.lockstep.transfer.keepass.Elements.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Reads one entry. Its colours, its icon and when it was touched are not read. Fields are secrets, but for the user name, the address and the
 * note where KeePass does not protect them. Closing overwrites what was not given on.
 */
final class EntryReader implements AutoCloseable {
    private static final int MAX_FIELDS = 1000;
    private static final int MAX_LABEL = Gathering.MAX_NAME;
    private static final int UUID_SHOWN = 4;
    private static final byte[] REFERENCE = "{REF:".getBytes(StandardCharsets.US_ASCII);

    private final Elements elements;
    private final ForeignItem item = new ForeignItem();
    private String title = "";
    private String uuid = "";
    private String expiry = "";
    private boolean expires;
    private boolean called;
    private boolean refers;
    private int fields;
    private int formerVersions;

    EntryReader(Elements elements) {
        this.elements = elements;
    }

    /** Reads the element that started. */
    void read() throws IOException, ImportException, InterruptedException {
        elements.each(name -> {
            switch (name) {
                case "UUID" -> uuid = elements.text();
                case "Tags" -> tags(elements.text());
                case "Times" -> elements.each(this::time);
                case "String" -> pair(this::field);
                case "Binary" -> pair((key, value) -> item.lose(Thing.ATTACHMENT, Kind.ATTACHMENT, key));
                case "OverrideURL" -> extra("Address to open", elements.text());
                case "AutoType" -> elements.each(this::autoType);
                case "CustomData" -> elements.each(this::customData);
                case "History" ->
                    elements.each(former -> {
                        formerVersions++;
                        elements.skip();
                    });
                default -> elements.skip();
            }
        });
    }

    private void tags(String all) {
        for (String tag : all.split("[;,]", -1)) {
            item.tag(Thing.TAG, tag.strip());
        }
    }

    private void time(String name) throws IOException, ImportException, InterruptedException {
        switch (name) {
            case "Expires" -> expires = elements.text().equalsIgnoreCase("True");
            case "ExpiryTime" -> expiry = elements.text();
            default -> elements.skip();
        }
    }

    private void extra(String label, String text) {
        if (!text.isEmpty()) {
            item.line(Thing.ADDRESS, label, text);
        }
    }

    private void autoType(String name) throws IOException, ImportException, InterruptedException {
        if (name.equals("Association")) {
            elements.skip();
            item.lose(Thing.OTHER, Kind.NO_PLACE_FOR_IT, "Auto-Type");
        } else if (name.equals("DefaultSequence")) {
            if (!elements.text().isEmpty()) {
                item.lose(Thing.OTHER, Kind.NO_PLACE_FOR_IT, "Auto-Type");
            }
        } else {
            elements.skip();
        }
    }

    private void customData(String name) throws IOException, ImportException, InterruptedException {
        if (name.equals("Item")) {
            pair((key, value) -> item.lose(Thing.OTHER, Kind.NO_PLACE_FOR_IT, key));
        } else {
            elements.skip();
        }
    }

    private interface Pair {
        void take(String key, Value value);
    }

    /** Reads a key and its value, in either order. */
    private void pair(Pair taker) throws IOException, ImportException, InterruptedException {
        String[] key = {""};
        Value[] value = {new Value(new byte[0], false, true)};
        try {
            elements.each(name -> {
                switch (name) {
                    case "Key" -> key[0] = cut(elements.text());
                    case "Value" -> {
                        Arrays.fill(value[0].bytes(), (byte) 0);
                        value[0] = elements.value();
                    }
                    default -> elements.skip();
                }
            });
            taker.take(key[0], value[0]);
        } finally {
            Arrays.fill(value[0].bytes(), (byte) 0);
        }
    }

    private static String cut(String label) {
        return label.substring(0, Math.min(label.length(), MAX_LABEL));
    }

    private void field(String key, Value value) {
        fields++;
        refers |= refers(value.bytes());
        Thing thing = thing(key);
        if (!value.whole() || value.bytes().length > SecretValue.MAX_SIZE) {
            item.lose(thing, Kind.VALUE_TOO_LARGE, key);
        } else if (fields > MAX_FIELDS) {
            item.lose(thing, Kind.TOO_MANY_ENTRIES, key);
        } else if (key.equals("Title")) {
            title = new String(value.bytes(), StandardCharsets.UTF_8);
            item.title(title);
        } else {
            take(thing, key, value);
        }
    }

    private void take(Thing thing, String key, Value value) {
        switch (thing) {
            case PASSWORD -> item.password(SecretValue.copyOf(value.bytes()));
            case ONE_TIME_CODE -> item.oneTimeCode(SecretValue.copyOf(value.bytes()));
            case USER_NAME, ADDRESS, NOTE -> describe(thing, key, value);
            default -> item.secret(thing, key, SecretValue.copyOf(value.bytes()));
        }
    }

    private void describe(Thing thing, String key, Value value) {
        if (value.bytes().length == 0) {
            return;
        }
        if (value.secret()) {
            item.secret(thing, key, SecretValue.copyOf(value.bytes()));
        } else if (thing == Thing.NOTE) {
            item.note(SecretValue.copyOf(value.bytes()));
        } else {
            called = true;
            String text = new String(value.bytes(), StandardCharsets.UTF_8);
            if (thing == Thing.ADDRESS) {
                item.address(text);
            } else {
                item.userName(text);
            }
        }
    }

    /** What a field is by its name in KeePass, KeePassXC and their plug-ins for one-time codes. */
    private static Thing thing(String key) {
        return switch (key) {
            case "Password" -> Thing.PASSWORD;
            case "UserName" -> Thing.USER_NAME;
            case "URL" -> Thing.ADDRESS;
            case "Notes" -> Thing.NOTE;
            case "otp",
                    "TOTP Seed",
                    "TimeOtp-Secret",
                    "TimeOtp-Secret-Hex",
                    "TimeOtp-Secret-Base32",
                    "TimeOtp-Secret-Base64",
                    "HmacOtp-Secret",
                    "HmacOtp-Secret-Hex",
                    "HmacOtp-Secret-Base32",
                    "HmacOtp-Secret-Base64" -> Thing.ONE_TIME_CODE;
            default -> Thing.FIELD;
        };
    }

    private static boolean refers(byte[] value) {
        for (int at = 0; at + REFERENCE.length <= value.length; at++) {
            int same = 0;
            while (same < REFERENCE.length && upper(value[at + same]) == REFERENCE[same]) {
                same++;
            }
            if (same == REFERENCE.length) {
                return true;
            }
        }
        return false;
    }

    private static int upper(byte unit) {
        return unit >= 'a' && unit <= 'z' ? unit - ('a' - 'A') : unit;
    }

    /**
     * Hands everything on.
     *
     * @param path the names of the groups that it is in, empty for the outermost
     * @param inBin whether one of them is the bin
     */
    void give(Gathering found, String path, boolean inBin) {
        boolean unnamed = title.isEmpty() && !called;
        if (unnamed) {
            item.title((path.isEmpty() ? "" : path + "/") + shownUuid());
        }
        String name = item.title();
        Place place = Place.of((path.isEmpty() ? "" : path + "/") + cut(name));
        Optional<String> told = Optional.of(name).filter(one -> one.length() <= Gathering.MAX_NAME);
        item.tag(Thing.FOLDER, path);
        if (expires) {
            Expiry.of(expiry).ifPresentOrElse(item::due, () -> item.lose(Thing.EXPIRY, Kind.NO_PLACE_FOR_IT, "Expiry"));
        }
        if (inBin) {
            item.leaveOut(found, place, Kind.IN_THE_BIN);
        } else {
            item.give(found, place);
        }
        if (formerVersions > 0) {
            found.lost(Thing.FORMER_VALUE, place, Kind.FORMER_VALUE, told);
        }
        for (int i = 1; i < formerVersions; i++) {
            found.count(Thing.FORMER_VALUE, Fate.LEFT_OUT);
        }
        if (refers && !inBin) {
            found.note(place, Kind.INTERPOLATION, told);
        }
        if (unnamed && !inBin) {
            found.note(place, Kind.RENAMED, told);
        }
    }

    private String shownUuid() {
        try {
            byte[] bytes = Base64.getDecoder().decode(uuid);
            return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, UUID_SHOWN));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public void close() {
        item.close();
    }
}
