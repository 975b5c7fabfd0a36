package dev.lockstep.sync;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Certificates that vouch for nothing that is real: nobody has their keys. */
public final class TestCertificates {
    /** Of an authority, "Acme Root", from 2020 to 2099. */
    public static final String AUTHORITY = """
            -----BEGIN CERTIFICATE-----
            MIIBbzCCARagAwIBAgIIKisiWmspLPwwCgYIKoZIzj0EAwIwIzENMAsGA1UEChME
            QWNtZTESMBAGA1UEAxMJQWNtZSBSb290MCAXDTIwMDEwMTAwMDAwMFoYDzIwOTkw
            NTI2MDAwMDAwWjAjMQ0wCwYDVQQKEwRBY21lMRIwEAYDVQQDEwlBY21lIFJvb3Qw
            WTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASPTPohD76BuPOhMUIdkbds6Hxw2CCM
            Bn2d+ckW6aznC8xEOBpcA3YmaRX79r6dzJ2oBs/06aKPMJLP9uzEpE+xozIwMDAd
            BgNVHQ4EFgQUlOYXqIZVun7mhxpAZCYOTfzieFEwDwYDVR0TAQH/BAUwAwEB/zAK
            BggqhkjOPQQDAgNHADBEAiBCye+jzCoFu5irFAAY/dSuhY0aiO77mhpJCNpXVWFj
            0wIgRQmHDdZFxIkKlgRsrUgX42QfyGrfKwBADwdNxlUUY90=
            -----END CERTIFICATE-----
            """;

    /** Of an authority, "Old Root", that ended in 2002. */
    public static final String ENDED = """
            -----BEGIN CERTIFICATE-----
            MIIBTDCB9KADAgECAghtP3STHOaJPDAKBggqhkjOPQQDAjATMREwDwYDVQQDEwhP
            bGQgUm9vdDAeFw0wMTAxMDEwMDAwMDBaFw0wMjAxMDEwMDAwMDBaMBMxETAPBgNV
            BAMTCE9sZCBSb290MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEYnLh5+NsLLLc
            3biB+9ErLwBTjUtX5T3vdm3P69iUP0CIGAtOWaXCHD/0s63SzgtHxySkY6t/hY5u
            ZG1EGfyLAqMyMDAwHQYDVR0OBBYEFBOjvQmgV26GhAFFR1TFS3QWxLa9MA8GA1Ud
            EwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDRwAwRAIgRh5hm3bnnMrNRPWmVqLMe5Tk
            2FAbZtD3HD3fgj/9DfgCIEtf6g2L3X38CeJ18s3XV46xjeNGrENLa+5t7M1JHLhA
            -----END CERTIFICATE-----
            """;

    /** Of an authority, "Next Root", that begins in 2090. */
    public static final String FUTURE = """
            -----BEGIN CERTIFICATE-----
            MIIBVDCB+qADAgECAgg1JqbcQBjDQDAKBggqhkjOPQQDAjAUMRIwEAYDVQQDEwlO
            ZXh0IFJvb3QwIhgPMjA5MDAxMDEwMDAwMDBaGA8yMDk5MTIzMDAwMDAwMFowFDES
            MBAGA1UEAxMJTmV4dCBSb290MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEsxbu
            b4kkqwq8qswe3ReoMWvUaUFwk4WqRyf1kbBtsoyxFNr0+PmODvC+o4s1xHMTuL0P
            rk3VHW31lcNA5EjKsKMyMDAwHQYDVR0OBBYEFNMAnrUInJS1d/PyonIkBLQ7wU4K
            MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhAMeVipxOj/02PmmK
            cvq+6/8oRwrqZ+kv4VvV2uHKt/qNAiEA5O/X8zt9EjtpXpZ15S1ewYzmoV9VOKUE
            6arUrX1qO4I=
            -----END CERTIFICATE-----
            """;

    /** Of a server that vouches for itself and for nobody else. */
    public static final String SERVER = """
            -----BEGIN CERTIFICATE-----
            MIIBUzCB+qADAgECAgkA5AeNFm2LfcMwCgYIKoZIzj0EAwIwHTEbMBkGA1UEAxMS
            dmF1bHQuYWNtZS5leGFtcGxlMCAXDTIwMDEwMTAwMDAwMFoYDzIwOTkwNTI2MDAw
            MDAwWjAdMRswGQYDVQQDExJ2YXVsdC5hY21lLmV4YW1wbGUwWTATBgcqhkjOPQIB
            BggqhkjOPQMBBwNCAASvbJQK1LSO8WYSCB2mCyaK0u3fEgJjO6ZCc9z2sDBj1ADP
            yyMl436ulQGrwldPU0aX1cFFgcSYZ/yVzLWUalT8oyEwHzAdBgNVHQ4EFgQUGe8P
            Hj2umLCAIub484VxQDS0TrAwCgYIKoZIzj0EAwIDSAAwRQIgMpwo06EB9wiR/lSn
            +daX1KUFd3LGr1Ys+kB8aNhnOwoCIQCac4FTcIuHwFpYnFzY3DwkBTfPoIjpoAdv
            ykLH651h4A==
            -----END CERTIFICATE-----
            """;

    /** What a private key looks like. */
    public static final String KEY = """
            -----BEGIN EC PRIVATE KEY-----
            bm8ga2V5
            -----END EC PRIVATE KEY-----
            """;

    private TestCertificates() {}

    /** Writes a file. */
    public static Path write(Path file, String text) throws IOException {
        return Files.write(file, text.getBytes(StandardCharsets.US_ASCII));
    }
}
