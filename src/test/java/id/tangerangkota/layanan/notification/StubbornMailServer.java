package id.tangerangkota.layanan.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * A mail server that answers some commands as it is told and all others kindly. An empty
 * answer hangs up.
 */
class StubbornMailServer implements AutoCloseable {

	private final ServerSocket server;

	private final Map<String, String> answers;

	/** What it took, whole. */
	final List<String> taken = new CopyOnWriteArrayList<>();

	StubbornMailServer(Map<String, String> answers) {
		this.answers = answers;
		try {
			this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.startVirtualThread(this::accept);
	}

	JavaMailSenderImpl client() {
		return client(this.server.getLocalPort());
	}

	static JavaMailSenderImpl client(int port) {
		JavaMailSenderImpl client = new JavaMailSenderImpl();
		client.setHost("localhost");
		client.setPort(port);
		client.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "2000");
		client.getJavaMailProperties().setProperty("mail.smtp.timeout", "2000");
		return client;
	}

	private void accept() {
		while (!this.server.isClosed()) {
			try {
				Socket socket = this.server.accept();
				Thread.startVirtualThread(() -> serve(socket));
			}
			catch (IOException ex) {
				// Closed.
			}
		}
	}

	private void serve(Socket socket) {
		try (socket;
				BufferedReader in = new BufferedReader(
						new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
			say(socket, "220 stubborn");
			String line = in.readLine();
			while (line != null) {
				String command = line.split("[ :]", 2)[0].toUpperCase();
				String answer = answer(command);
				if (answer.isEmpty()) {
					return;
				}
				say(socket, answer);
				if (answer.startsWith("354")) {
					String mail = mail(in);
					String end = answer("END");
					if (end.startsWith("250")) {
						this.taken.add(mail);
					}
					say(socket, end);
				}
				line = in.readLine();
			}
		}
		catch (IOException ex) {
			// The client hung up.
		}
	}

	private String answer(String command) {
		return this.answers.getOrDefault(command, switch (command) {
			case "DATA" -> "354 go on";
			case "QUIT" -> "221 bye";
			default -> "250 ok";
		});
	}

	private static String mail(BufferedReader in) throws IOException {
		StringBuilder mail = new StringBuilder();
		String line = in.readLine();
		while (line != null && !line.equals(".")) {
			mail.append(line).append('\n');
			line = in.readLine();
		}
		return mail.toString();
	}

	private static void say(Socket socket, String line) throws IOException {
		socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
		socket.getOutputStream().flush();
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

}
