package fobsmith.checks;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Time and randomness come in as parameters. */
@AnalyzeClasses(packages = "fobsmith", importOptions = MainClasses.class)
class WallClockTest {
    /** Where a program is put together, the wall clock enters once, as an InstantSource. */
    private static final Set<String> WIRING = Set.of(
            "fobsmith.cli.Surroundings.ofThisMachine()",
            "fobsmith.desk.DeskMain.main(",
            "fobsmith.testkit.FobsmithService.started()",
            "fobsmith.firmware.FobsmithSim.run(");

    @ArchTest
    static final ArchRule nobodyReadsTheWallClock =
            noClasses().should().accessTargetWhere(describe("reads the wall clock", WallClockTest::isForbidden));

    private static boolean isForbidden(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target && readsTheClock(target) && !isWiring(access);
    }

    private static boolean isWiring(JavaAccess<?> access) {
        return access.getTarget().getFullName().equals("java.time.InstantSource.system()")
                && WIRING.stream().anyMatch(access.getOrigin().getFullName()::startsWith);
    }

    private static boolean readsTheClock(CodeUnitAccessTarget target) {
        var owner = target.getOwner();
        return isNow(target)
                || (isAny(owner, System.class) && target.getName().matches("currentTimeMillis|nanoTime"))
                || (isAny(owner, Clock.class, InstantSource.class)
                        && target.getName().matches("system.*|tick(Millis|Seconds|Minutes)"))
                || (isAny(owner, Date.class) && isConstructorWithoutTime(target))
                || isAny(owner, Calendar.class, GregorianCalendar.class);
    }

    /** Those that take a Clock are told the time. */
    private static boolean isNow(CodeUnitAccessTarget target) {
        return target.getOwner().getPackageName().equals("java.time")
                && target.getName().equals("now")
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean isConstructorWithoutTime(CodeUnitAccessTarget target) {
        return target.getName().equals("<init>")
                && target.getRawParameterTypes().isEmpty();
    }

    private static boolean isAny(JavaClass owner, Class<?>... types) {
        return Set.of(types).stream().anyMatch(owner::isEquivalentTo);
    }

    @ArchTest
    static final ArchRule nobodyThrowsWeakDice = noClasses()
            .should()
            .dependOnClassesThat(isOneOf(Random.class, ThreadLocalRandom.class))
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule chanceComesInAsAParameter = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("fobsmith.cli.Surroundings")
            .and()
            .doNotHaveFullyQualifiedName("fobsmith.desk.DeskMain")
            .and()
            .doNotHaveFullyQualifiedName("fobsmith.testkit.FobsmithService")
            .and()
            // Draws the bearer of its control file: nobody should be able to repeat that.
            .doNotHaveFullyQualifiedName("fobsmith.firmware.ControlServer")
            .and()
            // So should nobody a simulated token's challenge; a token of a test's own is given its chance.
            .doNotHaveFullyQualifiedName("fobsmith.firmware.Challenges")
            .and()
            // Nor a challenge or temporary password of a driver's, which end with its session.
            .doNotHaveFullyQualifiedName("fobsmith.devices.TokenDrivers")
            .and()
            // Nor a file whose serial numbers make its import crawl; what comes of the import does not depend on it.
            .doNotHaveFullyQualifiedName("fobsmith.provisioning.SeenSerials")
            .should()
            .accessTargetWhere(describe(
                    "makes a SecureRandom",
                    access -> access.getTarget().getFullName().startsWith("java.security.SecureRandom.<init>(")));

    private static DescribedPredicate<JavaClass> isOneOf(Class<?>... types) {
        return describe("are one of " + Set.of(types), owner -> isAny(owner, types));
    }
}
