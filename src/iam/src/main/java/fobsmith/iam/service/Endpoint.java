package fobsmith.iam.service;

import fobsmith.iam.Echo;
import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import fobsmith.iam.SessionTokens;
import fobsmith.iam.operation.Operation;
import fobsmith.iam.operation.Operations;
import fobsmith.iam.wire.Answers;
import fobsmith.iam.wire.Parameters;
import fobsmith.iam.wire.Service;
import fobsmith.iam.wire.WireAnswer;
import fobsmith.iam.wire.WireRequest;
import fobsmith.registry.Registry;
import fobsmith.registry.RegistryException;
import java.time.InstantSource;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns each request into an answer, whatever happens. Knows nothing of sockets. Thread-safe. */
public final class Endpoint {
    private static final Logger LOG = LoggerFactory.getLogger(Endpoint.class);

    private final Authenticator authenticator;
    private final Operations operations;

    public Endpoint(Registry registry) {
        this(registry, registry::now);
    }

    /** Where time is made up: clients sign by the clock of their machine, and that is what their signatures are held to. */
    public Endpoint(Registry registry, InstantSource signatures) {
        var sessions = new SessionTokens(registry.vault());
        authenticator = new Authenticator(registry, sessions, signatures);
        operations = new Operations(registry, sessions);
    }

    public WireAnswer answer(WireRequest request) {
        var requestId = UUID.randomUUID().toString();
        try {
            return dispatch(request, Parameters.of(request), requestId);
        } catch (IamException e) {
            return Answers.fault(requestId, e);
        }
    }

    private WireAnswer dispatch(WireRequest request, Parameters parameters, String requestId) {
        var action = parameters.find("Action");
        if (action.isEmpty() || request.isUntypedPost()) {
            return Answers.toTheManual(requestId);
        }
        var version = parameters.find("Version").orElse("NO_VERSION_SPECIFIED");
        var unknown = new IamException(
                IamError.INVALID_ACTION,
                "Could not find operation %s for version %s".formatted(Echo.of(action.get()), Echo.of(version)));
        var service = Service.find(version).orElseThrow(() -> unknown);
        var operation = operations.find(service, action.get()).orElseThrow(() -> unknown);
        return answer(service, operation, request, parameters, requestId);
    }

    private WireAnswer answer(
            Service service, Operation operation, WireRequest request, Parameters parameters, String requestId) {
        try {
            var caller = authenticator.authenticate(request, service);
            return operations.answer(operation, service, caller, parameters, requestId);
        } catch (IamException e) {
            return Answers.error(service, requestId, e);
        } catch (RegistryException e) {
            LOG.error("{} failed: {}; {}", operation.action(), e.getMessage(), e.hint());
            return Answers.error(service, requestId, failure());
        } catch (RuntimeException e) {
            LOG.error("{} failed (request {})", operation.action(), requestId, e);
            return Answers.error(service, requestId, failure());
        }
    }

    private static IamException failure() {
        return new IamException(
                IamError.SERVICE_FAILURE, "The request processing has failed because of an unknown error.");
    }
}
