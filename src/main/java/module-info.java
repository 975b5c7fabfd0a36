/** Lockstep, a desktop vault for API keys, tokens and webhook secrets. */
module dev.lockstep {
    requires atlantafx.base;
    requires com.auth0.jwt;
    requires com.fasterxml.jackson.databind;
    requires com.nulabinc.zxcvbn;
    requires dev.failsafe.core;
    requires info.picocli;
    requires java.logging;
    requires java.net.http;
    requires java.sql;
    requires java.xml;
    requires javafx.controls;
    requires jdk.httpserver;
    requires org.bouncycastle.provider;
    requires org.controlsfx.controls;
    requires org.kordamp.ikonli.feather;
    requires org.kordamp.ikonli.javafx;
    requires org.xerial.sqlitejdbc;
    requires static org.jspecify;

    // JavaFX makes the Application by reflection
    exports dev.lockstep.app to
            javafx.graphics;
}
