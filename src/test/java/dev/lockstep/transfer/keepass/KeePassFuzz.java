package dev.lockstep.transfer.keepass;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.fuzz.FuzzTarget;
import dev.lockstep.transfer.Gathering;
import dev.lockstep.transfer.ImportEntry;
import dev.lockstep.transfer.ImportException;
import dev.lockstep.transfer.ImportSource;
import dev.lockstep.vault.Progress;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The XML of KeePass, in clear and as it stands in a KDBX file with its values masked: read, or refused. */
public final class KeePassFuzz implements FuzzTarget {
    private static final String SMALL =
            "<?xml version=\"1.0\"?><KeePassFile><Meta><RecycleBinUUID>AA==</RecycleBinUUID>"
                    + "<Binaries><Binary ID=\"0\" Protected=\"True\">AAAA</Binary></Binaries></Meta><Root><Group><Name>A&amp;&#66;</Name>"
                    + "<Entry><UUID>AAE=</UUID><Tags>a;b</Tags><Times><Expires>True</Expires><ExpiryTime>OUZt3A4AAAA=</ExpiryTime></Times>"
                    + "<String><Key>Title</Key><Value>T</Value></String><String><Value Protected=\"True\">QUJD</Value><Key>otp</Key></String>"
                    + "<Binary><Key>f</Key><Value Ref=\"0\"/></Binary><History><Entry><String><Key>Password</Key>"
                    + "<Value Protected=\"True\">QUJD</Value></String></Entry></History></Entry><!-- - --><Group><UUID>AA==</UUID>"
                    + "<Entry><String><Key>Password</Key><Value><![CDATA[]]>]]></Value></String></Entry></Group></Group></Root></KeePassFile>";

    @Override
    public List<byte[]> seeds() throws IOException {
        return List.of(SMALL.getBytes(StandardCharsets.UTF_8), Files.readAllBytes(Peers.file("export.xml")));
    }

    @Override
    public void accept(byte[] input) throws InterruptedException {
        check(input, Elements.Mask.NONE);
        check(input, new Elements.Mask() {
            @Override
            public void take(byte[] value) {
                for (int i = 0; i < value.length; i++) {
                    value[i] ^= 0x55;
                }
            }

            @Override
            public void skip(long bytes) {
                assertTrue(bytes >= 0 && bytes <= input.length);
            }
        });
    }

    private static void check(byte[] input, Elements.Mask mask) throws InterruptedException {
        try (XmlScanner xml = new XmlScanner(new SegmentSource(MemorySegment.ofArray(input)), 4096);
                Gathering found = new Gathering()) {
            new DocumentReader(new Elements(xml, mask), found, Progress.UNTOLD, hash -> true).read();
            try (ImportSource source = found.finish()) {
                Set<String> names = new HashSet<>();
                for (ImportEntry entry : source.entries()) {
                    assertTrue(names.add(entry.name()));
                    assertFalse(entry.name().isEmpty());
                }
            }
        } catch (ImportException | IOException e) {
            // refused
        }
    }
}
