package id.tangerangkota.layanan.vault;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.catalog.RandomText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class BlindIndexTests {

	private static final String NIK = "3671014107900001";

	@TempDir
	private Path directory;

	private TestNode node;

	private BlindIndex index;

	@BeforeEach
	void start() {
		this.node = TestNode.start(this.directory, new RegisterInMemory());
		this.index = new BlindIndex(this.node.ring());
	}

	@Test
	void isTheSameForEqualValues() {
		assertThat(this.index.of("identity.nik", NIK)).hasSize(32).isEqualTo(this.index.of("identity.nik", NIK));
	}

	@Test
	void differsByPurposeAndValueAndTheBorderBetweenThem() {
		RandomText random = new RandomText(12);
		Map<ByteBuffer, List<String>> seen = new HashMap<>();
		for (int i = 0; i < 5000; i++) {
			List<String> input = List.of(random.likeOthers(4), random.likeOthers(4));
			assertThat(seen.putIfAbsent(ByteBuffer.wrap(this.index.of(input.get(0), input.get(1))), input)).isIn(null,
					input);
		}
		assertThat(seen).hasSizeGreaterThan(500);
	}

	@Test
	void takesAnyText() {
		RandomText random = new RandomText(13);
		for (int i = 0; i < 1000; i++) {
			String wild = random.wild(20);
			assertThat(this.index.of("a", wild)).isEqualTo(this.index.of("a", wild))
				.isNotEqualTo(this.index.of("a", wild + "\udfff"));
		}
	}

	@Test
	void differsByKey(@TempDir Path elsewhere) {
		BlindIndex other = new BlindIndex(TestNode.start(elsewhere, new RegisterInMemory()).ring());
		assertThat(other.of("identity.nik", NIK)).isNotEqualTo(this.index.of("identity.nik", NIK));
	}

	@Test
	void looksForEveryKeyWhileKeysChange() {
		byte[] first = this.index.of("identity.nik", NIK);
		assertThat(this.index.candidates("identity.nik", NIK)).containsExactly(first);
		this.node.rotate(KeyPurpose.INDEX);
		byte[] second = this.index.of("identity.nik", NIK);
		assertThat(second).isNotEqualTo(first);
		assertThat(this.index.currentKey()).isEqualTo("index-2");
		assertThat(this.index.candidates("identity.nik", NIK)).containsExactly(second, first);
	}

	@Test
	void namesTheKeyOfAnEntry() {
		assertThat(this.index.entry("identity.nik", NIK))
			.isEqualTo(new IndexEntry("index-1", this.index.of("identity.nik", NIK)));
		this.node.rotate(KeyPurpose.INDEX);
		assertThat(this.index.entry("identity.nik", NIK))
			.isEqualTo(new IndexEntry("index-2", this.index.of("identity.nik", NIK)));
	}

	@Test
	void looksForTheNextKeyBeforeItStoresWithIt() {
		byte[] first = this.index.of("identity.nik", NIK);
		this.node.register().add(this.node.files().create(new KeyId(KeyPurpose.INDEX, 2)));
		this.node.ring().refresh();
		assertThat(this.index.of("identity.nik", NIK)).isEqualTo(first);
		assertThat(this.index.candidates("identity.nik", NIK)).hasSize(2).endsWith(first);
	}

}
