package id.tangerangkota.layanan.availability.probe;

import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Looks names up. A bean of this type replaces the system's name servers, in tests and in
 * the demo city. Futures fail with {@link java.net.UnknownHostException} where there is
 * nothing, or with anything else; both are the name's fault.
 */
public interface Names extends AutoCloseable {

	/**
	 * The addresses of a name, in the order in which they should be tried; at least one.
	 */
	CompletableFuture<List<InetAddress>> addresses(Host name);

	/**
	 * The same, as they are at this moment, whatever was found before: only so it shows
	 * that nobody answers any more.
	 */
	default CompletableFuture<List<InetAddress>> addressesAfresh(Host name) {
		return addresses(name);
	}

	/** The records of a name, in the spelling of {@link DnsTarget}; at least one. */
	CompletableFuture<List<String>> records(Host name, DnsTarget.Type type);

	/**
	 * The port to which a connection really goes. Only a world of its own has others than
	 * the real one; that a port may be asked is decided by the one in the address.
	 * @param port the one in the address
	 */
	default int port(Host name, int port) {
		return port;
	}

	/** Authorities that count beside the usual ones where these names hold. */
	default List<X509Certificate> authorities() {
		return List.of();
	}

	@Override
	default void close() {
	}

}
