package id.tangerangkota.layanan.postgres;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PostmasterTests {

	private static final String RUNNING = """
			4711
			/srv/layanan/data/postgres
			1785000000
			36825
			/tmp
			localhost
			   36825       123
			ready  \s
			""";

	@Test
	void readsAReadyServer() {
		assertThat(Postmaster.parse(RUNNING)).contains(new Postmaster(4711, 36825, true));
	}

	@Test
	void knowsAServerThatIsNotReady() {
		assertThat(Postmaster.parse(RUNNING.replace("ready", "starting"))).contains(new Postmaster(4711, 36825, false));
	}

	@Test
	void readsTheFirstLinesOfAServerThatJustStarts() {
		assertThat(Postmaster.parse("4711\n/srv/data\n")).contains(new Postmaster(4711, 0, false));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "\0\0\0\0", "postgres\n/srv/data\n" })
	void leavesGarbageToPostgres(String content) {
		assertThat(Postmaster.parse(content)).isEmpty();
	}

}
