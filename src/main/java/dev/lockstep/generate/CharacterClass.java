package dev.lockstep.generate;

/** A group of ASCII characters that a random value may be made of. */
public enum CharacterClass {
    LOWER("abcdefghijklmnopqrstuvwxyz"),
    UPPER("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    DIGITS("0123456789"),
    /** Without quotes, backslash, backtick and dollar, which configuration files and shells treat in their own ways. */
    SYMBOLS("!#%&()*+,-./:;<=>?@[]^_{|}~");

    private static final String LOOK_ALIKES = "0OolI1|";

    private final String characters;

    CharacterClass(String characters) {
        this.characters = characters;
    }

    /** The characters, each once; without those that are easily taken for another one if they are to be avoided. */
    String characters(boolean avoidLookAlikes) {
        if (!avoidLookAlikes) {
            return characters;
        }
        StringBuilder kept = new StringBuilder();
        characters
                .chars()
                .filter(character -> LOOK_ALIKES.indexOf(character) < 0)
                .forEach(character -> kept.append((char) character));
        return kept.toString();
    }
}
