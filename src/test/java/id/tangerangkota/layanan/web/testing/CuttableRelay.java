package id.tangerangkota.layanan.web.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to the database that can be cut, made silent, and mended. */
public final class CuttableRelay implements AutoCloseable {

	private final ServerSocket server;

	private final int target;

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private volatile boolean cut;

	private volatile boolean silent;

	public CuttableRelay(int target) {
		this.target = target;
		try {
			this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.startVirtualThread(this::accept);
	}

	public int port() {
		return this.server.getLocalPort();
	}

	public void cut() {
		this.cut = true;
		this.open.forEach(CuttableRelay::closeQuietly);
	}

	/** From now on nothing arrives, and nobody is told so. */
	public void hush() {
		this.silent = true;
	}

	/** What was swallowed stays so: connections it was for are cut. */
	public void mend() {
		this.cut = false;
		if (this.silent) {
			this.silent = false;
			this.open.forEach(CuttableRelay::closeQuietly);
		}
	}

	private void accept() {
		while (!this.server.isClosed()) {
			try {
				Socket client = this.server.accept();
				if (this.cut) {
					client.close();
					continue;
				}
				Socket database = new Socket(InetAddress.getLoopbackAddress(), this.target);
				this.open.add(client);
				this.open.add(database);
				Thread.startVirtualThread(() -> copy(client, database));
				Thread.startVirtualThread(() -> copy(database, client));
			}
			catch (IOException ex) {
				// Closed, or the client has gone.
			}
		}
	}

	private void copy(Socket from, Socket to) {
		try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
			byte[] some = new byte[8192];
			for (int read = in.read(some); read >= 0; read = in.read(some)) {
				if (!this.silent) {
					out.write(some, 0, read);
				}
			}
		}
		catch (IOException ex) {
			// Cut.
		}
		finally {
			this.open.remove(from);
			this.open.remove(to);
		}
	}

	private static void closeQuietly(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			// It is gone, as it should.
		}
	}

	@Override
	public void close() throws IOException {
		this.server.close();
		cut();
	}

}
