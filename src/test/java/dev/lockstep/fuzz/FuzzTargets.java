package dev.lockstep.fuzz;

import dev.lockstep.crypto.CryptoFuzz;
import dev.lockstep.crypto.kdbx.KdbxFuzz;
import dev.lockstep.keystore.KeystoreFuzz;
import dev.lockstep.remote.AnswerFuzz;
import dev.lockstep.settings.SettingsFuzz;
import dev.lockstep.sync.ledger.LedgerFuzz;
import dev.lockstep.transfer.bitwarden.BitwardenFuzz;
import dev.lockstep.transfer.bundle.BundleFuzz;
import dev.lockstep.transfer.csv.CsvFuzz;
import dev.lockstep.transfer.dotenv.DotenvFuzz;
import dev.lockstep.transfer.json.JsonFuzz;
import dev.lockstep.transfer.keepass.KeePassFuzz;
import dev.lockstep.transfer.onepassword.PuxFuzz;
import dev.lockstep.vault.CodecFuzz;
import dev.lockstep.vault.InsiderFuzz;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** All targets, by the names that the command line and the folders of found inputs use. */
final class FuzzTargets {
    private static final Map<String, Callable<FuzzTarget>> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("slot", CryptoFuzz::slot),
            Map.entry("row", CryptoFuzz::row),
            Map.entry("padding", CryptoFuzz::padding),
            Map.entry("manifest", CryptoFuzz::manifest),
            Map.entry("recovery-code", CryptoFuzz::recoveryCode),
            Map.entry("key-file", CryptoFuzz::keyFile),
            Map.entry("head", CodecFuzz::head),
            Map.entry("key-value", CodecFuzz::keyValue),
            Map.entry("value", CodecFuzz::value),
            Map.entry("audit", CodecFuzz::audit),
            Map.entry("insider", InsiderFuzz::new),
            Map.entry("ledger", LedgerFuzz::new),
            Map.entry("answer", AnswerFuzz::new),
            Map.entry("bundle", BundleFuzz::new),
            Map.entry("settings", SettingsFuzz::new),
            Map.entry("dotenv", DotenvFuzz::new),
            Map.entry("json", JsonFuzz::new),
            Map.entry("bitwarden", BitwardenFuzz::new),
            Map.entry("kdbx", KdbxFuzz::new),
            Map.entry("keepass-xml", KeePassFuzz::new),
            Map.entry("csv", CsvFuzz::new),
            Map.entry("1pux", PuxFuzz::archive),
            Map.entry("1pux-data", PuxFuzz::data),
            Map.entry("keystore-entry", KeystoreFuzz::new)));

    private FuzzTargets() {}

    static Iterable<String> names() {
        return ALL.keySet();
    }

    static FuzzTarget named(String name) throws Exception {
        Callable<FuzzTarget> maker = ALL.get(name);
        if (maker == null) {
            throw new IllegalArgumentException("no target " + name + " in " + ALL.keySet());
        }
        return maker.call();
    }
}
