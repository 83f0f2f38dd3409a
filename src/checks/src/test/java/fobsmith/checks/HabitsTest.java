package fobsmith.checks;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** Small things that everybody agreed upon. */
@AnalyzeClasses(packages = "fobsmith", importOptions = MainClasses.class)
class HabitsTest {
    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Base)")
            .orShould()
            .haveNameMatching(".*[.$](Abstract|Base)[A-Z].*");

    @ArchTest
    static final ArchRule nobodyPrintsAStackTrace = noClasses()
            .should()
            .accessTargetWhere(describe(
                    "prints a stack trace",
                    access -> access.getTarget().getName().equals("printStackTrace")));

    @ArchTest
    static final ArchRule onlyAMainPrintsToTheStandardStreams = noClasses()
            .that(doNotHaveAMain())
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule onlyAMainEndsTheProcess =
            noClasses().that(doNotHaveAMain()).should().callMethod(System.class, "exit", int.class);

    private static DescribedPredicate<JavaClass> doNotHaveAMain() {
        return describe(
                "do not have a main()",
                type -> type.tryGetMethod("main", String[].class).isEmpty());
    }

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses all) {
        var packages = all.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
        assertThat(packages)
                .isNotEmpty()
                .filteredOn(one -> !one.isAnnotatedWith(NullMarked.class))
                .extracting(JavaPackage::getName)
                .as("packages without @NullMarked in package-info.java")
                .isEmpty();
    }
}
