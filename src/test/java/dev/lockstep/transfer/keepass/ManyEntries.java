package dev.lockstep.transfer.keepass;

import dev.lockstep.crypto.kdbx.KdbxMaker;
import java.nio.charset.StandardCharsets;

/** A document of many entries, like those of KeePassXC. */
final class ManyEntries {
    private ManyEntries() {}

    static KdbxMaker.Document of(int count) {
        return out -> {
            StringBuilder text = new StringBuilder("<KeePassFile><Root><Group><Name>Passwords</Name>");
            for (int i = 0; i < count; i++) {
                text.append("""
                        <Entry><UUID>AAAAAAAAAAAAAAAAAAABAQ==</UUID><IconID>0</IconID><ForegroundColor/><Tags>a;b</Tags>
                        <Times><LastModificationTime>OUZt3A4AAAA=</LastModificationTime><Expires>False</Expires></Times>
                        <String><Key>Notes</Key><Value>Some note</Value></String>
                        <String><Key>Password</Key><Value Protected="True">c2tfbGl2ZV80ZUMzOUhxTHlqV0Rhcmp0VDF6ZHA3ZGM=</Value></String>
                        <String><Key>Title</Key><Value>TOKEN_%d</Value></String>
                        <String><Key>URL</Key><Value>https://example.com/%d</Value></String>
                        <String><Key>UserName</Key><Value>user%d</Value></String>
                        <AutoType><Enabled>True</Enabled><DefaultSequence/></AutoType><History/></Entry>
                        """.formatted(i, i, i));
                if (text.length() > 1 << 16) {
                    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
                    text.setLength(0);
                }
            }
            out.write(text.append("</Group></Root></KeePassFile>").toString().getBytes(StandardCharsets.UTF_8));
        };
    }
}
