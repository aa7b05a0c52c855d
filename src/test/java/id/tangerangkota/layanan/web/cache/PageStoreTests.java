package id.tangerangkota.layanan.web.cache;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import id.tangerangkota.layanan.web.Language;
import id.tangerangkota.layanan.web.cache.PageStore.Ticket;
import id.tangerangkota.layanan.web.testing.SetClock;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class PageStoreTests {

	private final SetClock clock = new SetClock(Instant.parse("2026-11-23T03:42:00Z"));

	private final PageStore store = new PageStore(DataSize.ofKilobytes(100), this.clock);

	@Test
	void keepsNothingWithoutNewsOfChanges() {
		assertThat(keep("/a", "x", this.store.ticket(List.of("x")))).isFalse();
		assertThat(this.store.get("/a")).isNull();
	}

	@Test
	void keepsUntilTooOld() {
		this.store.connected();
		assertThat(keep("/a", "x", this.store.ticket(List.of("x")))).isTrue();
		assertThat(this.store.isFresh(page("/a"))).isTrue();
		this.clock.advance(Duration.ofMinutes(10));
		assertThat(this.store.isFresh(page("/a"))).isFalse();
	}

	@Test
	void dropsWhatShowsTheChangedData() {
		this.store.connected();
		keep("/a", "x", this.store.ticket(List.of("x")));
		keep("/b", "y", this.store.ticket(List.of("y")));
		this.store.drop("x");
		assertThat(this.store.get("/a")).isNull();
		assertThat(this.store.get("/b")).isNotNull();
	}

	@Test
	void refusesPageMadeBeforeAChangeAndFinishedAfterIt() {
		this.store.connected();
		Ticket ticket = this.store.ticket(List.of("x"));
		this.store.drop("x");
		assertThat(keep("/a", "x", ticket)).isFalse();
		assertThat(this.store.get("/a")).isNull();
		assertThat(keep("/a", "x", this.store.ticket(List.of("x")))).isTrue();
	}

	@Test
	void refusesPageMadeAcrossALostConnection() {
		this.store.connected();
		Ticket ticket = this.store.ticket(List.of("x"));
		this.store.disconnected();
		this.store.connected();
		assertThat(keep("/a", "x", ticket)).isFalse();
	}

	@Test
	void holdsOnToOldPagesWhileDisconnectedAndTrustsNoneAfterwards() {
		this.store.connected();
		keep("/a", "x", this.store.ticket(List.of("x")));
		this.store.disconnected();
		assertThat(this.store.get("/a")).isNotNull();
		assertThat(this.store.isFresh(page("/a"))).isFalse();
		this.store.connected();
		assertThat(this.store.isFresh(page("/a"))).isFalse();
	}

	@Test
	void staysWithinItsSize() {
		this.store.connected();
		for (int i = 0; i < 1000; i++) {
			keep("/" + i, "x", this.store.ticket(List.of("x")));
		}
		assertThat(this.store.entries()).isBetween(10L, 100L);
		assertThat(this.store.bytes()).isLessThanOrEqualTo(DataSize.ofKilobytes(100).toBytes());
		assertThat(this.store.evictions()).isGreaterThan(800);
	}

	private KeptPage page(String key) {
		KeptPage page = this.store.get(key);
		assertThat(page).isNotNull();
		return page;
	}

	private boolean keep(String key, String tag, Ticket ticket) {
		byte[] body = "isi ".repeat(100).getBytes(StandardCharsets.UTF_8);
		KeptPage page = new KeptPage(Variant.identity(body, "text/html"), Variant.gzip(body, "text/html"), "text/html",
				new String[0], Language.INDONESIAN, List.of(tag), this.clock.instant(), ticket.epoch(),
				this.clock.millis() + Duration.ofMinutes(10).toMillis());
		return this.store.put(key, page, ticket);
	}

}
