package id.tangerangkota.layanan.availability.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import id.tangerangkota.layanan.availability.CheckKind;
import id.tangerangkota.layanan.availability.probe.DnsTarget;
import id.tangerangkota.layanan.availability.probe.Host;
import id.tangerangkota.layanan.availability.probe.HttpTarget;
import id.tangerangkota.layanan.availability.probe.StatusRanges;
import id.tangerangkota.layanan.availability.probe.Target;
import id.tangerangkota.layanan.availability.probe.TcpTarget;
import id.tangerangkota.layanan.availability.probe.TlsTarget;
import id.tangerangkota.layanan.availability.probe.WebAddress;
import org.jspecify.annotations.Nullable;

/** How a target stands in the columns of {@code availability.check_definition}. */
final class TargetColumns {

	private TargetColumns() {
	}

	static Target read(ResultSet row) throws SQLException {
		Duration timeout = time(row.getInt("timeout_ms"), Target.USUAL_TIMEOUT);
		int slowMillis = row.getInt("slow_ms");
		Duration slow = row.wasNull() ? null : time(slowMillis, CheckSpec.USUAL_SLOW);
		String target = row.getString("target");
		return switch (CheckKind.valueOf(row.getString("kind"))) {
			case HTTP -> new HttpTarget(WebAddress.parse(target), HttpTarget.Method.valueOf(row.getString("method")),
					StatusRanges.parse(row.getString("statuses")), row.getBoolean("redirects"),
					row.getString("present"), row.getString("absent"), false, timeout, slow);
			case TLS -> new TlsTarget(host(target), port(target), row.getInt("days_left"), timeout, slow);
			case TCP -> new TcpTarget(host(target), port(target), timeout, slow);
			case DNS -> new DnsTarget(new Host(target), DnsTarget.Type.valueOf(row.getString("record_type")),
					row.getString("record_value"), timeout, slow);
		};
	}

	/** All columns by name; null for those the kind does not have. */
	static Map<String, @Nullable Object> write(Target target) {
		Map<String, @Nullable Object> columns = new HashMap<>();
		for (String column : new String[] { "method", "statuses", "redirects", "present", "absent", "days_left",
				"record_type", "record_value" }) {
			columns.put(column, null);
		}
		Duration slow = target.slow();
		columns.put("timeout_ms", target.timeout().toMillis());
		columns.put("slow_ms", (slow != null) ? slow.toMillis() : null);
		columns.put("target", text(target));
		columns.put("kind", kind(target).name());
		switch (target) {
			case HttpTarget http -> {
				columns.put("method", http.method().name());
				columns.put("statuses", http.expected().toString());
				columns.put("redirects", http.followRedirects());
				columns.put("present", http.present());
				columns.put("absent", http.absent());
			}
			case TlsTarget tls -> columns.put("days_left", tls.daysLeft());
			case TcpTarget tcp -> {
			}
			case DnsTarget dns -> {
				columns.put("record_type", dns.type().name());
				columns.put("record_value", dns.expected());
			}
		}
		return columns;
	}

	static CheckKind kind(Target target) {
		return switch (target) {
			case HttpTarget http -> CheckKind.HTTP;
			case TlsTarget tls -> CheckKind.TLS;
			case TcpTarget tcp -> CheckKind.TCP;
			case DnsTarget dns -> CheckKind.DNS;
		};
	}

	static String text(Target target) {
		return switch (target) {
			case HttpTarget http -> http.address().toString();
			case TlsTarget tls -> tls.host() + ":" + tls.port();
			case TcpTarget tcp -> tcp.host() + ":" + tcp.port();
			case DnsTarget dns -> dns.host().toString();
		};
	}

	private static Host host(String target) {
		return new Host(target.substring(0, target.lastIndexOf(':')));
	}

	private static int port(String target) {
		return Integer.parseInt(target.substring(target.lastIndexOf(':') + 1));
	}

	/** Almost all checks have the usual times: one object stands for them all. */
	private static Duration time(int millis, Duration usual) {
		return (millis == usual.toMillis()) ? usual : Duration.ofMillis(millis);
	}

}
