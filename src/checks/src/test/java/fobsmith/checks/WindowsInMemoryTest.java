package fobsmith.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The desk's tests draw their windows into memory by Monocle, which lacks three methods of this JavaFX. Whatever would call one
 * of them works on a display only, and fails in every test that comes by.
 */
@AnalyzeClasses(packages = "fobsmith.desk", importOptions = MainClasses.class)
class WindowsInMemoryTest {
    /** {@code Application._getKeyCodeForChar}; the text of a key combination may be one of a character. */
    @ArchTest
    static final ArchRule keysAreNoCharacters = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.scene.input.KeyCharacterCombination")
            .orShould()
            .callMethod("javafx.scene.input.KeyCombination", "valueOf", "java.lang.String")
            .orShould()
            .callMethod("javafx.scene.input.KeyCombination", "keyCombination", "java.lang.String");

    /** {@code Application._showDocument}. */
    @ArchTest
    static final ArchRule nothingOpensABrowser =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("javafx.application.HostServices");

    /** {@code Application._supportsExtendedWindows}. */
    @ArchTest
    static final ArchRule noStageIsExtended = noClasses().should().accessField("javafx.stage.StageStyle", "EXTENDED");
}
