package id.tangerangkota.layanan.availability.probe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

/** Says what a test wants to whoever connects, on all loopback addresses. */
final class LoopbackServer implements AutoCloseable {

	/** Never counted down: whoever waits for it hangs until the server closes. */
	private static final CountDownLatch NEVER = new CountDownLatch(1);

	private final ServerSocket listening;

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final AtomicInteger connections = new AtomicInteger();

	interface Conversation {

		void hold(Socket socket, LoopbackServer server) throws IOException, InterruptedException;

	}

	private LoopbackServer(@Nullable SSLContext tls, Conversation conversation) {
		try {
			this.listening = (tls != null) ? tls.getServerSocketFactory().createServerSocket(0, 500)
					: new ServerSocket(0, 500, InetAddress.getByName("0.0.0.0"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().start(() -> accept(conversation));
	}

	static LoopbackServer talking(Conversation conversation) {
		return new LoopbackServer(null, conversation);
	}

	static LoopbackServer talking(SSLContext tls, Conversation conversation) {
		return new LoopbackServer(tls, conversation);
	}

	/** Reads the request, gives this answer, byte for byte, and hangs up. */
	static LoopbackServer answering(String answer) {
		return talking(answer(answer));
	}

	static Conversation answer(String answer) {
		return (socket, server) -> {
			server.request(socket);
			socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
		};
	}

	static String ok(String body) {
		return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
				+ body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n"
				+ new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
	}

	static String redirect(String location) {
		return "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
	}

	/** Accepts and says nothing until the server closes or the peer leaves. */
	static void hang(Socket socket) throws InterruptedException, IOException {
		if (socket.getInputStream().read() >= 0) {
			NEVER.await();
		}
	}

	/** Lets the peer wait. */
	static void dawdle(Duration time) throws InterruptedException {
		NEVER.await(time.toMillis(), TimeUnit.MILLISECONDS);
	}

	/** The first line of the request; its headers are kept. */
	String request(Socket socket) throws IOException {
		BufferedReader lines = new BufferedReader(
				new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
		StringBuilder head = new StringBuilder();
		for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
			head.append(line).append('\n');
		}
		this.requests.add(head.toString());
		return head.toString().lines().findFirst().orElse("");
	}

	int port() {
		return this.listening.getLocalPort();
	}

	/** Where it is, by an address. */
	String url() {
		return "http://127.0.0.1:" + port() + "/";
	}

	List<String> requests() {
		return this.requests;
	}

	int connections() {
		return this.connections.get();
	}

	private void accept(Conversation conversation) {
		while (!this.listening.isClosed()) {
			try {
				Socket socket = this.listening.accept();
				this.connections.incrementAndGet();
				this.open.add(socket);
				Thread.ofVirtual().start(() -> talk(socket, conversation));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void talk(Socket socket, Conversation conversation) {
		try (socket) {
			conversation.hold(socket, this);
		}
		catch (IOException | InterruptedException ex) {
			// The check left, or the test is over.
		}
		finally {
			this.open.remove(socket);
		}
	}

	@Override
	public void close() {
		try {
			this.listening.close();
			for (Socket socket : this.open) {
				socket.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
