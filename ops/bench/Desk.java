import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

import id.tangerangkota.layanan.LayananApplication;
import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintDesk;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.Reporter;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.region.RegionCode;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How many complaints a second the desk takes, each in a transaction of its own, without
 * the web in front: what pgbench does, done by the portal. Started by filing.sh.
 */
class Desk {

	/** About as many as there are places: similar ones near each other are usual. */
	private static final int PLACES = 8;

	private final ComplaintDesk desk;

	Desk(ComplaintDesk desk) {
		this.desk = desk;
	}

	/** Arguments: people at once, seconds to warm up, seconds, then those of the portal. */
	public static void main(String[] args) throws Exception {
		String[] options = List.of(args).subList(3, args.length).toArray(String[]::new);
		try (ConfigurableApplicationContext portal = SpringApplication.run(LayananApplication.class, options)) {
			Desk bench = new Desk(portal.getBean(ComplaintDesk.class));
			int people = Integer.parseInt(args[0]);
			bench.run(people, Duration.ofSeconds(Long.parseLong(args[1])));
			System.out.printf("the desk alone: %.0f per second%n",
					bench.run(people, Duration.ofSeconds(Long.parseLong(args[2]))));
		}
	}

	private double run(int people, Duration time) throws Exception {
		long start = System.nanoTime();
		long end = start + time.toNanos();
		LongAdder taken = new LongAdder();
		try (ExecutorService threads = Executors.newFixedThreadPool(people)) {
			List<Future<?>> all = new ArrayList<>();
			for (int i = 0; i < people; i++) {
				Random random = new Random(i);
				all.add(threads.submit(() -> {
					while (System.nanoTime() < end) {
						this.desk.file(complaint(random));
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

	private static Submission complaint(Random random) {
		UUID key = UUID.randomUUID();
		ComplaintPlace place = new ComplaintPlace(new RegionCode("36.71.01.100" + (1 + random.nextInt(PLACES))),
				"Jalan Kenanga nomor " + random.nextInt(400), null, null);
		return new Submission(key, Channel.WEB, ComplaintKind.COMPLAINT, "jalan-rusak", null, place,
				"Lubang di depan rumah " + key.toString().substring(0, 8),
				"Lubang itu dalam, airnya tidak surut, dan sudah dua motor jatuh. Mohon segera ditutup. " + key, false, false,
				false, Reporter.nobody(Language.INDONESIAN), null, null);
	}

}
