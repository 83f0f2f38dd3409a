package fobsmith.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** What the windows in memory cannot do: Monocle is of JavaFX 21, the desk of a later one. A newer Monocle makes this fail. */
class MonocleTest {
    private static final String PACKAGE = "com/sun/glass/ui/monocle/";

    @Test
    void lacksThreeMethodsOfThisJavaFx() throws Exception {
        assertThat(lacking())
                .containsExactly(
                        "MonocleApplication._getKeyCodeForChar(char, int)",
                        "MonocleApplication._showDocument(class java.lang.String)",
                        "MonocleApplication._supportsExtendedWindows()");
    }

    private static Set<String> lacking() throws Exception {
        var all = new TreeSet<String>();
        for (var name : classes()) {
            var type = Class.forName(name, false, MonocleTest.class.getClassLoader());
            if (!Modifier.isAbstract(type.getModifiers())) {
                lackingIn(type).forEach(method -> all.add(type.getSimpleName() + "." + method));
            }
        }
        return all;
    }

    private static List<String> classes() throws ClassNotFoundException, IOException {
        var one =
                Class.forName("com.sun.glass.ui.monocle.MonocleApplication", false, MonocleTest.class.getClassLoader());
        var place = one.getProtectionDomain().getCodeSource().getLocation();
        try (var jar = new JarFile(Path.of(place.getPath()).toFile())) {
            return jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(PACKAGE) && name.endsWith(".class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .toList();
        }
    }

    /** Abstract somewhere above, and written out by nobody below. */
    private static List<String> lackingIn(Class<?> type) {
        var written = new HashSet<String>();
        var lacking = new ArrayList<String>();
        for (Class<?> up = type; up != null; up = up.getSuperclass()) {
            for (var method : up.getDeclaredMethods()) {
                if (!Modifier.isAbstract(method.getModifiers())) {
                    written.add(signature(method));
                } else if (!written.contains(signature(method))) {
                    lacking.add(signature(method));
                }
            }
        }
        return lacking;
    }

    private static String signature(Method method) {
        return method.getName()
                + Arrays.toString(method.getParameterTypes()).replace('[', '(').replace(']', ')');
    }
}
