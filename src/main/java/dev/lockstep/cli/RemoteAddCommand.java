package dev.lockstep.cli;

import dev.lockstep.naming.NameMapping;
import dev.lockstep.remote.Connection;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Vendor;
import dev.lockstep.remote.VendorContract;
import dev.lockstep.remote.VendorContracts;
import dev.lockstep.sync.Connections;
import dev.lockstep.vault.RemoteDetails;
import dev.lockstep.words.Legible;
import dev.lockstep.words.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** Adds a remote to a collection. Nothing is asked for or sent there. */
final class RemoteAddCommand implements Command {
    private final Given<String> vendor = Given.word(0, "VENDOR", vendors(), Text.of("cli.remote.add.vendor"));
    private final Given<String> name = Given.operand(1, "NAME", Text.of("cli.remote.add.name"));
    private final Given<List<String>> settings = Given.texts("--set", "FIELD=TEXT", Text.of("cli.remote.add.set"));
    private final Given<List<String>> credentials =
            Given.texts("--credential-fd", "FIELD=N", Text.of("cli.remote.add.credential-fd"));
    private final Given<NameMapping> mapping =
            Given.choice("--mapping", NameMapping.class, Text.of("cli.remote.add.mapping"));
    private final Given<String> prefix = Given.text("--prefix", "TEXT", Text.of("cli.remote.add.prefix"));

    @Override
    public CommandSpec spec() {
        return Syntax.of(this, "add", Text.of("cli.remote.add"), vendor, name, settings, credentials, mapping, prefix);
    }

    private static List<String> vendors() {
        return Arrays.stream(Vendor.values()).map(Vendor::id).toList();
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        Vendor kind = Vendor.of(vendor.value())
                .orElseThrow(() ->
                        new Refusal(ExitCode.USAGE, Text.of("cli.remote.add.no-vendor", String.join(", ", vendors()))));
        VendorContract contract = VendorContracts.of(kind);
        RemoteFields fields = new RemoteFields(contract, invocation.terminal());
        Map<String, String> tidy = fields.settings(settings.get().orElse(List.of()));
        try (SyncPlace place = SyncPlace.open(invocation);
                Connection connection = new Connection(
                        kind, tidy, fields.credentials(credentials.get().orElse(List.of()), tidy))) {
            place.connections().require(connection);
            RemoteDetails details = new RemoteDetails(
                    name.value(),
                    Connections.place(contract, tidy),
                    mapping.get().orElse(contract.names().mapping()),
                    prefix.get().orElse(""),
                    tidy);
            place.vault().remotes().add(place.search().target().id(), kind.id(), details, connection.credentials());
            invocation.output().line(Text.of("cli.remote.add.done", Legible.line(name.value())));
            return ExitCode.OK;
        } catch (RemoteException e) {
            throw new Refusal(ExitCode.DATA, Text.of("cli.remote.add.unusable", Terms.of(e.trouble())));
        }
    }
}
