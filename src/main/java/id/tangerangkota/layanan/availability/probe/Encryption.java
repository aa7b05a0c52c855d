package id.tangerangkota.layanan.availability.probe;

import java.net.Socket;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.X509ExtendedTrustManager;

import io.netty.channel.Channel;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslContextOption;
import io.netty.handler.ssl.OpenSslSessionContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The encrypted side of connections: BoringSSL, or the JDK's TLS where this platform has
 * none, which costs two to three times the processor time. Every handshake is a full one,
 * so that a certificate is seen whenever it is looked at; {@link Certificates} judges it
 * afterwards, before anything is asked.
 */
final class Encryption {

	private static final Logger logger = LoggerFactory.getLogger(Encryption.class);

	/**
	 * Every server knows one of them. The hybrid key exchange that would come first keeps
	 * secrets for decades, costs a quarter of a check, and checks have no secrets.
	 */
	private static final String[] GROUPS = { "x25519", "secp256r1", "secp384r1" };

	private final SslContext context;

	Encryption() {
		this(OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK);
	}

	Encryption(SslProvider provider) {
		if (provider == SslProvider.JDK) {
			logger.warn("Checks use the JDK's TLS: BoringSSL cannot be loaded on this platform");
		}
		try {
			SslContextBuilder builder = SslContextBuilder.forClient()
				.sslProvider(provider)
				.trustManager(new Witness())
				.endpointIdentificationAlgorithm(null);
			if (provider != SslProvider.JDK) {
				builder.option(OpenSslContextOption.GROUPS, GROUPS);
			}
			this.context = builder.build();
		}
		catch (SSLException ex) {
			throw new IllegalStateException("No TLS", ex);
		}
		if (this.context.sessionContext() instanceof OpenSslSessionContext sessions) {
			sessions.setSessionCacheEnabled(false);
		}
		else {
			this.context.sessionContext().setSessionTimeout(1);
			this.context.sessionContext().setSessionCacheSize(1);
		}
	}

	SslHandler handler(Channel channel, Host host, int port) {
		SslHandler handler = this.context.newHandler(channel.alloc(), host.name(), port);
		// The check's own limit holds for all of it.
		handler.setHandshakeTimeoutMillis(0);
		return handler;
	}

	/** Lets every certificate pass, to be judged after the handshake. */
	private static final class Witness extends X509ExtendedTrustManager {

		private static final X509Certificate[] NONE = {};

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String authType) {
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
		}

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String authType) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
			throw new UnsupportedOperationException();
		}

		@Override
		public X509Certificate[] getAcceptedIssuers() {
			return NONE;
		}

	}

}
