package dev.lockstep.vault;

/** Names for secrets whose own name is taken. */
final class FreeName {
    private FreeName() {}

    /** The first name that is free: with the first ending, then with the numbered one. */
    static String of(Batch batch, SecretDetails details, String ending, String numbered) {
        String candidate = shortened(details.name(), ending);
        for (int number = 2; batch.named(details.collection(), candidate).isPresent(); number++) {
            candidate = shortened(details.name(), numbered.replace("%d", Integer.toString(number)));
        }
        return candidate;
    }

    private static String shortened(String name, String ending) {
        int room = SecretDetails.MAX_NAME - ending.length();
        int end = Math.min(name.length(), room);
        boolean splits = end < name.length() && Character.isLowSurrogate(name.charAt(end));
        return name.substring(0, splits ? end - 1 : end) + ending;
    }
}
