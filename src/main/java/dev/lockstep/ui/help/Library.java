package dev.lockstep.ui.help;

import dev.lockstep.words.Text;

/** A part of the program that others wrote, with its licence. */
enum Library {
    OPENJDK("OpenJDK", "GPL 2.0 with Classpath Exception"),
    OPENJFX("OpenJFX", "GPL 2.0 with Classpath Exception"),
    ATLANTAFX("AtlantaFX", "MIT"),
    CONTROLSFX("ControlsFX", "BSD 3-Clause"),
    IKONLI("Ikonli", "Apache 2.0"),
    FEATHER("Feather", "MIT"),
    SQLITE("SQLite, sqlite-jdbc", "Public domain, Apache 2.0"),
    BOUNCY_CASTLE("Bouncy Castle", "Bouncy Castle Licence (MIT)"),
    JACKSON("Jackson", "Apache 2.0"),
    ZXCVBN("zxcvbn4j", "MIT");

    private final String title;
    private final String licence;

    Library(String title, String licence) {
        this.title = title;
        this.licence = licence;
    }

    String title() {
        return title;
    }

    String licence() {
        return licence;
    }

    /** What the program uses it for. */
    String use() {
        return switch (this) {
            case OPENJDK -> Text.of("about.use.openjdk");
            case OPENJFX -> Text.of("about.use.openjfx");
            case ATLANTAFX -> Text.of("about.use.atlantafx");
            case CONTROLSFX -> Text.of("about.use.controlsfx");
            case IKONLI -> Text.of("about.use.ikonli");
            case FEATHER -> Text.of("about.use.feather");
            case SQLITE -> Text.of("about.use.sqlite");
            case BOUNCY_CASTLE -> Text.of("about.use.bouncy-castle");
            case JACKSON -> Text.of("about.use.jackson");
            case ZXCVBN -> Text.of("about.use.zxcvbn");
        };
    }
}
