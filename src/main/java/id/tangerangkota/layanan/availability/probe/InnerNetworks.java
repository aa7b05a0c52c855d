package id.tangerangkota.layanan.availability.probe;

import java.net.InetAddress;
import java.util.List;

/**
 * Networks that are neither public nor this machine: the city's own, and whatever else a
 * portal that stands inside could reach.
 */
public final class InnerNetworks {

	private static final AddressGuard PUBLIC = new AddressGuard(List.of());

	private InnerNetworks() {
	}

	/** Whether an address is in one of them. */
	public static boolean contain(InetAddress address) {
		return !address.isLoopbackAddress() && !PUBLIC.allows(address);
	}

	/** Whether it is an address in one of them; names say nothing. */
	public static boolean contain(Host host) {
		InetAddress address = host.address();
		return address != null && contain(address);
	}

}
