package dev.lockstep.remote.kv;

import dev.lockstep.remote.Connection;
import dev.lockstep.remote.Fit;
import dev.lockstep.remote.RemoteException;
import dev.lockstep.remote.Trouble;
import dev.lockstep.remote.http.Call;
import dev.lockstep.remote.http.Call.Effect;
import java.util.List;
import java.util.Optional;

/**
 * Where the secrets of one remote are.
 *
 * @param namespace of HashiCorp Vault Enterprise or OpenBao
 * @param mount path of the engine
 * @param folder in it that all names are in; empty for the mount itself
 */
record KvPlace(Optional<String> namespace, List<String> mount, List<String> folder) {
    /** What was filled in. */
    static KvPlace of(Connection connection) throws RemoteException {
        Optional<String> namespace = connection.setting("namespace").map(KvPlace::trimmed);
        if (namespace.isPresent() && !namespace.get().matches("[\\x21-\\x7e]+")) {
            throw new RemoteException(new Trouble.Refused(""));
        }
        String folder = trimmed(connection.setting("path").orElse(""));
        return new KvPlace(
                namespace,
                segments(trimmed(connection.setting("mount").orElse("secret"))),
                folder.isEmpty() ? List.of() : segments(folder));
    }

    /** Without slashes at its ends. */
    private static String trimmed(String path) {
        return path.strip().replaceAll("^/+|/+$", "");
    }

    /**
     * The parts of a path that a server takes for nothing else: none is empty, one period or two, and none has a control character.
     *
     * @throws RemoteException {@code Refused} if there is no such part
     */
    static List<String> segments(String path) throws RemoteException {
        List<String> segments = List.of(path.split("/", -1));
        for (String segment : segments) {
            boolean control = segment.codePoints()
                    .anyMatch(
                            point -> Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE);
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..") || control) {
                throw new RemoteException(new Trouble.Refused(""));
            }
        }
        return segments;
    }

    /** A call about one secret. */
    Call secret(String method, Effect effect, String branch, String name) throws RemoteException {
        Fit.requireId(name);
        Call call = branch(method, effect, branch);
        segments(name).forEach(call::segment);
        return call;
    }

    /**
     * The call for one page of a folder.
     *
     * @param inner relative to this place, with a slash at its end; empty for the place itself
     */
    Call list(String inner) throws RemoteException {
        Call call = branch("GET", Effect.READ, "metadata");
        if (!inner.isEmpty()) {
            segments(inner.substring(0, inner.length() - 1)).forEach(call::segment);
        }
        return call.segment("").query("list", "true");
    }

    private Call branch(String method, Effect effect, String branch) {
        Call call = Call.of(method, effect, "/v1");
        mount.forEach(call::segment);
        call.segment(branch);
        folder.forEach(call::segment);
        return call;
    }

    /** The path of a secret as policies name it. */
    String policyPath(String branch, String name) {
        String inner = folder.isEmpty() ? "" : String.join("/", folder) + "/";
        return String.join("/", mount) + "/" + branch + "/" + inner + name;
    }

    /** As users write it: namespace, mount and folder. */
    String shown() {
        String inside = String.join("/", mount) + (folder.isEmpty() ? "" : "/" + String.join("/", folder));
        return namespace.map(space -> space + "/" + inside).orElse(inside);
    }
}
