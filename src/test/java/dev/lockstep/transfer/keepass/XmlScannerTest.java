package dev.lockstep.transfer.keepass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.Encoding;
import dev.lockstep.transfer.ImportException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scanner sees what the parser of the JDK sees. */
class XmlScannerTest {
    private static final String AWKWARD =
            "\ufeff<?xml version='1.0' encoding='utf-8'?>\r\n<!-- a - -->\n<a  b = 'c>d'\te=\"f\" >"
                    + "x&lt;&gt;&amp;&quot;&apos;&#65;&#x1F600;\r\ny\rz&#13;\u00fc<![CDATA[<&]>]]]]><b/><?p q?>t<!-- u -->v</a >\n<!-- end -->\n";

    private static List<String> ours(byte[] document) throws IOException, ImportException, InterruptedException {
        List<String> events = new ArrayList<>();
        try (XmlScanner scanner = new XmlScanner(new SegmentSource(MemorySegment.ofArray(document)), 1 << 20)) {
            for (var event = scanner.next(); event != XmlScanner.Event.DONE; event = scanner.next()) {
                add(events, scanner.text().string());
                events.add(event + " " + scanner.name());
                if (!scanner.attribute("ID").isEmpty()) {
                    events.add("ID " + scanner.attribute("ID"));
                }
            }
        }
        return events;
    }

    private static List<String> theirs(byte[] document) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(document));
        List<String> events = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            int event = reader.next();
            switch (event) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_ELEMENT -> {
                    add(events, text.toString());
                    text.setLength(0);
                    boolean start = event == XMLStreamConstants.START_ELEMENT;
                    events.add((start ? "START " : "END ") + reader.getLocalName());
                    if (start && reader.getAttributeValue(null, "ID") != null) {
                        events.add("ID " + reader.getAttributeValue(null, "ID"));
                    }
                }
                default -> {}
            }
        }
        return events;
    }

    private static void add(List<String> events, String text) {
        if (!text.isEmpty()) {
            events.add("TEXT " + text);
        }
    }

    @Test
    void awkwardXmlIsReadAsTheJdkReadsIt() throws Exception {
        byte[] document = AWKWARD.getBytes(StandardCharsets.UTF_8);
        assertEquals(theirs(document), ours(document));
    }

    @Test
    void theExportIsReadAsTheJdkReadsIt() throws Exception {
        byte[] document = Files.readAllBytes(Peers.file("export.xml"));
        List<String> events = ours(document);
        assertTrue(events.contains("ID 0"));
        assertEquals(theirs(document), events);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatTheJdkAcceptsOfChangedXmlIsReadTheSame(long seed) throws Exception {
        Random random = new Random(seed);
        String pieces = "<>/&;\"'=![]-?x# \n\r";
        int same = 0;
        for (int round = 0; round < 3000; round++) {
            byte[] document = AWKWARD.getBytes(StandardCharsets.UTF_8);
            for (int n = 1 + random.nextInt(2); n > 0; n--) {
                document[random.nextInt(document.length)] = (byte) pieces.charAt(random.nextInt(pieces.length()));
            }
            if (!Encoding.isUtf8(document)) {
                continue;
            }
            List<String> expected;
            try {
                expected = theirs(document);
            } catch (XMLStreamException | RuntimeException e) {
                continue;
            }
            assertEquals(expected, ours(document), () -> new String(document, StandardCharsets.UTF_8));
            same++;
        }
        assertTrue(same > 100, "only " + same + " were still XML");
    }
}
