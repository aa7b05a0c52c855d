import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/**
 * How many complaints with a photo are handed in per second, each as a phone sends one it
 * has kept: the photo, then the whole form at once. An answer with a receipt means that it
 * is safe on disk. Started by filing.sh; without photos filing.lua does the same.
 */
class Filings {

	private static final String BASE = "/pengaduan/baru";

	private static final Pattern TOKEN = Pattern.compile("\"nilai\":\"([^\"]+)\"");

	/** About as many as there are places: similar ones near each other are usual. */
	private static final int PLACES = 8;

	private static final int USES_OF_A_SESSION = 20;

	private final URI portal;

	private final byte[] photo;

	private final Map<Integer, LongAdder> answers = new ConcurrentHashMap<>();

	Filings(URI portal) throws Exception {
		this.portal = portal;
		this.photo = photo();
	}

	/** Arguments: the portal, how many people at once, seconds. */
	public static void main(String[] args) throws Exception {
		Filings bench = new Filings(URI.create(args[0]));
		System.out.println(bench.run(Integer.parseInt(args[1]), Duration.ofSeconds(Long.parseLong(args[2]))));
	}

	private String run(int people, Duration time) throws Exception {
		List<Person> all = new ArrayList<>();
		for (int i = 0; i < people; i++) {
			all.add(new Person());
		}
		long start = System.nanoTime();
		long end = start + time.toNanos();
		LongAdder filed = new LongAdder();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> done = new ArrayList<>();
			for (Person person : all) {
				done.add(threads.submit(() -> {
					while (System.nanoTime() < end) {
						if (person.file()) {
							filed.increment();
						}
					}
					return null;
				}));
			}
			for (Future<?> one : done) {
				one.get();
			}
		}
		double seconds = (System.nanoTime() - start) / 1e9;
		return "%.1f per second; %d in %.1f s; answers %s".formatted(filed.sum() / seconds, filed.sum(), seconds,
				new TreeMap<>(this.answers));
	}

	/**
	 * Hands in a few with each session, and each from another address, as many as the
	 * limits of people allow.
	 */
	private final class Person {

		private final Random random = new Random();

		private final CookieManager cookies = new CookieManager();

		private final HttpClient client = HttpClient.newBuilder().cookieHandler(this.cookies).build();

		private String token = "";

		private int uses = USES_OF_A_SESSION;

		private void begin() throws Exception {
			this.cookies.getCookieStore().removeAll();
			this.uses = 0;
			HttpResponse<String> answer = this.client.send(
					HttpRequest.newBuilder(Filings.this.portal.resolve(BASE + "/token")).build(),
					BodyHandlers.ofString());
			Matcher token = TOKEN.matcher(answer.body());
			if (!token.find()) {
				throw new IllegalStateException("No token: " + answer.statusCode());
			}
			this.token = token.group(1);
		}

		boolean file() throws Exception {
			if (this.uses == USES_OF_A_SESSION) {
				begin();
			}
			this.uses++;
			UUID key = UUID.randomUUID();
			String address = "36." + this.random.nextInt(64, 96) + "." + this.random.nextInt(256) + "." + this.random.nextInt(1, 255);
			if (!upload(key, address)) {
				return false;
			}
			Map<String, String> form = new LinkedHashMap<>();
			form.put("_csrf", this.token);
			form.put("kunci", key.toString());
			form.put("jenis", "pengaduan");
			form.put("tentang", "tempat");
			form.put("kategori", "jalan-rusak");
			form.put("kelurahan", "36.71.01.100" + (1 + this.uses % PLACES));
			form.put("alamat", "Jalan Kenanga nomor " + Math.floorMod(key.hashCode(), 400));
			form.put("judul", "Lubang di depan rumah " + key.toString().substring(0, 8));
			form.put("isi", "Lubang itu dalam, airnya tidak surut, dan sudah dua motor jatuh. Mohon segera ditutup. " + key);
			form.put("identitas", "ya");
			String body = form.entrySet()
				.stream()
				.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
				.collect(Collectors.joining("&"));
			return send("/kirim", address, "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8)) == 200;
		}

		private boolean upload(UUID key, String address) throws Exception {
			ByteArrayOutputStream body = new ByteArrayOutputStream();
			for (Map.Entry<String, String> field : Map.of("_csrf", this.token, "kunci", key.toString()).entrySet()) {
				body.writeBytes(("--batas\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
						+ field.getValue() + "\r\n")
					.getBytes(StandardCharsets.UTF_8));
			}
			body.writeBytes("--batas\r\nContent-Disposition: form-data; name=\"foto\"; filename=\"foto.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
				.getBytes(StandardCharsets.UTF_8));
			body.writeBytes(Filings.this.photo);
			body.writeBytes("\r\n--batas--\r\n".getBytes(StandardCharsets.UTF_8));
			return send("/foto", address, "multipart/form-data; boundary=batas", body.toByteArray()) == 200;
		}

		private int send(String path, String address, String type, byte[] body) throws Exception {
			int status = this.client.send(HttpRequest.newBuilder(Filings.this.portal.resolve(BASE + path))
				.header("Content-Type", type)
				.header("Accept", "application/json")
				.header("Origin", Filings.this.portal.toString())
				.header("X-Forwarded-For", address)
				.POST(BodyPublishers.ofByteArray(body))
				.build(), BodyHandlers.discarding()).statusCode();
			Filings.this.answers.computeIfAbsent(status, (one) -> new LongAdder()).increment();
			return status;
		}

	}

	/** As a phone has made it smaller: 1600 × 1200, some hundred kilobytes. */
	private static byte[] photo() throws Exception {
		BufferedImage picture = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
		Graphics2D pen = picture.createGraphics();
		Random random = new Random(1);
		for (int i = 0; i < 4000; i++) {
			pen.setColor(new Color(random.nextInt(0xffffff)));
			pen.fillOval(random.nextInt(1600), random.nextInt(1200), 5 + random.nextInt(60), 5 + random.nextInt(60));
		}
		pen.dispose();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(picture, "jpeg", out);
		return out.toByteArray();
	}

}
