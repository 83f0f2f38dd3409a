package fobsmith.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rules see only what is on the class path of this module: it has to be everything. */
@AnalyzeClasses(packages = "fobsmith", importOptions = MainClasses.class)
class ModulesTest {
    private static final Pattern MODULE = Pattern.compile("<module>(.*?)</module>");

    @ArchTest
    static void everyModuleOfTheRootPomIsOnTheClassPath(JavaClasses all) throws IOException {
        var places = all.stream()
                .flatMap(type -> type.getSource().stream())
                .map(source -> source.getUri().toString())
                .collect(Collectors.toSet());
        assertThat(modules())
                .hasSizeGreaterThan(1)
                .filteredOn(
                        module -> Files.isDirectory(Sources.ROOT.resolve(module).resolve("src/main/java")))
                .filteredOn(module -> places.stream().noneMatch(place -> comesFrom(module, place)))
                .as("modules that src/checks/pom.xml lacks")
                .isEmpty();
    }

    private static List<String> modules() throws IOException {
        return MODULE.matcher(Files.readString(Sources.ROOT.resolve("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Built in this run, or taken from the local Maven repository. */
    private static boolean comesFrom(String module, String place) {
        var artifact = "fobsmith-" + module.substring(module.lastIndexOf('/') + 1);
        return place.contains("/" + module + "/target/") || place.contains("/fobsmith/" + artifact + "/");
    }
}
