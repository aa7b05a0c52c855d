import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

import id.tangerangkota.layanan.LayananApplication;
import id.tangerangkota.layanan.attachment.AttachmentOwner;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintDesk;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.Reporter;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.complaint.filing.Draft;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.region.RegionCode;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many complaints a second the desk takes, each in a transaction of its own, without
 * the web in front: what pgbench does, done by the portal. Then the same with a photo each
 * that was uploaded before, as in the form, where it is a step of its own. Started by
 * filing.sh.
 */
class Desk {

	/** About as many as there are places: similar ones near each other are usual. */
	private static final int PLACES = 8;

	/** More than any machine takes in the time. */
	private static final int PHOTOS = 300_000;

	private final ComplaintDesk desk;

	private final AtomicInteger photos = new AtomicInteger();

	Desk(ComplaintDesk desk) {
		this.desk = desk;
	}

	/** Arguments: people at once, seconds to warm up, seconds, then those of the portal. */
	public static void main(String[] args) throws Exception {
		String[] options = List.of(args).subList(3, args.length).toArray(String[]::new);
		try (ConfigurableApplicationContext portal = SpringApplication.run(LayananApplication.class, options)) {
			Desk bench = new Desk(portal.getBean(ComplaintDesk.class));
			int people = Integer.parseInt(args[0]);
			Duration time = Duration.ofSeconds(Long.parseLong(args[2]));
			bench.run(people, Duration.ofSeconds(Long.parseLong(args[1])), false);
			System.out.printf("the desk alone: %.0f per second%n", bench.run(people, time, false));
			upload(portal.getBean(JdbcClient.class));
			bench.run(people, Duration.ofSeconds(5), true);
			System.out.printf("the desk alone, with a photo uploaded before: %.0f per second%n",
					bench.run(people, time, true));
		}
	}

	/** What is known of the photos; nobody reads their bytes when they are handed in. */
	private static void upload(JdbcClient jdbc) {
		jdbc.sql("""
				insert into attachment.attachment (id, owner_kind, owner_id, kind, sha256, media_type, size, width, height, tag,
					thumbnail_size, created_at)
				select gen_random_uuid(), ?, cast(md5('photo' || i) as uuid), 'PHOTO', sha256(cast('photo' || i as bytea)),
					'image/jpeg', 180000, 1600, 1200, md5('photo' || i), 9000, now() from generate_series(1, ?) i""")
			.params(Draft.ATTACHMENTS, PHOTOS)
			.update();
		jdbc.sql("analyze attachment.attachment").update();
	}

	private double run(int people, Duration time, boolean photo) throws Exception {
		long start = System.nanoTime();
		long end = start + time.toNanos();
		LongAdder taken = new LongAdder();
		try (ExecutorService threads = Executors.newFixedThreadPool(people)) {
			List<Future<?>> all = new ArrayList<>();
			for (int i = 0; i < people; i++) {
				Random random = new Random(i);
				all.add(threads.submit(() -> {
					while (System.nanoTime() < end) {
						this.desk.file(complaint(random, photo));
						taken.increment();
					}
					return null;
				}));
			}
			for (Future<?> one : all) {
				one.get();
			}
		}
		return taken.sum() * 1e9 / (System.nanoTime() - start);
	}

	private Submission complaint(Random random, boolean photo) throws Exception {
		UUID key = photo ? keyOfPhoto() : UUID.randomUUID();
		ComplaintPlace place = new ComplaintPlace(new RegionCode("36.71.01.100" + (1 + random.nextInt(PLACES))),
				"Jalan Kenanga nomor " + random.nextInt(400), null, null);
		return new Submission(key, Channel.WEB, ComplaintKind.COMPLAINT, "jalan-rusak", null, place,
				"Lubang di depan rumah " + key.toString().substring(0, 8),
				"Lubang itu dalam, airnya tidak surut, dan sudah dua motor jatuh. Mohon segera ditutup. " + key, false, false,
				false, Reporter.nobody(Language.INDONESIAN), photo ? new AttachmentOwner(Draft.ATTACHMENTS, key) : null, null);
	}

	private UUID keyOfPhoto() throws Exception {
		int number = this.photos.incrementAndGet();
		if (number > PHOTOS) {
			throw new IllegalStateException("No photo is left");
		}
		ByteBuffer hash = ByteBuffer
			.wrap(MessageDigest.getInstance("MD5").digest(("photo" + number).getBytes(StandardCharsets.UTF_8)));
		return new UUID(hash.getLong(), hash.getLong());
	}

}
