package dev.lockstep.ui.editor;

import static dev.lockstep.ui.editor.RuleReport.Standing.FITS;
import static dev.lockstep.ui.editor.RuleReport.Standing.FIXABLE;
import static dev.lockstep.ui.editor.RuleReport.Standing.MAPPED;
import static dev.lockstep.ui.editor.RuleReport.Standing.OPEN;
import static dev.lockstep.ui.editor.RuleReport.Standing.REFUSED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.naming.RuleId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NameReportTest {
    @Test
    void everyVendorHasItsReportInTheOrderToShow() {
        assertEquals(
                List.of(
                        RuleId.HOOKLISTENER,
                        RuleId.VOXIMPLANT,
                        RuleId.MIXPEEK,
                        RuleId.HOOKPULSE,
                        RuleId.DREADNODE,
                        RuleId.ENVIRONMENT_VARIABLE),
                NameReport.of("X", "free").elsewhere().stream()
                        .map(report -> report.rule().ruleId())
                        .toList());
    }

    @Test
    void anUpperSnakeNameFitsEverywhereAndIsWrittenInLowerCaseWhereThatIsTheRule() {
        assertEquals(
                Map.of(
                        "hooklistener", FITS,
                        "voximplant", FITS,
                        "mixpeek", MAPPED,
                        "hookpulse", MAPPED,
                        "dreadnode", FITS,
                        "environment-variable", FITS),
                standings("STRIPE_API_KEY"));
    }

    @Test
    void aNameWithADigitFirstHasAFixAndOneInCyrillicWordsHasNone() {
        assertEquals(FIXABLE, standings("2FA_KEY").get("hooklistener"));
        assertEquals(REFUSED, standings("ЩИТ").get("hooklistener"));
    }

    @Test
    void nothingIsJudgedBeforeSomethingIsTyped() {
        NameReport report = NameReport.of("", "upper-snake");

        assertEquals(OPEN, report.own().standing());
        assertEquals(List.of(), report.warnings());
    }

    @Test
    void lookAlikesAreWarnedOfAndWrittenPlainByTheFix() {
        NameReport report = NameReport.of("STRIP\u0415\u200b_KEY\u00a0", "free");

        assertEquals(3, report.warnings().size());
        assertEquals(Optional.of("STRIPE_KEY"), report.withoutWarnings());
    }

    @Test
    void aCommonSpaceInsideANameIsNothingToWarnOf() {
        assertEquals(List.of(), NameReport.of("Stripe key", "free").warnings());
        assertEquals(Optional.empty(), NameReport.of("Stripe key", "free").withoutWarnings());
    }

    @Test
    void aRuleThatIsNotKnownCountsAsTheFreeOne() {
        assertEquals(
                RuleId.FREE,
                NameReport.of("a b", "from-the-future").own().rule().ruleId());
    }

    private static Map<String, RuleReport.Standing> standings(String name) {
        Map<String, RuleReport.Standing> found = new TreeMap<>();
        NameReport.of(name, "free")
                .elsewhere()
                .forEach(report -> found.put(report.rule().id(), report.standing()));
        return found;
    }
}
