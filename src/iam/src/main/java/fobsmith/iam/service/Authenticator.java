package fobsmith.iam.service;

import fobsmith.iam.Caller;
import fobsmith.iam.IamError;
import fobsmith.iam.IamException;
import fobsmith.iam.SessionTokens;
import fobsmith.iam.wire.Service;
import fobsmith.iam.wire.SignedRequest;
import fobsmith.iam.wire.WireRequest;
import fobsmith.registry.AccessKey;
import fobsmith.registry.Registry;
import fobsmith.registry.RegistryException;
import fobsmith.registry.User;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out who signed a request, or refuses it. Thread-safe. */
final class Authenticator {
    private static final Logger LOG = LoggerFactory.getLogger(Authenticator.class);
    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final String NO_REGION = "N/A";

    private final Registry registry;
    private final SessionTokens sessions;
    private final InstantSource signatures;

    /** Signatures are dated by a clock that need not be the registry's. */
    Authenticator(Registry registry, SessionTokens sessions, InstantSource signatures) {
        this.registry = registry;
        this.sessions = sessions;
        this.signatures = signatures;
    }

    Caller authenticate(WireRequest request, Service service) {
        var signed = SignedRequest.read(request, service, signatures.instant());
        var caller = signed.keyId().startsWith("ASIA")
                ? bySession(signed, request.address())
                : byLongTermKey(signed, service, request.address());
        requireMfaForIam(caller, service);
        return caller;
    }

    private Caller byLongTermKey(SignedRequest signed, Service service, String address) {
        var key = registry.accessKeys()
                .find(signed.keyId())
                .filter(AccessKey::active)
                .orElseThrow(Authenticator::unknownKey);
        byte[] secret = registry.accessKeys().openSecret(key.id()).orElseThrow(Authenticator::unknownKey);
        try {
            signed.requireSignedWith(secret);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
        if (signed.sessionToken().isPresent()) {
            throw badSession();
        }
        var user = registry.users().findById(key.userId()).orElseThrow(Authenticator::unknownKey);
        remember(key, service, signed.region());
        return new Caller(user, key.id(), null, address);
    }

    /** Only a memory: no request fails for it. What cannot be a region is not kept: auditors read it in a spreadsheet. */
    private void remember(AccessKey key, Service service, String region) {
        try {
            var kept = REGION.matcher(region).matches() ? region : NO_REGION;
            registry.accessKeys().used(key, registry.now(), service.signingName(), kept);
        } catch (RegistryException e) {
            LOG.warn("the use of access key {} is not remembered: {}", key.id(), e.getMessage());
        }
    }

    private Caller bySession(SignedRequest signed, String address) {
        var token = signed.sessionToken().orElseThrow(Authenticator::badSession);
        try (var grant = sessions.open(token).orElseThrow(Authenticator::badSession)) {
            if (!grant.accessKeyId().equals(signed.keyId())) {
                throw badSession();
            }
            signed.requireSignedWith(grant.secret());
            requireCurrent(grant);
            return new Caller(principal(grant), grant.accessKeyId(), grant.session(), assumed(grant), address);
        }
    }

    /** A role's session dies with the role, too. */
    private Caller.@Nullable AssumedRole assumed(SessionTokens.Grant grant) {
        return grant.roleId().isEmpty()
                ? null
                : registry.roles()
                        .findById(grant.roleId())
                        .map(role -> new Caller.AssumedRole(role, grant.roleSessionName()))
                        .orElseThrow(Authenticator::badSession);
    }

    private void requireCurrent(SessionTokens.Grant grant) {
        if (!registry.now().isBefore(grant.session().expiresAt())) {
            throw new IamException(IamError.EXPIRED_TOKEN, "The security token included in the request is expired");
        }
    }

    /** A session dies with its user, with the key it was made by, and when its user's sessions are revoked. */
    private User principal(SessionTokens.Grant grant) {
        boolean keyLives = registry.accessKeys()
                .find(grant.longTermKeyId())
                .filter(AccessKey::active)
                .isPresent();
        return registry.users()
                .findById(grant.userId())
                .filter(user -> keyLives
                        && !user.sessionsValidFrom().isAfter(grant.session().issuedAt()))
                .orElseThrow(Authenticator::badSession);
    }

    private static void requireMfaForIam(Caller caller, Service service) {
        var session = caller.session();
        if (service == Service.IAM && session != null && !session.isWithMfa() && caller.assumed() == null) {
            throw badSession();
        }
    }

    private static IamException unknownKey() {
        return new IamException(
                IamError.INVALID_CLIENT_TOKEN_ID, "The security token included in the request is invalid.");
    }

    /** AWS says it without the full stop where a session token is the trouble. */
    private static IamException badSession() {
        return new IamException(
                IamError.INVALID_CLIENT_TOKEN_ID, "The security token included in the request is invalid");
    }
}
