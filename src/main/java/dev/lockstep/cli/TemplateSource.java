package dev.lockstep.cli;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.transfer.SourceFile;
import dev.lockstep.use.Template;
import dev.lockstep.words.Text;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Optional;

/** Where a template comes from. */
record TemplateSource(Terminal terminal) {
    /** The bytes, to be wiped by the caller: of a file, or of standard input without one. */
    byte[] read(Optional<Path> file) throws Exception {
        if (file.isPresent()) {
            try (SourceFile source = SourceFile.read(file.get(), Template.MAX_SIZE)) {
                return source.content().toArray(ValueLayout.JAVA_BYTE);
            }
        }
        try (SecretValue read = terminal.read(0, Template.MAX_SIZE + 1)) {
            if (read.size() > Template.MAX_SIZE) {
                throw new Refusal(ExitCode.DATA, Text.of("cli.inject.template-too-large", Template.MAX_SIZE >> 20));
            }
            return read.exposed();
        }
    }
}
