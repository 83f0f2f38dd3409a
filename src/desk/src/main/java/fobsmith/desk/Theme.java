package fobsmith.desk;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;

/** Light or dark. */
public enum Theme {
    LIGHT,
    DARK;

    /** For every window of this process. Screen's thread. */
    public void apply() {
        Application.setUserAgentStylesheet(stylesheet());
    }

    private String stylesheet() {
        return switch (this) {
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
            case DARK -> new PrimerDark().getUserAgentStylesheet();
        };
    }

    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }
}
