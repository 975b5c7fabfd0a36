package dev.lockstep.cli;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.generate.CharacterClass;
import dev.lockstep.generate.Recipe;
import dev.lockstep.vault.Entry;
import dev.lockstep.vault.OpenVault;
import dev.lockstep.vault.SecretDetails;
import dev.lockstep.words.Text;
import java.util.EnumSet;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Makes a random value, and shows it or saves it as the value of a secret. */
final class GenerateCommand implements Command {
    private final Given<Kind> kind = Given.choice("--recipe", Kind.class, Text.of("cli.generate.recipe"));
    private final Given<Integer> length = Given.number("--length", "N", Text.of("cli.generate.length"));
    private final Given<String> prefix = Given.text("--prefix", "TEXT", Text.of("cli.generate.prefix"));
    private final Given<String> separator = Given.text("--separator", "TEXT", Text.of("cli.generate.separator"));
    private final Given<Boolean> noSymbols = Given.flag("--no-symbols", Text.of("cli.generate.no-symbols"));
    private final Given<Boolean> legible = Given.flag("--no-look-alikes", Text.of("cli.generate.no-look-alikes"));
    private final Given<String> save = Given.text("--save", "NAME", Text.of("cli.generate.save"));

    /** The recipes by their names on the command line. */
    enum Kind {
        URL_SAFE,
        CHARACTERS,
        HEX,
        BASE64URL,
        UUID,
        WORDS
    }

    @Override
    public CommandSpec spec() {
        return Syntax.of(
                this, "generate", Text.of("cli.generate"), kind, length, prefix, separator, noSymbols, legible, save);
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        try (SecretValue made = recipe().generate(invocation.services().random())) {
            if (save.get().isPresent()) {
                save(invocation, Names.checked(save.get().get()), made);
            } else {
                new Secret(invocation.terminal()).write(made);
            }
            return ExitCode.OK;
        }
    }

    private Recipe recipe() throws Refusal {
        try {
            Recipe made = plain();
            return prefix.get().isEmpty()
                    ? made
                    : new Recipe.Prefixed(prefix.get().get(), made);
        } catch (IllegalArgumentException e) {
            throw new Refusal(ExitCode.USAGE, Text.of("cli.generate.bounds", String.valueOf(e.getMessage())));
        }
    }

    private Recipe plain() {
        Optional<Integer> size = length.get();
        return switch (kind.get().orElse(Kind.URL_SAFE)) {
            case URL_SAFE -> new Recipe.UrlSafe(size.orElse(32));
            case CHARACTERS -> {
                EnumSet<CharacterClass> classes = EnumSet.allOf(CharacterClass.class);
                if (noSymbols.isSet()) {
                    classes.remove(CharacterClass.SYMBOLS);
                }
                yield new Recipe.RandomCharacters(size.orElse(24), classes, legible.isSet());
            }
            case HEX -> new Recipe.Hex(size.orElse(32));
            case BASE64URL -> new Recipe.Base64Url(size.orElse(32));
            case UUID -> new Recipe.Uuid();
            case WORDS -> new Recipe.Words(size.orElse(6), separator.get().orElse("-"), false);
        };
    }

    private static void save(Invocation invocation, String name, SecretValue made) throws Exception {
        try (OpenVault vault = invocation.open()) {
            Search search = invocation.search(vault);
            Optional<Entry> present = search.find(name);
            Output output = invocation.output();
            if (present.isPresent()) {
                vault.secrets().edit(present.get(), SecretDetails.of(present.get()), made);
                output.line(Text.of("cli.set.changed", output.shown(name)));
            } else {
                vault.secrets().add(SecretDetails.named(search.target().id(), name), made);
                output.line(Text.of("cli.set.added", output.shown(name)));
            }
        }
    }
}
