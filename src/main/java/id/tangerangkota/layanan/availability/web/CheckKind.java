package id.tangerangkota.layanan.availability.web;

import id.tangerangkota.layanan.availability.probe.DnsTarget;
import id.tangerangkota.layanan.availability.probe.HttpTarget;
import id.tangerangkota.layanan.availability.probe.Target;
import id.tangerangkota.layanan.availability.probe.TcpTarget;
import id.tangerangkota.layanan.availability.probe.TlsTarget;

/** What checks ask, as forms offer it. */
enum CheckKind {

	HTTP, TLS, TCP, DNS;

	static CheckKind of(Target target) {
		return switch (target) {
			case HttpTarget http -> HTTP;
			case TlsTarget tls -> TLS;
			case TcpTarget tcp -> TCP;
			case DnsTarget dns -> DNS;
		};
	}

	/** What is asked, on one line. */
	static String address(Target target) {
		return switch (target) {
			case HttpTarget http -> http.address().toString();
			case TlsTarget tls -> tls.host() + ":" + tls.port();
			case TcpTarget tcp -> tcp.host() + ":" + tcp.port();
			case DnsTarget dns -> dns.host().toString();
		};
	}

}
