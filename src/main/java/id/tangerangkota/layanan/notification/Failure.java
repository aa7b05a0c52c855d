package id.tangerangkota.layanan.notification;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Why an attempt failed.
 *
 * @param reason for the log and administrators: a type and a code, for texts of servers
 * repeat addresses
 * @param pause how long the receiver wants to be left in peace, null where it did not say
 */
public record Failure(Scope scope, Trouble trouble, String reason, @Nullable Duration pause) {

	public Failure(Scope scope, Trouble trouble, String reason) {
		this(scope, trouble, reason, null);
	}

}
