package id.tangerangkota.layanan.availability.probe;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

import id.tangerangkota.layanan.availability.probe.InvalidTarget.Reason;
import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

/**
 * A machine by name or address, in one spelling: names in lower-case ASCII (IDN as
 * {@code xn--}), IPv4 in four decimal numbers however it was disguised (decimal, octal,
 * hexadecimal, fewer than four parts, as WHATWG URL reads them), IPv6 without brackets
 * (RFC 5952), and what IPv6 maps of IPv4 as IPv4. Zones ({@code %eth0}) are refused: they
 * mean something on one machine only.
 *
 * @param name in any spelling; kept in the one
 */
public record Host(String name) {

	private static final int LONGEST = 253;

	private static final Pattern LABEL = Pattern.compile("[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?");

	private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

	private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");

	/**
	 * Takes a name in any spelling.
	 * @throws InvalidTarget if it is none
	 */
	public Host {
		name = canonical(name.strip());
	}

	/** The address, null where it is a name that must be looked up. */
	public @Nullable InetAddress address() {
		byte[] bytes = NetUtil.createByteArrayFromIpAddressString(this.name);
		return (bytes != null) ? address(bytes) : null;
	}

	/** Whether it is an address that needs no looking up. */
	public boolean isAddress() {
		return NetUtil.isValidIpV4Address(this.name) || isIpv6();
	}

	/** As it stands in a URL: IPv6 in brackets. */
	String inUrl() {
		return isIpv6() ? "[" + this.name + "]" : this.name;
	}

	private boolean isIpv6() {
		return this.name.indexOf(':') >= 0;
	}

	@Override
	public String toString() {
		return this.name;
	}

	private static String canonical(String text) {
		if (text.startsWith("[") && text.endsWith("]")) {
			return ipv6(text.substring(1, text.length() - 1));
		}
		if (text.indexOf(':') >= 0) {
			return ipv6(text);
		}
		String ascii = ascii(text);
		String[] labels = ascii.split("\\.", -1);
		if (NUMBER.matcher(labels[labels.length - 1]).matches()) {
			return ipv4(labels, text);
		}
		for (String label : labels) {
			if (!LABEL.matcher(label).matches()) {
				throw bad(text);
			}
		}
		return ascii;
	}

	/** Also turns full-width letters, digits and dots into plain ones. */
	private static String ascii(String text) {
		try {
			String ascii = IDN.toASCII(text).toLowerCase(Locale.ROOT);
			String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
			if (name.isEmpty() || name.length() > LONGEST) {
				throw bad(text);
			}
			return name;
		}
		catch (InvalidTarget ex) {
			throw ex;
		}
		catch (IllegalArgumentException ex) {
			throw bad(text);
		}
	}

	private static String ipv6(String text) {
		if (!IPV6.matcher(text).matches()) {
			throw bad(text);
		}
		try {
			// In brackets it is an address or an error, never looked up.
			return NetUtil.toAddressString(InetAddress.getByName("[" + text + "]"));
		}
		catch (UnknownHostException ex) {
			throw bad(text);
		}
	}

	private static String ipv4(String[] parts, String text) {
		if (parts.length > 4) {
			throw bad(text);
		}
		long address = 0;
		for (int i = 0; i < parts.length; i++) {
			boolean last = i == parts.length - 1;
			int bits = last ? Byte.SIZE * (5 - parts.length) : Byte.SIZE;
			long number = number(parts[i], text);
			if (number >= 1L << bits) {
				throw bad(text);
			}
			address = (address << bits) | number;
		}
		return "%d.%d.%d.%d".formatted(address >> 24, (address >> 16) & 0xff, (address >> 8) & 0xff, address & 0xff);
	}

	private static long number(String part, String text) {
		if (!NUMBER.matcher(part).matches()) {
			throw bad(text);
		}
		try {
			if (part.startsWith("0x")) {
				return (part.length() > 2) ? Long.parseLong(part, 2, part.length(), 16) : 0;
			}
			return Long.parseLong(part, (part.length() > 1 && part.charAt(0) == '0') ? 8 : 10);
		}
		catch (NumberFormatException ex) {
			throw bad(text);
		}
	}

	private static InetAddress address(byte[] bytes) {
		try {
			return InetAddress.getByAddress(bytes);
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static InvalidTarget bad(String text) {
		return new InvalidTarget(Reason.HOST, "No name or address of a machine: " + text);
	}

}
