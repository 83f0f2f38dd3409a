package fobsmith.iam.operation;

import java.time.Duration;

final class UpdateRole implements Operation {
    @Override
    public String action() {
        return "UpdateRole";
    }

    @Override
    public void answer(Call call) {
        var name = call.input().required("RoleName", Shape.ROLE_NAME);
        var description = call.input().optional("Description", Shape.DESCRIPTION);
        int longest = call.input().number("MaxSessionDuration", 3600, 43_200, 3600);
        boolean asked = call.input().has("MaxSessionDuration");
        call.input().requireValid();

        var role = call.role(action(), name);
        call.registry()
                .roles()
                .update(
                        call.actor(),
                        role,
                        description.orElse(role.description()),
                        asked ? Duration.ofSeconds(longest) : role.longestSession());
    }
}
