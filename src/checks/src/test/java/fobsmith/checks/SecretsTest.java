package fobsmith.checks;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import fobsmith.oath.Seed;
import java.util.Map;

/** A seed is a Seed or sealed; whatever else holds a secret is named here, with the reason. */
@AnalyzeClasses(packages = "fobsmith", importOptions = MainClasses.class)
class SecretsTest {
    private static final Map<String, String> RIMS = Map.of(
            "fobsmith.cli.InitCommand$Made.secretAccessKey", "printed once, when the registry is made",
            "fobsmith.registry.Identifiers.SECRET", "the alphabet that secrets are drawn from",
            "fobsmith.iam.SessionTokens$Grant.secret", "wiped when the grant is closed",
            "fobsmith.cli.token.OpeningKeys.openPgpPassphrase", "wiped when the keys are closed",
            "fobsmith.testkit.Login.secret", "a test's own, in a registry that goes with the test",
            "fobsmith.firmware.fob.DisplayFob.seed", "a twin shares no code with us; wiped when the fob is removed",
            "fobsmith.firmware.token2.StoredProfile.seed", "a twin shares no code with us; wiped when closed");

    private static final Map<String, String> BORROWERS = Map.ofEntries(
            entry("fobsmith.oath.Codes", "computes codes"),
            entry("fobsmith.oath.Diagnosis", "reads a seed in other ways"),
            entry("fobsmith.oath.OtpauthKey", "renders otpauth URIs"),
            entry("fobsmith.devices.token2.Molto2Session", "encrypts a seed for the token"),
            entry("fobsmith.devices.token2.SingleProfileSession", "encrypts a seed for the token"),
            entry("fobsmith.devices.ykoath.PutBody", "hands a seed to the token"),
            entry("fobsmith.devices.nitrokey.NitrokeyProSession", "hands a seed to the token"),
            entry("fobsmith.devices.flipper.FlipperSession", "types a seed into the token"),
            entry("fobsmith.seedfiles.writing.SecretElement", "puts seeds into PSKC"),
            entry("fobsmith.seedfiles.writing.CsvWriter", "puts seeds into CSV"),
            entry("fobsmith.registry.Vault", "seals"),
            entry("fobsmith.registry.ImportSlice", "compares a seed that comes again"),
            entry("fobsmith.iam.operation.CreateVirtualMfaDevice", "AWS's answer shows a virtual device's seed once"),
            entry("fobsmith.desk.demo.DemoStock", "gives the desk's demo its fobs"),
            entry("fobsmith.iam.console.ShownKey", "the desk shows a virtual device's seed as text on request"),
            entry("fobsmith.cli.demo.Crate", "writes the demo's seed file"),
            entry("fobsmith.cli.demo.Stage", "gives the demo's fobs their seeds"),
            entry("fobsmith.cli.demo.Demo", "plays the phone that scans the QR code"));

    private static final DescribedPredicate<JavaField> SAY_THAT_THEY_HOLD_A_SECRET = describe(
            "say by their name that they hold a secret",
            field -> field.getName().matches("(?i).*(seed|secret|passphrase).*"));

    @ArchTest
    static final ArchRule noSecretStandsInAStringOrAnArrayButAtTheNamedRims = noFields()
            .that(SAY_THAT_THEY_HOLD_A_SECRET)
            .and(describe("are no rim", field -> !RIMS.containsKey(field.getFullName())))
            .should()
            .haveRawType(describe(
                    "String, char[] or byte[]",
                    type -> type.isEquivalentTo(String.class)
                            || type.isEquivalentTo(char[].class)
                            || type.isEquivalentTo(byte[].class)));

    @ArchTest
    static final ArchRule noRecordHasASeed =
            noFields().that().areDeclaredInClassesThat().areRecords().should().haveRawType(Seed.class);

    @ArchTest
    static final ArchRule whoeverKeepsASeedCanBeClosed =
            fields().that().haveRawType(Seed.class).should().beDeclaredInClassesThat(assignableTo(AutoCloseable.class));

    @ArchTest
    static final ArchRule seedsAreLentOnlyWhereAllowed = noClasses()
            .that(describe("are no named borrowers", type -> !BORROWERS.containsKey(type.getName())))
            .should()
            .accessTargetWhere(describe("borrows a seed's bytes", SecretsTest::borrows));

    private static boolean borrows(JavaAccess<?> access) {
        return access.getTarget().getName().equals("use")
                && access.getTargetOwner().isEquivalentTo(Seed.class);
    }

    @ArchTest
    static final ArchRule everyNamedBorrowerBorrows = classes()
            .that(describe("are named borrowers", type -> BORROWERS.containsKey(type.getName())))
            .should(borrow());

    private static ArchCondition<JavaClass> borrow() {
        return new ArchCondition<>("borrow") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean borrows = type.getAccessesFromSelf().stream().anyMatch(SecretsTest::borrows);
                events.add(new SimpleConditionEvent(type, borrows, type.getName() + " borrows no seed any more"));
            }
        };
    }
}
