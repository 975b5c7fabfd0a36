package dev.lockstep.transfer.kubernetes;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.model.VaultException;
import dev.lockstep.transfer.export.ExportFormat;
import dev.lockstep.transfer.export.ExportItems;
import dev.lockstep.transfer.export.ExportOptions;
import dev.lockstep.transfer.export.Refusal.Reason;
import dev.lockstep.transfer.export.Screening;
import dev.lockstep.transfer.export.SecretOutput;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One {@code Secret} of the core API, version 1, in YAML, with every value in base64 under {@code data}, so that each byte arrives. The rules are
 * those of the API server (<a href="https://kubernetes.io/docs/concepts/configuration/secret/">Secrets</a>, {@code IsConfigMapKey}): keys of
 * ASCII letters, digits, {@code - _ .}, at most 253, not {@code .}, and not two full stops first; one MiB of values in all.
 */
public final class KubernetesExport implements ExportFormat {
    private static final Pattern KEY = Pattern.compile("(?!\\.$|\\.\\.)[-._a-zA-Z0-9]{1,253}");
    private static final String LABEL = "[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?";
    private static final Pattern NAMESPACE = Pattern.compile(LABEL);
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*");
    private static final long MOST_BYTES = 1 << 20;

    /** A writer without state. */
    public KubernetesExport() {}

    @Override
    public String id() {
        return "kubernetes";
    }

    @Override
    public String ending() {
        return ".yaml";
    }

    @Override
    public boolean holdsValues() {
        return true;
    }

    @Override
    public Set<Detail> keeps() {
        return Set.of();
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.KUBERNETES_OBJECT);
    }

    @Override
    public Set<Objection> objections(ExportOptions options) {
        Set<Objection> objections = EnumSet.noneOf(Objection.class);
        if (!NAME.matcher(options.objectName()).matches()) {
            objections.add(Objection.OBJECT_NAME);
        }
        if (!options.namespace().isEmpty()
                && !NAMESPACE.matcher(options.namespace()).matches()) {
            objections.add(Objection.NAMESPACE);
        }
        return objections;
    }

    @Override
    public Screening screening() {
        Set<String> names = new HashSet<>();
        long[] bytes = {0};
        return item -> {
            if (!KEY.matcher(item.name()).matches()) {
                return Optional.of(Reason.NAME_NOT_A_KEY);
            }
            if (!names.add(item.name())) {
                return Optional.of(Reason.NAME_TWICE);
            }
            bytes[0] += item.value().size();
            return bytes[0] > MOST_BYTES ? Optional.of(Reason.NO_ROOM) : Optional.empty();
        };
    }

    @Override
    public void write(ExportItems items, WritableByteChannel out, ExportOptions options)
            throws IOException, VaultException, InterruptedException {
        try (SecretOutput output = new SecretOutput(out)) {
            output.text("apiVersion: v1\nkind: Secret\nmetadata:\n  name: \"" + options.objectName() + "\"\n");
            if (!options.namespace().isEmpty()) {
                output.text("  namespace: \"" + options.namespace() + "\"\n");
            }
            output.text("type: Opaque\ndata:" + (items.size() == 0 ? " {}\n" : "\n"));
            items.<IOException>each(item -> {
                output.text("  \"" + item.name() + "\": \"");
                base64(item.value(), output);
                output.text("\"\n");
            });
            output.flush();
        }
    }

    private static void base64(SecretValue value, SecretOutput output) throws IOException {
        byte[] encoded = value.use(bytes -> Base64.getEncoder().encode(bytes));
        try {
            output.put(encoded);
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }
}
