package fobsmith.checks;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which way dependencies run: the design, section 2, as a table. */
@AnalyzeClasses(packages = "fobsmith", importOptions = MainClasses.class)
class LayeringTest {
    /** Package of a module, and those of ours that it may use. */
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "oath", Set.of(),
            "seedfiles", Set.of("oath"),
            "devices", Set.of("oath"),
            "registry", Set.of("oath"),
            "provisioning", Set.of("oath", "seedfiles", "devices", "registry"),
            "iam", Set.of("registry", "seedfiles", "oath"),
            "testkit", Set.of("oath", "registry", "iam"),
            "firmware", Set.of(),
            "cli", Set.of("oath", "seedfiles", "devices", "registry", "provisioning", "iam", "firmware"),
            "desk", Set.of("oath", "seedfiles", "devices", "registry", "provisioning", "iam", "firmware"));

    @ArchTest
    static void eachModuleUsesOnlyWhatTheDesignLetsItUse(JavaClasses all) {
        MAY_USE.forEach((module, used) -> mayUse(module, used).check(all));
    }

    private static ArchRule mayUse(String module, Set<String> used) {
        var allowed = Stream.concat(Stream.of(module), used.stream())
                .map(LayeringTest::packages)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(packages(module))
                .should()
                .dependOnClassesThat(resideInAPackage("fobsmith..").and(not(resideInAnyPackage(allowed))))
                .because("%s may use of ours only %s".formatted(module, used));
    }

    private static String packages(String module) {
        return "fobsmith." + module + "..";
    }

    @ArchTest
    static final ArchRule everyClassBelongsToAModuleOfTheTable = classes()
            .should()
            .resideInAnyPackage(
                    MAY_USE.keySet().stream().map(LayeringTest::packages).toArray(String[]::new));

    @ArchTest
    static final ArchRule oathUsesNothingButTheJdk = classes()
            .that()
            .resideInAPackage("fobsmith.oath..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("fobsmith.oath..", "java..", "javax..", "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule seedFilesUseNothingForeignButPicturesJsonAndOpenPgp = classes()
            .that()
            .resideInAPackage("fobsmith.seedfiles..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "fobsmith.seedfiles..",
                    "fobsmith.oath..",
                    "java..",
                    "javax..",
                    "org.jspecify.annotations..",
                    "org.w3c.dom..",
                    "org.xml.sax..",
                    "com.google.zxing..",
                    "tools.jackson.core..",
                    "org.bouncycastle..");

    @ArchTest
    static final ArchRule onlyTheRegistrySpeaksSql =
            onlyIn("fobsmith.registry..", "java.sql..", "javax.sql..", "org.sqlite..", "org.flywaydb..");

    @ArchTest
    static final ArchRule onlyTheSerialLinkKnowsJSerialComm = onlyIn("fobsmith.devices.serial..", "com.fazecast..");

    @ArchTest
    static final ArchRule onlyTheCardLinkKnowsSmartCards = onlyIn("fobsmith.devices.pcsc..", "javax.smartcardio..");

    @ArchTest
    static final ArchRule onlyTheUsbLinkKnowsLibusb = onlyIn("fobsmith.devices.usb..", "org.usb4java..");

    @ArchTest
    static final ArchRule onlyProgramsKnowPicocli = noClasses()
            .that()
            .resideOutsideOfPackages("fobsmith.cli..", "fobsmith.desk")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..");

    @ArchTest
    static final ArchRule onlyTheDeskKnowsWindows =
            onlyIn("fobsmith.desk..", "javafx..", "atlantafx..", "org.kordamp..");

    @ArchTest
    static final ArchRule ofTheDeskOnlyItsDemoKnowsTheSimulator = noClasses()
            .that()
            .resideInAPackage("fobsmith.desk..")
            .and()
            .resideOutsideOfPackage("fobsmith.desk.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("fobsmith.firmware..");

    @ArchTest
    static final ArchRule onlyTheDemoSignsAsAwsDoes = onlyIn("fobsmith.cli.demo..", "software.amazon.awssdk..");

    private static ArchRule onlyIn(String home, String... foreign) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(foreign);
    }

    @ArchTest
    static final ArchRule modulesAreFreeOfCycles =
            slices().matching("fobsmith.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule thePackagesOfIamAreFreeOfCycles =
            slices().matching("fobsmith.iam.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule thePackagesOfTheCommandLineAreFreeOfCycles =
            slices().matching("fobsmith.cli.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theFlowsOfTheDeskAreFreeOfCycles =
            slices().matching("fobsmith.desk.(*)..").should().beFreeOfCycles();
}
