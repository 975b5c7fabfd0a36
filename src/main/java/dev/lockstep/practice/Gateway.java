package dev.lockstep.practice;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What stands before a vendor's servers and answers in HTML when they do not. */
final class Gateway {
    private Gateway() {}

    static Answered page(int status) {
        String page = "<html><head><title>" + status + "</title></head><body>nginx</body></html>";
        return new Answered(status, Map.of(), "text/html", page.getBytes(StandardCharsets.UTF_8));
    }
}
