package dev.lockstep.cli;

import dev.lockstep.words.Text;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before or after its name. */
final class Globals {
    private final Given<Path> vault = Given.file("--vault", "FILE", Text.of("cli.option.vault"));
    private final Given<String> collection = Given.text("--collection", "NAME", Text.of("cli.option.collection"));
    private final Given<Integer> passwordFd = Given.number("--password-fd", "N", Text.of("cli.option.password-fd"));
    private final Given<Path> keyFile = Given.file("--key-file", "FILE", Text.of("cli.option.key-file"));
    private final Given<Boolean> keystore = Given.flag("--keystore", Text.of("cli.option.keystore"));
    private final Given<Boolean> json = Given.flag("--json", Text.of("cli.option.json"));

    /** Adds them to the command above all others. */
    void addTo(CommandSpec root) {
        for (Given<?> each : List.of(vault, collection, passwordFd, keyFile, keystore, json)) {
            root.addOption(OptionSpec.builder((OptionSpec) each.spec())
                    .scopeType(ScopeType.INHERIT)
                    .build());
        }
    }

    Given<Path> vault() {
        return vault;
    }

    Given<String> collection() {
        return collection;
    }

    Given<Integer> passwordFd() {
        return passwordFd;
    }

    Given<Path> keyFile() {
        return keyFile;
    }

    boolean keystore() {
        return keystore.isSet();
    }

    boolean json() {
        return json.isSet();
    }
}
