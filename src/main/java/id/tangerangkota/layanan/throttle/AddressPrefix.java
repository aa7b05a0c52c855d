package id.tangerangkota.layanan.throttle;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The network a request comes from, so coarse that whoever changes the address within
 * their own connection stays where they are: {@code 203.0.113.0/24},
 * {@code 2001:db8:0:ff00:0:0:0:0/56}.
 */
public final class AddressPrefix {

	/** One bucket for all that is no address. */
	private static final String UNKNOWN = "unknown";

	private static final int IPV4_BITS = 24;

	private static final int IPV6_BITS = 56;

	private static final String NUMBER = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

	private static final Pattern IPV4 = Pattern.compile(NUMBER + "(\\." + NUMBER + "){3}");

	private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

	private AddressPrefix() {
	}

	/**
	 * The prefix of an address as a request gives it.
	 * @param remoteAddress in text, with or without a zone; never looked up as a name
	 */
	public static String of(String remoteAddress) {
		String text = remoteAddress.strip();
		int zone = text.indexOf('%');
		String address = (zone < 0) ? text : text.substring(0, zone);
		try {
			if (IPV4.matcher(address).matches()) {
				return prefix(InetAddress.getByName(address));
			}
			if (IPV6.matcher(address).matches()) {
				// In brackets it is an address or an error. What IPv6 wraps of IPv4 comes
				// out unwrapped.
				return prefix(InetAddress.getByName("[" + address + "]"));
			}
		}
		catch (UnknownHostException ex) {
			return UNKNOWN;
		}
		return UNKNOWN;
	}

	private static String prefix(InetAddress address) throws UnknownHostException {
		int bits = (address instanceof Inet4Address) ? IPV4_BITS : IPV6_BITS;
		byte[] network = address.getAddress();
		Arrays.fill(network, bits / Byte.SIZE, network.length, (byte) 0);
		return InetAddress.getByAddress(network).getHostAddress() + "/" + bits;
	}

}
