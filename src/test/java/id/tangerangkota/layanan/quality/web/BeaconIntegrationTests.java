package id.tangerangkota.layanan.quality.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.Indicator.SourceMissing;
import id.tangerangkota.layanan.web.PageClock;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What browsers tell of the speed of pages, and what others would like them to tell. */
@PortalTest
class BeaconIntegrationTests {

	private static final String GOOD = "r=%2Flayanan%2F%7Bslug%7D&d=s&h=42&t=120&l=1800&c=15&i=64";

	private static final HttpClient HTTP = from("127.0.0.1");

	/** Another network, which alone is throttled. */
	private static final HttpClient MANY = from("127.0.7.1");

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private Map<String, Indicator> indicators;

	private LocalDate today;

	@BeforeEach
	void empty() {
		this.jdbc.sql("delete from quality.page_timing").update();
		this.jdbc.sql("delete from throttle.bucket").update();
		this.today = PageClock.day(Clock.systemUTC().instant());
	}

	@Test
	void countsAViewInClassesAndKeepsNothingElse() {
		HttpResponse<String> answer = send(GOOD, "text/plain;charset=UTF-8", "same-origin");
		assertThat(answer.statusCode()).isEqualTo(204);
		assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
		send(GOOD, "text/plain;charset=UTF-8", "same-origin");
		assertThat(this.jdbc
			.sql("select measure || ' ' || route || ' ' || device || ' ' || views from quality.page_timing")
			.query(String.class)
			.list()).containsExactlyInAnyOrder("LCP /layanan/{slug} S 2", "INP /layanan/{slug} S 2",
					"CLS /layanan/{slug} S 2", "TTFB /layanan/{slug} S 2", "HOME_TO_SERVICE /layanan/{slug} S 2");
		assertThat(count("pageLcp")).isBetween(1600.0, 1800.0);
		assertThat(count("pageInp")).isBetween(50.0, 75.0);
		assertThat(count("pageCls")).isBetween(0.01, 0.02);
		assertThat(count("homeToService")).isBetween(40_000.0, 50_000.0);
		assertThatExceptionOfType(SourceMissing.class)
			.isThrownBy(() -> this.indicators.get("pageLcp").count(this.today.minusDays(1)));
	}

	private double count(String indicator) {
		Indicator counting = this.indicators.get(indicator);
		return counting.value(counting.count(this.today).getFirst().sum());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "halo", "r=%2F&d=s&t=-1", "r=%2F&d=s&t=NaN", "r=%2Fadmin&d=s&t=1",
			"r=%2Ftidak-ada&d=s&t=1", "r=%2Flayanan%2Fspmb&d=s&t=1", "r=%2F&d=s&t=999999999" })
	void refusesAndCountsWhatNoPageSends(String body) {
		double before = refused();
		assertThat(send(body, "text/plain", "same-origin").statusCode()).isEqualTo(400);
		assertThat(refused()).isEqualTo(before + 1);
		assertNothingKept();
	}

	@Test
	void readsNoMoreThanItMust() {
		double before = refused();
		assertThat(send("r=%2F&d=s&t=1&" + "x".repeat(5_000_000), "text/plain", "same-origin").statusCode())
			.isEqualTo(400);
		assertThat(send(GOOD, "application/x-www-form-urlencoded", "same-origin").statusCode()).isEqualTo(400);
		assertThat(send(GOOD, "application/json", "same-origin").statusCode()).isEqualTo(400);
		assertThat(refused()).isEqualTo(before + 3);
		assertNothingKept();
	}

	@Test
	void hearsOnlyPagesOfThePortal() {
		for (String site : List.of("cross-site", "same-site", "none")) {
			assertThat(send(GOOD, "text/plain", site).statusCode()).as(site).isEqualTo(403);
		}
		assertNothingKept();
	}

	@Test
	void hearsOneNetworkOnlySoOften() {
		int taken = 0;
		for (int i = 0; i < 130; i++) {
			taken += (send(MANY, GOOD, "text/plain", "same-origin").statusCode() == 204) ? 1 : 0;
		}
		assertThat(taken).isBetween(120, 129);
		assertThat(send(GOOD, "text/plain", "same-origin").statusCode()).as("from elsewhere").isEqualTo(204);
		assertThat(send(MANY, GOOD, "text/plain", "same-origin").headers().firstValue("Retry-After")).isPresent();
	}

	private void assertNothingKept() {
		assertThat(this.jdbc.sql("select count(*) from quality.page_timing").query(Long.class).single()).isZero();
	}

	private double refused() {
		return this.meters.get("layanan.quality.beacons").tag("outcome", "refused").counter().count();
	}

	private static HttpClient from(String address) {
		return HttpClient.newBuilder().localAddress(new InetSocketAddress(address, 0).getAddress()).build();
	}

	private HttpResponse<String> send(String body, String type, String site) {
		return send(HTTP, body, type, site);
	}

	private HttpResponse<String> send(HttpClient client, String body, String type, String site) {
		try {
			return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/ukuran"))
				.header("Content-Type", type)
				.header("Sec-Fetch-Site", site)
				.POST(BodyPublishers.ofString(body))
				.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
