/** The onboarding desk: a window for whoever hands out tokens. Screens know models, models know no screens. */
@NullMarked
package fobsmith.desk;

import org.jspecify.annotations.NullMarked;
