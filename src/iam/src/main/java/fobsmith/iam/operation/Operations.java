package fobsmith.iam.operation;

import fobsmith.iam.Authorizer;
import fobsmith.iam.Caller;
import fobsmith.iam.Refusals;
import fobsmith.iam.SessionTokens;
import fobsmith.iam.wire.Answers;
import fobsmith.iam.wire.Parameters;
import fobsmith.iam.wire.Service;
import fobsmith.iam.wire.WireAnswer;
import fobsmith.registry.Registry;
import fobsmith.registry.RegistryRefusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All operations by service and action. Thread-safe. */
public final class Operations {
    private static final Map<Service, Map<String, Operation>> BY_ACTION = Map.of(
            Service.IAM,
            byAction(List.of(
                    new AddUserToGroup(),
                    new CreateAccessKey(),
                    new CreateAccountAlias(),
                    new CreateGroup(),
                    new CreateRole(),
                    new CreateUser(),
                    new CreateVirtualMfaDevice(),
                    new DeactivateMfaDevice(),
                    new DeleteAccessKey(),
                    new DeleteAccountAlias(),
                    new DeleteGroup(),
                    new DeleteRole(),
                    new DeleteUser(),
                    new DeleteVirtualMfaDevice(),
                    new EnableMfaDevice(),
                    new GenerateCredentialReport(),
                    new GetAccessKeyLastUsed(),
                    new GetAccountSummary(),
                    new GetCredentialReport(),
                    new GetGroup(),
                    new GetMfaDevice(),
                    new GetRole(),
                    new GetUser(),
                    new ListAccessKeys(),
                    new ListAccountAliases(),
                    new ListGroups(),
                    new ListGroupsForUser(),
                    new ListMfaDevices(),
                    new ListMfaDeviceTags(),
                    new ListRoles(),
                    new ListRoleTags(),
                    new ListUsers(),
                    new ListUserTags(),
                    new ListVirtualMfaDevices(),
                    new RemoveUserFromGroup(),
                    new ResyncMfaDevice(),
                    new TagMfaDevice(),
                    new TagRole(),
                    new TagUser(),
                    new UntagMfaDevice(),
                    new UntagRole(),
                    new UntagUser(),
                    new UpdateAccessKey(),
                    new UpdateAssumeRolePolicy(),
                    new UpdateGroup(),
                    new UpdateRole(),
                    new UpdateUser(),
                    new PutPolicy(Holder.USER),
                    new GetPolicy(Holder.USER),
                    new ListPolicies(Holder.USER),
                    new DeletePolicy(Holder.USER),
                    new PutPolicy(Holder.GROUP),
                    new GetPolicy(Holder.GROUP),
                    new ListPolicies(Holder.GROUP),
                    new DeletePolicy(Holder.GROUP),
                    new PutPolicy(Holder.ROLE),
                    new GetPolicy(Holder.ROLE),
                    new ListPolicies(Holder.ROLE),
                    new DeletePolicy(Holder.ROLE))),
            Service.STS,
            byAction(List.of(new AssumeRole(), new GetCallerIdentity(), new GetSessionToken())));

    private final Registry registry;
    private final SessionTokens sessions;

    public Operations(Registry registry, SessionTokens sessions) {
        this.registry = registry;
        this.sessions = sessions;
    }

    private static Map<String, Operation> byAction(List<Operation> operations) {
        return operations.stream().collect(Collectors.toMap(Operation::action, Function.identity()));
    }

    public Optional<Operation> find(Service service, String action) {
        return Optional.ofNullable(BY_ACTION.getOrDefault(service, Map.of()).get(action));
    }

    public WireAnswer answer(
            Operation operation, Service service, Caller caller, Parameters parameters, String requestId) {
        var input = new Input(parameters, service == Service.STS);
        try {
            return Answers.result(
                    service,
                    operation.action(),
                    operation.hasOutput(),
                    requestId,
                    xml -> operation.answer(
                            new Call(registry, sessions, caller, new Authorizer(registry, caller), input, xml)));
        } catch (RegistryRefusal refusal) {
            throw Refusals.translate(refusal);
        }
    }
}
