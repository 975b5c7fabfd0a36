package dev.lockstep.settings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings as JSON, key by key. A mapper that looks into classes would take a tenth of the time that the program takes to start. */
final class SettingsJson {
    private static final int MAX_DEPTH = 8;
    private static final int MAX_TEXT = 8 * 1024;
    private static final int MAX_DIGITS = 20;

    private static final JsonFactory STRICT = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT)
                    .maxNumberLength(MAX_DIGITS)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private SettingsJson() {}

    static byte[] write(Settings settings) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = STRICT.createGenerator(bytes)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            write(json, "look", look(settings.look()));
            write(json, "protection", protection(settings.protection()));
            write(json, "panes", panes(settings.panes()));
            write(json, "checks", Map.of("everyMinutes", settings.checks().everyMinutes()));
            json.writeArrayFieldStart("recentVaults");
            for (String vault : settings.recentVaults()) {
                json.writeString(vault);
            }
            json.writeEndArray();
            write(json, "keyFiles", settings.keyFiles());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, String name, Map<String, ?> values) throws IOException {
        json.writeObjectFieldStart(name);
        for (var value : values.entrySet()) {
            json.writeFieldName(value.getKey());
            switch (value.getValue()) {
                case Integer number -> json.writeNumber(number);
                case Boolean truth -> json.writeBoolean(truth);
                case Object text -> json.writeString(text.toString());
            }
        }
        json.writeEndObject();
    }

    private static Map<String, Object> look(Look look) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("theme", look.theme().name());
        values.put("zoomPercent", look.zoomPercent());
        values.put("compactRows", look.compactRows());
        values.put("valueHint", look.valueHint());
        return values;
    }

    private static Map<String, Object> protection(Protection protection) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("clipboardSeconds", protection.clipboardSeconds());
        values.put("revealSeconds", protection.revealSeconds());
        values.put("idleLockMinutes", protection.idleLockMinutes());
        values.put("lockOnMinimise", protection.lockOnMinimise());
        values.put("lockOnSleep", protection.lockOnSleep());
        return values;
    }

    private static Map<String, Object> panes(Panes panes) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("width", panes.width());
        values.put("height", panes.height());
        values.put("maximised", panes.maximised());
        values.put("sidebarShown", panes.sidebarShown());
        values.put("sidebarWidth", panes.sidebarWidth());
        values.put("detailsShown", panes.detailsShown());
        values.put("detailsWidth", panes.detailsWidth());
        return values;
    }

    /** What is left out has its default; what is unknown, of another kind or outside its bounds is refused. */
    static Settings read(byte[] json) throws IOException {
        try (JsonParser parser = STRICT.createParser(json)) {
            parser.nextToken();
            Values whole = new Values(object(parser));
            if (parser.nextToken() != null) {
                throw new IOException("more than one value");
            }
            Settings settings = settings(whole);
            whole.end();
            return settings;
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
    }

    private static Settings settings(Values whole) throws IOException {
        Settings otherwise = Settings.DEFAULT;
        return new Settings(
                look(whole.part("look"), otherwise.look()),
                protection(whole.part("protection"), otherwise.protection()),
                panes(whole.part("panes"), otherwise.panes()),
                checks(whole.part("checks"), otherwise.checks()),
                whole.texts("recentVaults"),
                whole.part("keyFiles").texts());
    }

    private static Look look(Values values, Look otherwise) throws IOException {
        return new Look(
                ThemeChoice.valueOf(values.take("theme", otherwise.theme().name())),
                values.take("zoomPercent", otherwise.zoomPercent()),
                values.take("compactRows", otherwise.compactRows()),
                values.take("valueHint", otherwise.valueHint()));
    }

    private static Protection protection(Values values, Protection otherwise) throws IOException {
        return new Protection(
                values.take("clipboardSeconds", otherwise.clipboardSeconds()),
                values.take("revealSeconds", otherwise.revealSeconds()),
                values.take("idleLockMinutes", otherwise.idleLockMinutes()),
                values.take("lockOnMinimise", otherwise.lockOnMinimise()),
                values.take("lockOnSleep", otherwise.lockOnSleep()));
    }

    private static Panes panes(Values values, Panes otherwise) throws IOException {
        return new Panes(
                values.take("width", otherwise.width()),
                values.take("height", otherwise.height()),
                values.take("maximised", otherwise.maximised()),
                values.take("sidebarShown", otherwise.sidebarShown()),
                values.take("sidebarWidth", otherwise.sidebarWidth()),
                values.take("detailsShown", otherwise.detailsShown()),
                values.take("detailsWidth", otherwise.detailsWidth()));
    }

    private static Checks checks(Values values, Checks otherwise) throws IOException {
        return new Checks(values.take("everyMinutes", otherwise.everyMinutes()));
    }

    /** The values of an object, and of the objects in it, that nobody has taken yet. */
    private record Values(Map<String, Object> left, List<Values> parts) {
        Values(Map<String, Object> left) {
            this(left, new ArrayList<>());
        }

        int take(String name, int otherwise) throws IOException {
            return kind(Integer.class, found(name, otherwise));
        }

        boolean take(String name, boolean otherwise) throws IOException {
            return kind(Boolean.class, found(name, otherwise));
        }

        String take(String name, String otherwise) throws IOException {
            return kind(String.class, found(name, otherwise));
        }

        private Object found(String name, Object otherwise) {
            Object found = left.getOrDefault(name, otherwise);
            left.remove(name);
            return found;
        }

        Values part(String name) throws IOException {
            Map<String, Object> part = new LinkedHashMap<>();
            for (var value : ((Map<?, ?>) kind(Map.class, found(name, Map.of()))).entrySet()) {
                part.put(value.getKey().toString(), value.getValue());
            }
            parts.add(new Values(part));
            return parts.getLast();
        }

        List<String> texts(String name) throws IOException {
            List<String> texts = new ArrayList<>();
            for (Object text : (List<?>) kind(List.class, found(name, List.of()))) {
                texts.add(kind(String.class, text));
            }
            return texts;
        }

        Map<String, String> texts() throws IOException {
            Map<String, String> texts = new LinkedHashMap<>();
            for (var value : left.entrySet()) {
                texts.put(value.getKey(), kind(String.class, value.getValue()));
            }
            left.clear();
            return texts;
        }

        void end() throws IOException {
            if (!left.isEmpty()) {
                throw new IOException("unknown keys");
            }
            for (Values part : parts) {
                part.end();
            }
        }

        private static <T> T kind(Class<T> kind, Object value) throws IOException {
            if (!kind.isInstance(value)) {
                throw new IOException("another kind of value");
            }
            return kind.cast(value);
        }
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        if (!parser.isExpectedStartObjectToken()) {
            throw new IOException("not an object");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            values.put(name, value(parser));
        }
        return values;
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getIntValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw new IOException("a value of no kind that is known");
        };
    }

    private static List<Object> array(JsonParser parser) throws IOException {
        List<Object> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return values;
    }
}
