package dev.lockstep;

import dev.lockstep.RulesBiteTest.Breach;
import java.util.List;

/** One piece of code for each rule, and more where a rule has several sides. */
final class Breaches {
    private static final String VIEW_MODEL =
            "dev.lockstep.ui.screen.PageViewModel\npublic final class PageViewModel {}";

    static final List<Breach> ALL = List.of(
            breach(
                    "NO_CYCLES",
                    "dev.lockstep.naming.One\npublic class One { dev.lockstep.model.Two two; }",
                    "dev.lockstep.model.Two\npublic class Two { dev.lockstep.naming.One one; }"),
            breach(
                    "ARROWS_POINT_DOWN",
                    "dev.lockstep.store.Reader\npublic class Reader { dev.lockstep.vault.Use use; }",
                    "dev.lockstep.vault.Use\npublic class Use {}"),
            breach(
                    "ARROWS_POINT_DOWN",
                    "dev.lockstep.ui.page.Page\npublic class Page { dev.lockstep.store.Row row; }",
                    "dev.lockstep.store.Row\npublic class Row {}"),
            breach("ARROWS_POINT_DOWN", "dev.lockstep.elsewhere.Stray\npublic class Stray {}"),
            breach(
                    "ARROWS_POINT_DOWN",
                    "dev.lockstep.ui.page.Page\npublic class Page { dev.lockstep.remote.kv.Vault vault; }",
                    "dev.lockstep.remote.kv.Vault\npublic class Vault {}"),
            breach(
                    "ARROWS_POINT_DOWN",
                    "dev.lockstep.sync.plan.Plan\npublic class Plan { dev.lockstep.transfer.Export export; }",
                    "dev.lockstep.transfer.Export\npublic class Export {}"),
            breach(
                    "ARROWS_POINT_DOWN",
                    "dev.lockstep.vault.Keys\npublic class Keys { dev.lockstep.crypto.kdbx.Kdbx other; }",
                    "dev.lockstep.crypto.kdbx.Kdbx\npublic class Kdbx {}"),
            breach(
                    "SYNC_KNOWS_NO_VENDOR",
                    "dev.lockstep.sync.Plan\npublic class Plan { dev.lockstep.remote.http.Wire wire; }",
                    "dev.lockstep.remote.http.Wire\npublic class Wire {}"),
            breach(
                    "VENDORS_DO_NOT_KNOW_EACH_OTHER",
                    "dev.lockstep.remote.one.Vault\npublic class Vault { dev.lockstep.remote.two.Vault other; }",
                    "dev.lockstep.remote.two.Vault\npublic class Vault {}"),
            breach(
                    "NO_PLAINTEXT_BELOW",
                    "dev.lockstep.model.Row\nclass Row { dev.lockstep.cleartext.SecretValue value; }"),
            breach(
                    "SETTINGS_STAND_ALONE",
                    "dev.lockstep.settings.Memory\nclass Memory { dev.lockstep.model.RowId row; }"),
            breach(
                    "GENERATORS_KNOW_ONLY_PLAINTEXT",
                    "dev.lockstep.generate.Dice\nclass Dice { dev.lockstep.model.RowId row; }"),
            breach(
                    "ARROWS_POINT_DOWN",
                    "dev.lockstep.vault.Unlock\npublic class Unlock { dev.lockstep.keystore.Keys keys; }",
                    "dev.lockstep.keystore.Keys\npublic class Keys {}"),
            breach(
                    "KEYSTORES_KNOW_NO_VAULT",
                    "dev.lockstep.keystore.Keys\nclass Keys { dev.lockstep.vault.OpenVault vault; }"),
            breach(
                    "HANDING_ON_KNOWS_NO_VAULT",
                    "dev.lockstep.use.Fill\nclass Fill { dev.lockstep.vault.OpenVault vault; }"),
            breach(
                    "NATIVE_CODE_ONLY_AT_THE_EDGES",
                    "dev.lockstep.vault.Fast\nclass Fast { java.lang.foreign.SymbolLookup library; }"),
            breach(
                    "WORDS_OF_THE_DOMAIN_NEED_ONLY_THE_JDK",
                    "dev.lockstep.naming.Tree\nclass Tree { com.fasterxml.jackson.databind.JsonNode node; }"),
            breach(
                    "TOOLTIPS_LEAVE_ESC_ALONE",
                    "dev.lockstep.ui.page.Hint\nclass Hint { Object tip = new javafx.scene.control.Tooltip(\"Hello\"); }"),
            breach("CIPHERS_ONLY_IN_CRYPTO", "dev.lockstep.vault.Own\nclass Own { javax.crypto.Cipher cipher; }"),
            breach(
                    "CIPHERS_ONLY_IN_CRYPTO",
                    "dev.lockstep.vault.Own\nclass Own { Object o = new org.bouncycastle.crypto.digests.SHA256Digest(); }"),
            breach(
                    "KEYS_OF_A_VAULT_STAY_BELOW",
                    "dev.lockstep.transfer.Bundle\nclass Bundle { dev.lockstep.crypto.Keyring keys; }",
                    "dev.lockstep.crypto.Keyring\npublic class Keyring {}"),
            breach("SQL_ONLY_IN_STORE", "dev.lockstep.vault.Direct\nclass Direct { java.sql.Connection open; }"),
            breach(
                    "HTTP_ONLY_IN_ONE_PACKAGE",
                    "dev.lockstep.vault.Home\nclass Home { java.net.http.HttpClient phone; }"),
            breach(
                    "HTTP_ONLY_IN_ONE_PACKAGE",
                    "dev.lockstep.remote.mixpeek.Own\nclass Own { java.net.http.HttpClient own; }"),
            breach(
                    "REPETITIONS_ONLY_IN_HTTP",
                    "dev.lockstep.remote.mixpeek.Again\nclass Again { dev.failsafe.RetryPolicy<Object> policy; }"),
            breach(
                    "SIGNED_TOKENS_ONLY_FOR_VOXIMPLANT",
                    "dev.lockstep.remote.mixpeek.Token\nclass Token { com.auth0.jwt.JWT token; }"),
            breach(
                    "SERVERS_ONLY_IN_PRACTICE",
                    "dev.lockstep.remote.mixpeek.Hook\nclass Hook { com.sun.net.httpserver.HttpServer server; }"),
            breach(
                    "RULES_OF_HTTP_ARE_FOR_ADAPTERS",
                    "dev.lockstep.sync.Direct\nclass Direct { dev.lockstep.remote.http.Call call; }"),
            breach(
                    "SCREENS_KNOW_ONLY_THE_WORDS_OF_REMOTES",
                    "dev.lockstep.ui.remotes.Pick\nclass Pick { dev.lockstep.remote.mixpeek.MixpeekVault vault; }",
                    "dev.lockstep.remote.mixpeek.MixpeekVault\npublic final class MixpeekVault {}"),
            breach(
                    "SCREENS_KNOW_ONLY_THE_WORDS_OF_REMOTES",
                    "dev.lockstep.ui.remotes.Pick\nclass Pick { dev.lockstep.remote.http.Origin address; }"),
            breach(
                    "SIMULATORS_SHARE_ONLY_CONTRACTS",
                    "dev.lockstep.practice.Lazy\nclass Lazy { dev.lockstep.remote.http.JsonBody body; }"),
            breach(
                    "AN_ADAPTER_IS_ONE_DOOR",
                    "dev.lockstep.remote.mixpeek.MixpeekNames\npublic final class MixpeekNames {}"),
            breach(
                    "AN_ADAPTER_IS_ONE_DOOR",
                    "dev.lockstep.remote.mixpeek.MixpeekVault\npublic final class MixpeekVault {}"),
            breach(
                    "JSON_ONLY_AT_THE_EDGES",
                    "dev.lockstep.vault.Tree\nclass Tree { com.fasterxml.jackson.databind.JsonNode node; }"),
            breach(
                    "TOOLKIT_ONLY_ABOVE",
                    "dev.lockstep.vault.Seen\nclass Seen { javafx.beans.property.StringProperty name; }"),
            breach(
                    "VIEW_MODELS_NEED_NO_TOOLKIT",
                    "dev.lockstep.ui.screen.PageViewModel\nclass PageViewModel { javafx.scene.paint.Color colour; }"),
            breach(
                    "VIEW_MODELS_NEED_NO_TOOLKIT",
                    "dev.lockstep.ui.screen.PageViewModel\n"
                            + "class PageViewModel { record Row(javafx.scene.image.Image icon) {} }"),
            breach(
                    "VIEW_MODELS_DO_NOT_KNOW_VIEWS",
                    "dev.lockstep.ui.screen.PageViewModel\nclass PageViewModel { PageView view; }",
                    "dev.lockstep.ui.screen.PageView\nfinal class PageView {}"),
            breach(
                    "VIEW_MODELS_SEE_NOTHING_OF_A_NODE",
                    "dev.lockstep.ui.screen.PageViewModel\nclass PageViewModel { dev.lockstep.ui.kit.SecretField field; }"),
            breach("EACH_VIEW_HAS_ITS_VIEW_MODEL", "dev.lockstep.ui.screen.PageView\npublic final class PageView {}"),
            breach("ONLY_VIEWS_AND_VIEW_MODELS_ARE_PUBLIC", "dev.lockstep.ui.screen.Row\npublic record Row() {}"),
            breach("VIEWS_ARE_COMPOSED", VIEW_MODEL, "dev.lockstep.ui.screen.PageView\npublic class PageView {}"),
            breach(
                    "VIEWS_ARE_COMPOSED",
                    VIEW_MODEL,
                    "dev.lockstep.ui.screen.PageView\npublic final class PageView extends javafx.scene.layout.VBox {}"),
            breach(
                    "SCREENS_DO_NOT_KNOW_EACH_OTHER",
                    VIEW_MODEL,
                    "dev.lockstep.ui.other.OtherViewModel\n"
                            + "class OtherViewModel { dev.lockstep.ui.screen.PageViewModel next; }"),
            breach(
                    "KIT_KNOWS_NO_SCREEN",
                    VIEW_MODEL,
                    "dev.lockstep.ui.kit.Fond\nclass Fond { dev.lockstep.ui.screen.PageViewModel of; }"),
            breach(
                    "NO_FXML",
                    "dev.lockstep.ui.kit.Loads\nclass Loads { javafx.fxml.FXMLLoader loader; }",
                    "javafx.fxml.FXMLLoader\npublic class FXMLLoader {}"),
            breach(
                    "THREADS_ARE_MADE_IN_APP",
                    "dev.lockstep.vault.Fast\nclass Fast { void go() { new Thread(() -> {}); } }"),
            breach(
                    "THREADS_ARE_MADE_IN_APP",
                    "dev.lockstep.vault.Fast\n"
                            + "class Fast { Object o = java.util.concurrent.Executors.newCachedThreadPool(); }"),
            breach(
                    "THREADS_ARE_MADE_IN_APP",
                    "dev.lockstep.vault.Fast\n"
                            + "class Fast { Object o = java.util.concurrent.CompletableFuture.runAsync(() -> {}); }"),
            breach(
                    "THREADS_ARE_MADE_IN_APP",
                    "dev.lockstep.vault.Fast\nclass Fast { Object o = new java.util.Timer(); }"),
            breach(
                    "NO_STANDARD_STREAMS",
                    "dev.lockstep.vault.Loud\nclass Loud { void say() { System.out.println(1); } }"),
            breach("STATIC_FIELDS_ARE_FINAL", "dev.lockstep.vault.Shared\nclass Shared { static int count; }"),
            breach(
                    "CONSTRUCTORS_ARE_SHORT",
                    "dev.lockstep.vault.Wide\nclass Wide { Wide(int a, int b, int c, int d, int e, int f) {} }"),
            breach("EVERY_PACKAGE_IS_NULL_MARKED", "dev.lockstep.fresh.Thing\nclass Thing {}"),
            breach(
                    "PLAINTEXT_IS_NEVER_GIVEN_AS_TEXT",
                    "dev.lockstep.cleartext.Leak\nclass Leak { String text() { return null; } }"),
            breach(
                    "TEXT_IS_MADE_OF_BYTES_IN_ONE_PLACE",
                    "dev.lockstep.ui.kit.Handy\nclass Handy { String of(byte[] b) { return new String(b); } }"),
            breach(
                    "TEXT_IS_MADE_OF_BYTES_IN_ONE_PLACE",
                    "dev.lockstep.ui.kit.Handy\nclass Handy { String of(char[] c) { return String.valueOf(c); } }"),
            breach(
                    "CASE_HAS_A_LOCALE",
                    "dev.lockstep.vault.Fold\nclass Fold { String of(String s) { return s.toLowerCase(); } }"),
            breach("NAMES_SAY_SOMETHING", "dev.lockstep.vault.VaultManager\nclass VaultManager {}"));

    private Breaches() {}

    private static Breach breach(String rule, String... sources) {
        return new Breach(rule, List.of(sources));
    }
}
