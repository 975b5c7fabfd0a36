package dev.lockstep.ui.kit.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.cleartext.SecretValue;
import dev.lockstep.ui.kit.Screens;
import dev.lockstep.ui.kit.Theme;
import dev.lockstep.ui.kit.ToolkitTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.IntStream;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class RecoveryPrintTest extends ToolkitTest {
    private static final String CODE = "ABCD-EFGH-JKLM-NPQR-STUV-WXYZ-2345-6789-ABCD-EFGH-JKLM-NPQR-STUV-WXYZ";

    @Test
    void theSheetOfPaperIsDarkOnWhite() {
        SecretValue code = SecretValue.copyOf(CODE.getBytes(StandardCharsets.US_ASCII));
        RecoverySheet sheet = new RecoverySheet("Acme", LocalDate.of(2026, 11, 21), code);
        WritableImage paper = onFx(() -> {
            Theme.DARK.apply();
            return RecoveryPrint.page(sheet, 500).getScene().snapshot(null);
        });
        runOnFx(Theme.LIGHT::apply);
        Screens.save("create-paper", paper);
        assertEquals(Color.WHITE, paper.getPixelReader().getColor(490, 590));
        assertTrue(black(paper, 80, 150) > 1000, "two lines of code are drawn in black");
    }

    private static long black(WritableImage image, int fromY, int toY) {
        return IntStream.range(fromY, toY)
                .mapToLong(y -> IntStream.range(0, (int) image.getWidth())
                        .filter(x -> image.getPixelReader().getColor(x, y).getBrightness() < 0.3)
                        .count())
                .sum();
    }
}
