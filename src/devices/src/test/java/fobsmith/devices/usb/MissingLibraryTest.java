package fobsmith.devices.usb;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MissingLibraryTest {
    /** Twice, for the JVM reports the failure of a class otherwise when it is asked for again. */
    @Test
    void saysInASentenceThatThereIsNoLibraryForThisMachine() throws IOException, ReflectiveOperationException {
        var architecture = System.setProperty("os.arch", "pdp11");
        try (var fresh = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            var open = fresh.loadClass(LibusbBus.class.getName()).getMethod("open");
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> open.invoke(null))
                        .isInstanceOf(InvocationTargetException.class)
                        .cause()
                        .hasMessageMatching("usb4java has no native library that runs on this machine \\(.*, pdp11\\)")
                        .extracting(cause -> cause.getClass().getSimpleName())
                        .isEqualTo("Unavailable");
            }
        } finally {
            System.setProperty("os.arch", architecture);
        }
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(MissingLibraryTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
