package fobsmith.testkit;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Clients of AWS's own SDK, set up as a user of the SDK would. Closing it closes all that it made. */
final class Sdk implements AutoCloseable {
    private final FobsmithService aws;
    private final Queue<SdkAutoCloseable> clients = new ConcurrentLinkedQueue<>();

    Sdk(FobsmithService aws) {
        this.aws = aws;
    }

    static AwsCredentials of(Login login) {
        return AwsBasicCredentials.create(login.accessKeyId(), login.secretAccessKey());
    }

    static AwsCredentials of(Credentials session) {
        return AwsSessionCredentials.create(session.accessKeyId(), session.secretAccessKey(), session.sessionToken());
    }

    IamClient iam(AwsCredentials credentials) {
        var client = setUp(IamClient.builder(), credentials).build();
        clients.add(client);
        return client;
    }

    StsClient sts(AwsCredentials credentials) {
        var client = setUp(StsClient.builder(), credentials).build();
        clients.add(client);
        return client;
    }

    private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B setUp(
            B builder, AwsCredentials credentials) {
        return builder.endpointOverride(aws.endpoint())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClientBuilder(UrlConnectionHttpClient.builder());
    }

    @Override
    public void close() {
        clients.forEach(SdkAutoCloseable::close);
    }
}
