package id.tangerangkota.layanan.attachment;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * An object store that speaks S3.
 *
 * @param endpoint such as {@code https://s3.example.id}; without a path
 * @param bucket has to be there, and be for the portal alone
 * @param region as the store wants it in signatures; most others take any
 * @param accessKeyFile file with the name of the key; secrets come from files only
 * @param secretKeyFile file with the key
 * @param pathStyle whether the bucket stands in the path and not in the host's name
 * @param timeout of one request
 */
@ConfigurationProperties("layanan.attachment.s3")
record S3Settings(@Nullable URI endpoint, @Nullable String bucket, @DefaultValue("us-east-1") String region,
		@Nullable Path accessKeyFile, @Nullable Path secretKeyFile, @DefaultValue("true") boolean pathStyle,
		@DefaultValue("20s") Duration timeout) {

	/** All that has to be there when the store is used. */
	record Complete(URI endpoint, String bucket, Path accessKeyFile, Path secretKeyFile) {
	}

	Complete complete() {
		Assert.isTrue(this.endpoint != null && this.endpoint.getHost() != null, "layanan.attachment.s3.endpoint");
		Assert.isTrue(this.bucket != null && this.bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]"),
				"layanan.attachment.s3.bucket");
		Assert.isTrue(this.accessKeyFile != null, "layanan.attachment.s3.access-key-file");
		Assert.isTrue(this.secretKeyFile != null, "layanan.attachment.s3.secret-key-file");
		return new Complete(this.endpoint, this.bucket, this.accessKeyFile, this.secretKeyFile);
	}

}
