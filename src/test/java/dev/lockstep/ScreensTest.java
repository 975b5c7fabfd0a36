package dev.lockstep;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import javafx.scene.control.Tooltip;

/** How screens are cut: a view, its view model, and nobody looking over the fence. */
@AnalyzeClasses(packages = "dev.lockstep", importOptions = ImportOption.DoNotIncludeTests.class)
class ScreensTest {
    private static final String KIT = "dev.lockstep.ui.kit..";

    private static final DescribedPredicate<JavaClass> SCREENS =
            resideInAPackage("dev.lockstep.ui..").and(DescribedPredicate.not(resideInAPackage(KIT)));
    private static final DescribedPredicate<JavaClass> VIEW_MODEL =
            describe("is a view model", type -> outermost(type).endsWith("ViewModel"));
    private static final DescribedPredicate<JavaClass> VIEW =
            describe("is a view", type -> outermost(type).endsWith("View"));

    @ArchTest
    static final ArchRule VIEW_MODELS_NEED_NO_TOOLKIT = classes()
            .that(VIEW_MODEL)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "dev.lockstep..", "javafx.beans..", "javafx.collections..", "org.jspecify..")
            .allowEmptyShould(true)
            .because("what a screen does must be testable without a display; properties and lists are all it takes");

    @ArchTest
    static final ArchRule VIEW_MODELS_DO_NOT_KNOW_VIEWS = noClasses()
            .that(VIEW_MODEL)
            .should()
            .dependOnClassesThat(VIEW)
            .allowEmptyShould(true)
            .because("a view model says what is so, and any number of views may show it");

    @ArchTest
    static final ArchRule VIEW_MODELS_SEE_NOTHING_OF_A_NODE = noClasses()
            .that(VIEW_MODEL)
            .should()
            .dependOnClassesThat()
            .areAssignableTo("javafx.scene.Node")
            .allowEmptyShould(true)
            .because("own classes of the kit that are nodes belong to views as much as the toolkit's");

    @ArchTest
    static final ArchRule EACH_VIEW_HAS_ITS_VIEW_MODEL = classes()
            .that(SCREENS.and(VIEW))
            .and()
            .areTopLevelClasses()
            .should(be(describe(
                    "beside a class of the same name that ends in ViewModel",
                    view -> view.getPackage().containsClassWithSimpleName(view.getSimpleName() + "Model"))))
            .allowEmptyShould(true)
            .because("a view without a view model has logic in it that no test can reach");

    @ArchTest
    static final ArchRule ONLY_VIEWS_AND_VIEW_MODELS_ARE_PUBLIC = classes()
            .that(SCREENS)
            .and()
            .areTopLevelClasses()
            .and(DescribedPredicate.not(VIEW.or(VIEW_MODEL)))
            .should()
            .notBePublic()
            .allowEmptyShould(true)
            .because("a screen is used by making its view and its view model; the rest is free to change");

    @ArchTest
    static final ArchRule VIEWS_ARE_COMPOSED = classes()
            .that(SCREENS.and(VIEW))
            .and()
            .areTopLevelClasses()
            .should()
            .haveModifier(JavaModifier.FINAL)
            .andShould()
            .notBeAssignableTo("javafx.scene.Node")
            .allowEmptyShould(true)
            .because("a view that inherits from a node opens all of the node's methods to everybody; it offers root()");

    @ArchTest
    static final ArchRule SCREENS_DO_NOT_KNOW_EACH_OTHER = slices().matching("dev.lockstep.ui.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAPackage("dev.lockstep.ui.shell.."), DescribedPredicate.alwaysTrue())
            .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAPackage(KIT))
            .allowEmptyShould(true)
            .because("only the shell decides which screen follows; exits are functions that it hands in");

    @ArchTest
    static final ArchRule KIT_KNOWS_NO_SCREEN = noClasses()
            .that()
            .resideInAPackage(KIT)
            .should()
            .dependOnClassesThat(SCREENS)
            .because("what every screen uses must not lean on one of them");

    @ArchTest
    static final ArchRule TOOLTIPS_LEAVE_ESC_ALONE = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.lockstep.ui.kit.Tip")
            .should()
            .callConstructor(Tooltip.class)
            .orShould()
            .callConstructor(Tooltip.class, String.class)
            .because("a tooltip under the pointer would take Esc from the sheet below it; kit.Tip does not");

    @ArchTest
    static final ArchRule NO_FXML = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx.fxml..")
            .because("one language, checked by the compiler, keeps the module closed to reflection");

    private static String outermost(JavaClass type) {
        JavaClass found = type;
        while (found.getEnclosingClass().isPresent()) {
            found = found.getEnclosingClass().get();
        }
        return found.getSimpleName();
    }
}
