package fobsmith.checks.service;

import static org.assertj.core.api.Assertions.assertThat;

/** What the service answered. */
public record Reply(int status, String xml) {
    boolean isOk() {
        return status == 200;
    }

    boolean isAccessDenied() {
        return status == 403 && xml.contains("<Code>AccessDenied</Code>");
    }

    public void requireOk() {
        assertThat(status).as(xml).isEqualTo(200);
    }

    void requireAccessDenied() {
        assertThat(isAccessDenied()).as("%d %s", status, xml).isTrue();
    }
}
