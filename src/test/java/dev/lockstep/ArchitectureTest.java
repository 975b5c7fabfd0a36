package dev.lockstep;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may know which, and where outside libraries may be named. */
@AnalyzeClasses(packages = "dev.lockstep", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String CONNECT = "dev.lockstep.remote.connect..";

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("dev.lockstep.(**)")
            .should()
            .beFreeOfCycles()
            .because("packages that know each other can only be understood and changed together");

    @ArchTest
    static final ArchRule ARROWS_POINT_DOWN = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("app")
            .definedBy("dev.lockstep.app..")
            .layer("cli")
            .definedBy("dev.lockstep.cli..")
            .layer("ui")
            .definedBy("dev.lockstep.ui..")
            .layer("words")
            .definedBy("dev.lockstep.words..")
            .layer("sync")
            .definedBy("dev.lockstep.sync..")
            .layer("transfer")
            .definedBy("dev.lockstep.transfer..")
            .layer("use")
            .definedBy("dev.lockstep.use..")
            .layer("practice")
            .definedBy("dev.lockstep.practice..")
            .layer("remote")
            .definedBy("dev.lockstep.remote")
            .layer("vendors")
            .definedBy("dev.lockstep.remote.*..")
            .layer("vault")
            .definedBy("dev.lockstep.vault..")
            .layer("crypto")
            .definedBy("dev.lockstep.crypto")
            .layer("foreign crypto")
            .definedBy("dev.lockstep.crypto.kdbx..")
            .layer("key derivation")
            .definedBy("dev.lockstep.crypto.argon2..")
            .layer("store")
            .definedBy("dev.lockstep.store..")
            .layer("generate")
            .definedBy("dev.lockstep.generate..")
            .layer("naming")
            .definedBy("dev.lockstep.naming..")
            .layer("settings")
            .definedBy("dev.lockstep.settings..")
            .layer("keystore")
            .definedBy("dev.lockstep.keystore..")
            .layer("cleartext")
            .definedBy("dev.lockstep.cleartext..")
            .layer("model")
            .definedBy("dev.lockstep.model..")
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("cli")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("ui")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("words")
            .mayOnlyBeAccessedByLayers("app", "cli", "ui")
            .whereLayer("sync")
            .mayOnlyBeAccessedByLayers("app", "cli", "ui", "words", "transfer")
            .whereLayer("transfer")
            .mayOnlyBeAccessedByLayers("app", "cli", "ui", "words")
            .whereLayer("use")
            .mayOnlyBeAccessedByLayers("app", "cli")
            .whereLayer("practice")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("remote")
            .mayOnlyBeAccessedByLayers("app", "cli", "ui", "words", "sync", "practice", "vendors")
            .whereLayer("vendors")
            .mayOnlyBeAccessedByLayers("app", "sync")
            .whereLayer("vault")
            .mayOnlyBeAccessedByLayers("app", "cli", "ui", "words", "sync", "transfer")
            .whereLayer("crypto")
            .mayOnlyBeAccessedByLayers("app", "vault", "transfer")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("app", "vault")
            .whereLayer("generate")
            .mayOnlyBeAccessedByLayers("app", "cli", "ui", "vault")
            .whereLayer("naming")
            .mayOnlyBeAccessedByLayers(
                    "app", "cli", "ui", "words", "sync", "transfer", "use", "practice", "remote", "vendors", "vault")
            .whereLayer("settings")
            .mayOnlyBeAccessedByLayers("app", "cli", "ui")
            .whereLayer("keystore")
            .mayOnlyBeAccessedByLayers("app", "cli", "ui", "words")
            .whereLayer("foreign crypto")
            .mayOnlyBeAccessedByLayers("transfer")
            .whereLayer("key derivation")
            .mayOnlyBeAccessedByLayers("crypto", "foreign crypto")
            .whereLayer("cleartext")
            .mayOnlyBeAccessedByLayers(
                    "app",
                    "cli",
                    "ui",
                    "sync",
                    "transfer",
                    "use",
                    "remote",
                    "vendors",
                    "vault",
                    "crypto",
                    "foreign crypto",
                    "generate",
                    "keystore")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers(
                    "app",
                    "cli",
                    "ui",
                    "words",
                    "sync",
                    "transfer",
                    "practice",
                    "remote",
                    "vendors",
                    "vault",
                    "crypto",
                    "foreign crypto",
                    "key derivation",
                    "store",
                    "naming",
                    "keystore")
            .ensureAllClassesAreContainedInArchitecture()
            .because(
                    "calls go down and results come up; who may see plaintext, rows or keys is this list and nothing else");

    @ArchTest
    static final ArchRule SYNC_KNOWS_NO_VENDOR = noClasses()
            .that()
            .resideInAPackage("dev.lockstep.sync..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.lockstep.remote.*..").and(not(resideInAPackage(CONNECT))))
            .because("what is done with remotes must be the same for all vendors, and depend on their contracts alone");

    @ArchTest
    static final ArchRule VENDORS_DO_NOT_KNOW_EACH_OTHER = slices().matching("dev.lockstep.remote.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAPackage(CONNECT), alwaysTrue())
            .ignoreDependency(alwaysTrue(), resideInAPackage("dev.lockstep.remote.http.."))
            .because("each vendor's API changes by itself; what they share is in http, and connect opens them");

    @ArchTest
    static final ArchRule NO_PLAINTEXT_BELOW = noClasses()
            .that()
            .resideInAnyPackage("dev.lockstep.store..", "dev.lockstep.model..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.lockstep.cleartext..")
            .because("what cannot name plaintext cannot write it to a disk");

    @ArchTest
    static final ArchRule SETTINGS_STAND_ALONE = classes()
            .that()
            .resideInAPackage("dev.lockstep.settings..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.lockstep.settings..", "java..", "com.fasterxml.jackson..", "org.jspecify..")
            .because("the settings file is not encrypted, so nothing of a vault may come near it");

    @ArchTest
    static final ArchRule GENERATORS_KNOW_ONLY_PLAINTEXT = classes()
            .that()
            .resideInAPackage("dev.lockstep.generate..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.lockstep.generate..", "dev.lockstep.cleartext..", "java..", "com.nulabinc..", "org.jspecify..")
            .allowEmptyShould(true)
            .because("a new value depends on chance and on what was asked for, never on a vault");

    @ArchTest
    static final ArchRule HANDING_ON_KNOWS_NO_VAULT = classes()
            .that()
            .resideInAPackage("dev.lockstep.use..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.lockstep.use..",
                    "dev.lockstep.cleartext..",
                    "dev.lockstep.naming..",
                    "java..",
                    "org.jspecify..")
            .because(
                    "what is done with a value once it is out of the vault must be testable byte by byte, without one");

    @ArchTest
    static final ArchRule KEYSTORES_KNOW_NO_VAULT = classes()
            .that()
            .resideInAPackage("dev.lockstep.keystore..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.lockstep.keystore..",
                    "dev.lockstep.cleartext..",
                    "dev.lockstep.model..",
                    "java..",
                    "org.jspecify..")
            .allowEmptyShould(true)
            .because("what the operating system keeps is a key and the name of a vault, never a vault's content");

    @ArchTest
    static final ArchRule NATIVE_CODE_ONLY_AT_THE_EDGES = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.lockstep.keystore..",
                    "dev.lockstep.app..",
                    "dev.lockstep.cleartext..",
                    "dev.lockstep.crypto.argon2")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.foreign.Linker")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.foreign.SymbolLookup")
            .because("a wrong call of native code ends the program without a word");

    @ArchTest
    static final ArchRule WORDS_OF_THE_DOMAIN_NEED_ONLY_THE_JDK = classes()
            .that()
            .resideInAnyPackage("dev.lockstep.model..", "dev.lockstep.cleartext..", "dev.lockstep.naming..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.lockstep.model..",
                    "dev.lockstep.cleartext..",
                    "dev.lockstep.naming..",
                    "java..",
                    "org.jspecify..")
            .because("what everything rests on must not change with a library");

    @ArchTest
    static final ArchRule CIPHERS_ONLY_IN_CRYPTO = only("dev.lockstep.crypto..", "javax.crypto..", "org.bouncycastle..")
            .because("keys and nonces are safe only where one package sees every use of them");

    @ArchTest
    static final ArchRule KEYS_OF_A_VAULT_STAY_BELOW = noClasses()
            .that()
            .resideInAPackage("dev.lockstep.transfer..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.lockstep.crypto").and(not(simpleName("ForeignSeal"))))
            .because("what comes from outside is opened by keys of its own, never by those of a vault");

    @ArchTest
    static final ArchRule SQL_ONLY_IN_STORE = only("dev.lockstep.store..", "java.sql..", "javax.sql..", "org.sqlite..")
            .because("durability and schema checks hold only if no statement runs elsewhere");

    @ArchTest
    static final ArchRule HTTP_ONLY_IN_ONE_PACKAGE = only("dev.lockstep.remote.http..", "java.net.http..")
            .because("a vault that works offline must show in one place what leaves the computer");

    @ArchTest
    static final ArchRule REPETITIONS_ONLY_IN_HTTP = only("dev.lockstep.remote.http..", "dev.failsafe..")
            .because("whether a call may be made twice is decided where it is known what became of the first");

    @ArchTest
    static final ArchRule SIGNED_TOKENS_ONLY_FOR_VOXIMPLANT = only("dev.lockstep.remote.voximplant..", "com.auth0..")
            .because("nobody else wants such tokens, and their library makes a String of everything");

    @ArchTest
    static final ArchRule SERVERS_ONLY_IN_PRACTICE = only("dev.lockstep.practice..", "com.sun.net.httpserver..")
            .because("nothing but a practice vault may be reached from outside of the program");

    @ArchTest
    static final ArchRule RULES_OF_HTTP_ARE_FOR_ADAPTERS = noClasses()
            .that()
            .resideOutsideOfPackage("dev.lockstep.remote..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.lockstep.remote.http..")
            .because("what goes to a vendor, and how, is known below RemoteVault and nowhere else");

    @ArchTest
    static final ArchRule SCREENS_KNOW_ONLY_THE_WORDS_OF_REMOTES = noClasses()
            .that()
            .resideInAPackage("dev.lockstep.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.lockstep.remote.*..")
            .because("a screen shows contracts and troubles; which adapter is behind them is not its business");

    @ArchTest
    static final ArchRule SIMULATORS_SHARE_ONLY_CONTRACTS = noClasses()
            .that()
            .resideInAPackage("dev.lockstep.practice..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.lockstep.remote.*..")
            .because("a simulator that shares code with the adapter that it tests shares its mistakes");

    @ArchTest
    static final ArchRule AN_ADAPTER_IS_ONE_DOOR = classes()
            .that()
            .resideInAPackage("dev.lockstep.remote.*..")
            .and()
            .resideOutsideOfPackages("dev.lockstep.remote.http..", "dev.lockstep.remote.connect..")
            .and()
            .arePublic()
            .should()
            .haveSimpleNameEndingWith("Vault")
            .andShould()
            .implement("dev.lockstep.remote.RemoteVault")
            .andShould()
            .haveModifier(JavaModifier.FINAL)
            .allowEmptyShould(true)
            .because("a vendor's ways end at its package: outside it is a RemoteVault like all others");

    @ArchTest
    static final ArchRule JSON_ONLY_AT_THE_EDGES = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.lockstep.settings..",
                    "dev.lockstep.transfer..",
                    "dev.lockstep.remote..",
                    "dev.lockstep.practice..",
                    "dev.lockstep.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..")
            .because("trees of strings are no place for secrets; JSON is for files and remotes");

    @ArchTest
    static final ArchRule TOOLKIT_ONLY_ABOVE = noClasses()
            .that()
            .resideOutsideOfPackages("dev.lockstep.ui..", "dev.lockstep.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
            .because("everything below the screens has to run without a display");

    private static ArchRule only(String home, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }
}
