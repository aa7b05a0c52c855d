package id.tangerangkota.layanan.identity;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.identity.delivery.AccountMessage.Kind;
import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.identity.testing.Letterbox;
import id.tangerangkota.layanan.identity.testing.Niks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whether a link was sent cannot be told from the time the answer takes. */
@Tag("speed")
@PortalTest
class PasswordResetIntegrationTests {

	private static final Logger log = LoggerFactory.getLogger(PasswordResetIntegrationTests.class);

	private static final int TRIES = 200;

	private static final int WARM_UP = 20;

	private static final double FIVE_MILLISECONDS = 5;

	private static final String ADDRESS = "203.0.113.8";

	@Autowired
	private PasswordDesk desk;

	@Autowired
	private AccountDesk accounts;

	@Autowired
	private Registration registration;

	@Autowired
	private Letterbox letters;

	@Autowired
	private DataSource dataSource;

	@Autowired
	private JdbcClient jdbc;

	private Nik known;

	private String email;

	@BeforeEach
	void register() {
		this.known = Nik.parse(Niks.next());
		this.email = this.known.digits() + "@contoh.id";
		this.registration.register(new Registration.Application(this.known, "Siti Aminah", "kopi pagi hujan deras",
				new Email(this.email), ADDRESS));
		assertThat(this.accounts.confirmEmail(
				this.letters.link(this.email, Kind.CONFIRM_EMAIL).replaceFirst(".*/", "").replaceFirst("\\?.*", "")))
			.isTrue();
	}

	@Test
	void answersBeforeTheLinkIsMade() throws Exception {
		int before = this.letters.to(this.email).size();
		try (Connection other = this.dataSource.getConnection(); Statement statement = other.createStatement()) {
			other.setAutoCommit(false);
			statement.execute("lock table identity.one_time_token in exclusive mode");
			this.desk.sendLink(this.known, ADDRESS);
			assertThat(this.letters.to(this.email)).hasSize(before);
			other.rollback();
		}
		await().until(() -> this.letters.to(this.email).size() == before + 1);
	}

	/** In turn, so that whatever else the machine does falls on both. */
	@Test
	void takesAsLongForAnUnknownNikAsForOneWithALink() {
		Nik unknown = Nik.parse(Niks.next());
		List<Double> knownTimes = new ArrayList<>();
		List<Double> unknownTimes = new ArrayList<>();
		for (int i = 0; i < WARM_UP + TRIES; i++) {
			double first = milliseconds(this.known);
			double second = milliseconds(unknown);
			if (i >= WARM_UP) {
				knownTimes.add(first);
				unknownTimes.add(second);
			}
		}
		double difference = Math.abs(median(knownTimes) - median(unknownTimes));
		log.info("Reset asked: known {} ms, unknown {} ms, difference {} ms", median(knownTimes), median(unknownTimes),
				difference);
		assertThat(difference).isLessThan(FIVE_MILLISECONDS);
		await().atMost(Duration.ofSeconds(30))
			.until(() -> this.letters.to(this.email)
				.stream()
				.filter((one) -> one.kind() == Kind.RESET_PASSWORD)
				.count() == WARM_UP + TRIES);
	}

	private double milliseconds(Nik nik) {
		// Nobody may ask so often.
		this.jdbc.sql("delete from throttle.bucket").update();
		long start = System.nanoTime();
		this.desk.sendLink(nik, ADDRESS);
		return (System.nanoTime() - start) / 1e6;
	}

	private static double median(List<Double> values) {
		return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
	}

}
