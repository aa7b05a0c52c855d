package id.tangerangkota.layanan.availability.probe;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * How checks ask.
 *
 * @param inFlight checks at the same time. A country of dead addresses needs about 500;
 * more wait, and are void when that takes too long
 * @param perHost checks of one host name at the same time; names that share an address,
 * and hosts that are redirected to, count by themselves
 * @param threads event loops, 0 for one per processor
 * @param ports that may be asked
 * @param lateAfter from which lag on a check is void instead of blaming the site
 * @param bodyLimit what is read of a body; the rest is not waited for
 * @param headerLimit size of all headers of an answer; more is no HTTP
 * @param dnsCache the longest time an answer of a name server is kept
 * @param userAgent who asks, null for the portal's name with the address of the page that
 * says what checks are and whom to write to
 * @param trustAnchors PEM files of authorities that are trusted beside those of the JDK
 */
@ConfigurationProperties("layanan.availability.probe")
public record ProberSettings(@DefaultValue("2000") int inFlight, @DefaultValue("4") int perHost,
		@DefaultValue("0") int threads, @DefaultValue( {
				"80", "443", "8080", "8443" }) Set<Integer> ports,
		@DefaultValue("1s") Duration lateAfter, @DefaultValue("64KB") DataSize bodyLimit,
		@DefaultValue("16KB") DataSize headerLimit, @DefaultValue("60s") Duration dnsCache, @Nullable String userAgent,
		@DefaultValue List<Path> trustAnchors){

	public ProberSettings {
		Assert.isTrue(inFlight > 0 && perHost > 0 && threads >= 0,
				"layanan.availability.probe: at least one check at a time");
		Assert.isTrue(lateAfter.toMillis() > 0, "layanan.availability.probe.late-after must be positive");
		ports = Set.copyOf(ports);
		trustAnchors = List.copyOf(trustAnchors);
	}

	int threadsOrDefault() {
		return (this.threads > 0) ? this.threads : Runtime.getRuntime().availableProcessors();
	}

}
