package id.tangerangkota.layanan.availability.demo;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import id.tangerangkota.layanan.availability.probe.DnsTarget;
import id.tangerangkota.layanan.availability.probe.Host;
import id.tangerangkota.layanan.availability.probe.Names;

/**
 * The names of the simulated city: whatever is asked for leads to it, or to nothing, so
 * that no check of this profile leaves the machine.
 */
final class CityNames implements Names {

	/** Nothing listens there. */
	private static final int NOBODY = 1;

	private final CityServer city;

	CityNames(CityServer city) {
		this.city = city;
	}

	@Override
	public CompletableFuture<List<InetAddress>> addresses(Host name) {
		if (this.city.fault(name.name()) == Fault.NO_NAME) {
			return CompletableFuture.failedFuture(new UnknownHostException(name.name()));
		}
		return CompletableFuture.completedFuture(List.of(InetAddress.getLoopbackAddress()));
	}

	@Override
	public CompletableFuture<List<String>> records(Host name, DnsTarget.Type type) {
		if (type != DnsTarget.Type.A) {
			return CompletableFuture.failedFuture(new UnknownHostException(name.name()));
		}
		return addresses(name).thenApply((found) -> found.stream().map(InetAddress::getHostAddress).toList());
	}

	@Override
	public int port(Host name, int port) {
		return (this.city.fault(name.name()) == Fault.NO_SERVER) ? NOBODY : this.city.port();
	}

	@Override
	public List<X509Certificate> authorities() {
		return List.of(this.city.certificates().authority());
	}

}
