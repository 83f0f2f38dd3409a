package fobsmith.devices.links;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that needs {@link Links#LIBUSB}. It runs in a JVM of its own kind, in which umockdev's preload library is
 * loaded, and is skipped where the library is not installed.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("umockdev")
@ExtendWith(NeedsUmockdev.class)
public @interface Umockdev {}
