package id.tangerangkota.layanan.availability.web;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

import id.tangerangkota.layanan.availability.CheckKind;
import id.tangerangkota.layanan.availability.check.CheckDetail;
import id.tangerangkota.layanan.availability.check.CheckMode;
import id.tangerangkota.layanan.availability.check.CheckSpec;
import id.tangerangkota.layanan.availability.check.InvalidCheck;
import id.tangerangkota.layanan.availability.probe.DnsTarget;
import id.tangerangkota.layanan.availability.probe.Host;
import id.tangerangkota.layanan.availability.probe.HttpTarget;
import id.tangerangkota.layanan.availability.probe.InvalidTarget;
import id.tangerangkota.layanan.availability.probe.StatusRanges;
import id.tangerangkota.layanan.availability.probe.Target;
import id.tangerangkota.layanan.availability.probe.TcpTarget;
import id.tangerangkota.layanan.availability.probe.TlsTarget;
import id.tangerangkota.layanan.availability.probe.WebAddress;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.web.TypedText;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * A check as typed; fields another kind of check has are null.
 *
 * @param layanan slug of the service
 * @param wadah where its listing runs
 * @param jenis the kind
 * @param versi as it was when the form was shown
 */
record CheckForm(@Nullable String layanan, @Nullable String wadah, @Nullable String jenis, @Nullable String alamat,
		@Nullable String port, @Nullable String metode, @Nullable String status, @Nullable String ikuti,
		@Nullable String ada, @Nullable String tiada, @Nullable String sisa, @Nullable String rekaman,
		@Nullable String nilai, @Nullable String batas, @Nullable String lambat, @Nullable String selang,
		@Nullable String gagal, @Nullable String berhasil, @Nullable String pelan, @Nullable String cara,
		@Nullable String versi) {

	static final String YES = "ya";

	private static final int LONGEST_PHRASE = 500;

	private static final int LONGEST_VALUE = 1000;

	private static final int MOST_IN_A_ROW = 20;

	private static final int LAST_PORT = 65535;

	private static final int MOST_DAYS = 3650;

	private static final int SHORTEST_INTERVAL = 10;

	private static final int DAY = 86_400;

	/** The usual, to be filled in. */
	static CheckForm usual(String service, Platform platform, CheckKind kind) {
		return new CheckForm(service, platform.name(), kind.name(), null, (kind == CheckKind.TLS) ? "443" : null,
				HttpTarget.Method.GET.name(), StatusRanges.USUAL.toString(), YES, null, null, "0",
				DnsTarget.Type.A.name(), null, Written.seconds(Target.USUAL_TIMEOUT),
				Written.seconds(CheckSpec.USUAL_SLOW), String.valueOf(CheckSpec.USUAL_INTERVAL.toSeconds()), "3", "2",
				"3", CheckMode.COUNTED.name(), null);
	}

	/** A check as it is. */
	static CheckForm of(CheckDetail check) {
		CheckSpec spec = check.spec();
		Target target = spec.target();
		HttpTarget http = (target instanceof HttpTarget is) ? is : null;
		TlsTarget tls = (target instanceof TlsTarget is) ? is : null;
		DnsTarget dns = (target instanceof DnsTarget is) ? is : null;
		Integer port = (tls != null) ? Integer.valueOf(tls.port())
				: (target instanceof TcpTarget tcp) ? Integer.valueOf(tcp.port()) : null;
		Duration slow = target.slow();
		return new CheckForm(null, check.platform().name(), check.spec().kind().name(),
				(http != null) ? http.address().toString() : target.host().toString(),
				(port != null) ? port.toString() : null, (http != null) ? http.method().name() : null,
				(http != null) ? http.expected().toString() : null,
				(http != null && http.followRedirects()) ? YES : null, (http != null) ? http.present() : null,
				(http != null) ? http.absent() : null, (tls != null) ? String.valueOf(tls.daysLeft()) : null,
				(dns != null) ? dns.type().name() : null, (dns != null) ? dns.expected() : null,
				Written.seconds(target.timeout()), (slow != null) ? Written.seconds(slow) : null,
				String.valueOf(spec.interval().toSeconds()), String.valueOf(spec.failures()),
				String.valueOf(spec.successes()), String.valueOf(spec.slows()), spec.mode().name(),
				String.valueOf(check.version()));
	}

	@Nullable CheckKind kind() {
		return TypedText.choice(CheckKind.values(), this.jenis);
	}

	@Nullable Platform platform() {
		return TypedText.choice(Platform.values(), this.wadah);
	}

	/** Of an edit; what cannot be read is older than anything. */
	int version() {
		return (this.versi != null && this.versi.matches("[0-9]{1,9}")) ? Integer.parseInt(this.versi) : -1;
	}

	/** Whatever is wrong is put on the fields; null then. */
	@Nullable CheckSpec spec(CheckKind kind, Errors errors) {
		Duration interval = Duration.ofSeconds(Written.number("selang", this.selang, SHORTEST_INTERVAL, DAY, errors));
		Duration timeout = Written.seconds("batas", this.batas, errors);
		Duration slow = TypedText.line(this.lambat).isEmpty() ? null : Written.seconds("lambat", this.lambat, errors);
		int failures = Written.number("gagal", this.gagal, 1, MOST_IN_A_ROW, errors);
		int successes = Written.number("berhasil", this.berhasil, 1, MOST_IN_A_ROW, errors);
		int slows = Written.number("pelan", this.pelan, 1, MOST_IN_A_ROW, errors);
		CheckMode mode = TypedText.choice(CheckMode.values(), this.cara);
		if (mode == null) {
			errors.rejectValue("cara", "monitoring.error.choose");
		}
		if (timeout != null && (timeout.toMillis() < 100 || timeout.compareTo(CheckSpec.LONGEST_TIMEOUT) > 0)) {
			errors.rejectValue("batas", "monitoring.error.timeout");
			timeout = null;
		}
		if (slow != null && slow.isZero()) {
			errors.rejectValue("lambat", "monitoring.error.slow");
			slow = null;
		}
		Target target = target(kind, (timeout != null) ? timeout : Target.USUAL_TIMEOUT, slow, errors);
		if (target == null || mode == null || errors.hasErrors()) {
			return null;
		}
		try {
			CheckSpec spec = new CheckSpec(target, interval, failures, successes, slows, mode);
			if (spec.hidesInnerNetwork()) {
				errors.rejectValue("cara", "monitoring.error.inner-network");
			}
			return spec;
		}
		catch (InvalidCheck ex) {
			// All else has been looked at above.
			errors.rejectValue("batas", "monitoring.error.overtakes",
					new Object[] { Math.max(SHORTEST_INTERVAL, interval.toSeconds() / 4) }, null);
			return null;
		}
	}

	private @Nullable Target target(CheckKind kind, Duration timeout, @Nullable Duration slow, Errors errors) {
		return switch (kind) {
			case HTTP -> http(timeout, slow, errors);
			case TLS -> {
				Host host = host(errors);
				int number = Written.number("port", this.port, 1, LAST_PORT, errors);
				int days = Written.number("sisa", this.sisa, 0, MOST_DAYS, errors);
				yield (host != null) ? new TlsTarget(host, number, days, timeout, slow) : null;
			}
			case TCP -> {
				Host host = host(errors);
				int number = Written.number("port", this.port, 1, LAST_PORT, errors);
				yield (host != null) ? new TcpTarget(host, number, timeout, slow) : null;
			}
			case DNS -> dns(timeout, slow, errors);
		};
	}

	private @Nullable Target http(Duration timeout, @Nullable Duration slow, Errors errors) {
		WebAddress address = read("alamat", () -> WebAddress.parse(TypedText.line(this.alamat)), errors);
		StatusRanges statuses = read("status", () -> StatusRanges.parse(TypedText.line(this.status)), errors);
		HttpTarget.Method method = TypedText.choice(HttpTarget.Method.values(), this.metode);
		if (method == null) {
			errors.rejectValue("metode", "monitoring.error.choose");
		}
		String present = phrase("ada", this.ada, method, errors);
		String absent = phrase("tiada", this.tiada, method, errors);
		return (address == null || statuses == null || method == null || errors.hasErrors()) ? null : new HttpTarget(
				address, method, statuses, YES.equals(this.ikuti), present, absent, false, timeout, slow);
	}

	private static @Nullable String phrase(String field, @Nullable String typed, HttpTarget.@Nullable Method method,
			Errors errors) {
		String phrase = TypedText.text(typed);
		if (phrase.isEmpty()) {
			return null;
		}
		Written.check(field, typed, false, LONGEST_PHRASE, errors);
		if (method == HttpTarget.Method.HEAD) {
			errors.rejectValue(field, "monitoring.error.head");
		}
		return phrase;
	}

	private @Nullable Target dns(Duration timeout, @Nullable Duration slow, Errors errors) {
		Host host = host(errors);
		DnsTarget.Type type = TypedText.choice(DnsTarget.Type.values(), this.rekaman);
		if (type == null) {
			errors.rejectValue("rekaman", "monitoring.error.choose");
		}
		Written.check("nilai", this.nilai, false, LONGEST_VALUE, errors);
		String value = TypedText.line(this.nilai);
		return (host == null || type == null || errors.hasErrors()) ? null : read("alamat",
				() -> new DnsTarget(host, type, value.isEmpty() ? null : value, timeout, slow), errors);
	}

	private @Nullable Host host(Errors errors) {
		return read("alamat", () -> new Host(TypedText.line(this.alamat).toLowerCase(Locale.ROOT)), errors);
	}

	private static <T> @Nullable T read(String field, Supplier<T> reader, Errors errors) {
		try {
			return reader.get();
		}
		catch (InvalidTarget ex) {
			errors.rejectValue(field, "monitoring.target." + ex.reason());
			return null;
		}
	}

}
