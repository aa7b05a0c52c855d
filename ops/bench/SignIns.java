import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How many people sign in per second where hashing is the limit, and whether reading gets
 * slower while many try to. Started by sign-in.sh.
 */
class SignIns {

	private static final String PAGE = "/layanan";

	private static final String PASSWORD = "perahu kecil di hulu sungai";

	/** A read every so often, whether or not the one before was answered. */
	private static final int READS_A_SECOND = 200;

	private static final int PEOPLE = 20;

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private final URI portal;

	private final Duration time;

	private final HttpClient client = HttpClient.newHttpClient();

	SignIns(URI portal, Duration time) {
		this.portal = portal;
		this.time = time;
	}

	/**
	 * One process for each role, or visitors who sign in would slow down the one who
	 * reads. Each does what a line of its input says, and answers with a line.
	 */
	public static void main(String[] args) throws Exception {
		SignIns bench = new SignIns(URI.create(args[1]), Duration.ofSeconds(Long.parseLong(args[2])));
		boolean reads = args[0].equals("read");
		List<String> people = reads ? List.of() : bench.register();
		BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
		for (String line = lines.readLine(); line != null; line = lines.readLine()) {
			String[] words = line.split(" ");
			System.out.println(reads ? bench.read()
					: bench.signIn(people, Integer.parseInt(words[0]), words[1].equals("patiently")));
		}
	}

	/** Reads a kept page at a steady rate; the clock of each read starts when it was due. */
	private String read() throws InterruptedException {
		int reads = (int) (READS_A_SECOND * this.time.toSeconds());
		long[] nanos = new long[reads];
		HttpRequest request = HttpRequest.newBuilder(this.portal.resolve(PAGE)).header("Accept-Encoding", "gzip").build();
		long start = System.nanoTime();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < reads; i++) {
				int number = i;
				long due = start + i * TimeUnit.SECONDS.toNanos(1) / READS_A_SECOND;
				LockSupport.parkNanos(due - System.nanoTime());
				threads.submit(() -> {
					int status = this.client.send(request, BodyHandlers.discarding()).statusCode();
					nanos[number] = (status == 200) ? System.nanoTime() - due : Long.MAX_VALUE;
					return null;
				});
			}
		}
		Arrays.sort(nanos);
		return "p50 %.2f ms, p99 %.2f ms, longest %.1f ms, %d reads".formatted(millis(nanos[reads / 2]),
				millis(nanos[(int) (reads * .99)]), millis(nanos[reads - 1]), reads);
	}

	private static double millis(long nanos) {
		return nanos / 1e6;
	}

	/**
	 * People who sign in over and over.
	 * @param patient whether they wait as the portal tells them
	 */
	private String signIn(List<String> people, int atOnce, boolean patient) throws Exception {
		Map<Integer, LongAdder> answers = new ConcurrentHashMap<>();
		long end = System.nanoTime() + this.time.toNanos();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> done = new ArrayList<>();
			for (int i = 0; i < atOnce; i++) {
				String nik = people.get(i % people.size());
				done.add(threads.submit(() -> {
					while (System.nanoTime() < end) {
						HttpResponse<String> answer = post("/masuk", Map.of("nik", nik, "sandi", PASSWORD));
						answers.computeIfAbsent(answer.statusCode(), (status) -> new LongAdder()).increment();
						long wait = answer.headers().firstValueAsLong("Retry-After").orElse(0);
						if (patient && wait > 0) {
							long seconds = Math.min(TimeUnit.SECONDS.toNanos(wait), Math.max(0, end - System.nanoTime()));
							LockSupport.parkNanos((long) (seconds * ThreadLocalRandom.current().nextDouble(1, 1.5)));
						}
					}
					return null;
				}));
			}
			for (Future<?> one : done) {
				one.get();
			}
		}
		long in = answers.getOrDefault(303, new LongAdder()).sum() + answers.getOrDefault(302, new LongAdder()).sum();
		return "%.1f signed in per second; answers %s".formatted((double) in / this.time.toSeconds(),
				new TreeMap<>(answers));
	}

	private List<String> register() throws Exception {
		List<String> people = new ArrayList<>();
		int serial = ThreadLocalRandom.current().nextInt(1, 9000);
		for (int i = 0; i < PEOPLE; i++) {
			String nik = "367101%02d0190%04d".formatted(1 + i, serial + i);
			HttpResponse<String> answer = post("/daftar",
					Map.of("nik", nik, "nama", "Warga Ukur", "sandi", PASSWORD, "surel", ""));
			if (answer.statusCode() >= 400) {
				throw new IllegalStateException("Nobody can register: " + answer.statusCode());
			}
			people.add(nik);
		}
		return people;
	}

	/** Asks for a form and sends it, as a visitor nobody saw before. */
	private HttpResponse<String> post(String path, Map<String, String> fields)
			throws IOException, InterruptedException {
		HttpRequest get = HttpRequest.newBuilder(this.portal.resolve(path)).build();
		HttpResponse<String> form = this.client.send(get, BodyHandlers.ofString());
		Matcher token = TOKEN.matcher(form.body());
		if (!token.find()) {
			return form;
		}
		Map<String, String> all = new TreeMap<>(fields);
		all.put("_csrf", token.group(1));
		String body = all.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		String cookies = form.headers()
			.allValues("Set-Cookie")
			.stream()
			.map((cookie) -> cookie.split(";", 2)[0])
			.collect(Collectors.joining("; "));
		HttpRequest post = HttpRequest.newBuilder(this.portal.resolve(path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Origin", this.portal.toString())
			.header("Cookie", cookies)
			.POST(BodyPublishers.ofString(body))
			.build();
		return this.client.send(post, BodyHandlers.ofString());
	}

}
