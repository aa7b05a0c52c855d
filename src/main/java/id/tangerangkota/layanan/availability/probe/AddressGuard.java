package id.tangerangkota.layanan.availability.probe;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.http.client.InetAddressFilter;

/**
 * Keeps checks out of networks that are not public, by address: names and spellings say
 * nothing. An IPv6 address that carries an IPv4 address (mapped, compatible, NAT64, 6to4,
 * ISATAP, Teredo) must be public in both senses, because a gateway on the way may unwrap
 * it.
 */
final class AddressGuard {

	private static final byte[] NAT64 = { 0, 0x64, (byte) 0xff, (byte) 0x9b };

	private static final byte[] SIX_TO_FOUR = { 0x20, 0x02 };

	private static final byte[] TEREDO = { 0x20, 0x01, 0, 0 };

	private static final byte[] ISATAP = { 0x5e, (byte) 0xfe };

	private static final byte[] NOTHING = new byte[12];

	private final InetAddressFilter external = InetAddressFilter.externalAddresses();

	private final InetAddressFilter opened;

	/**
	 * Lets public addresses pass, and these networks.
	 * @param allowedNetworks such as {@code 10.20.0.0/16}
	 */
	AddressGuard(List<String> allowedNetworks) {
		this.opened = allowedNetworks.isEmpty() ? InetAddressFilter.none()
				: InetAddressFilter.of(allowedNetworks.toArray(String[]::new));
	}

	/** Whether a check of that reach may connect to an address. */
	boolean allows(InetAddress address, Reach reach) {
		return allows(address) && (reach == Reach.INNER || !InnerNetworks.contain(address));
	}

	boolean allows(InetAddress address) {
		if (this.opened.matches(address)) {
			return true;
		}
		if (!this.external.matches(address)) {
			return false;
		}
		InetAddress carried = (address instanceof Inet6Address) ? carried(address.getAddress()) : null;
		return carried == null || this.external.matches(carried);
	}

	private static @Nullable InetAddress carried(byte[] address) {
		if (begins(address, SIX_TO_FOUR)) {
			return ipv4(address, 2, 0);
		}
		if (begins(address, TEREDO)) {
			return ipv4(address, 12, 0xff);
		}
		boolean wraps = begins(address, NAT64) || begins(address, NOTHING)
				|| Arrays.equals(address, 10, 12, ISATAP, 0, 2);
		return wraps ? ipv4(address, 12, 0) : null;
	}

	private static boolean begins(byte[] address, byte[] prefix) {
		return Arrays.equals(address, 0, prefix.length, prefix, 0, prefix.length);
	}

	/** Teredo stores its client's address inverted. */
	private static InetAddress ipv4(byte[] address, int at, int inverted) {
		byte[] four = new byte[4];
		for (int i = 0; i < four.length; i++) {
			four[i] = (byte) (address[at + i] ^ inverted);
		}
		try {
			return InetAddress.getByAddress(four);
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
