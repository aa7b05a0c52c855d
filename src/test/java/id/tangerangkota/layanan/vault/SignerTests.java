package id.tangerangkota.layanan.vault;

import java.nio.file.Path;
import java.util.Arrays;

import id.tangerangkota.layanan.catalog.RandomText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SignerTests {

	private final RandomText random = new RandomText(7);

	@TempDir
	private Path directory;

	private TestNode node;

	private Signer signer;

	@BeforeEach
	void start() {
		this.node = TestNode.start(this.directory, new RegisterInMemory());
		this.signer = new Signer(this.node.ring());
	}

	@Test
	void verifiesWhatItSigned() {
		for (int i = 0; i < 500; i++) {
			byte[] content = this.random.bytes(200);
			assertThat(this.signer.verify("audit", this.signer.sign("audit", content), content)).isTrue();
		}
	}

	@Test
	void noticesAnyChange() {
		byte[] content = "an entry".getBytes();
		Signature signature = this.signer.sign("audit", content);
		assertThat(this.signer.verify("device", signature, content)).isFalse();
		assertThat(this.signer.verify("audit", signature, "an entri".getBytes())).isFalse();
		assertThat(this.signer.verify("audit", signature, Arrays.copyOf(content, content.length + 1))).isFalse();
		for (int i = 0; i < signature.value().length; i++) {
			byte[] changed = signature.value().clone();
			changed[i] ^= 1;
			assertThat(this.signer.verify("audit", new Signature(signature.keyId(), changed), content)).isFalse();
		}
		assertThat(this.signer.verify("audit", new Signature(signature.keyId(), new byte[0]), content)).isFalse();
	}

	@Test
	void takesNoKeyOfAnotherPurposeNorOneItHasNot() {
		byte[] content = "an entry".getBytes();
		byte[] value = this.signer.sign("audit", content).value();
		for (String key : new String[] { "data-1", "index-1", "signature-2", "", "../signature-1" }) {
			assertThat(this.signer.verify("audit", new Signature(key, value), content)).isFalse();
		}
	}

	@Test
	void verifiesWithEarlierKeys() {
		byte[] content = "an entry".getBytes();
		Signature old = this.signer.sign("audit", content);
		this.node.rotate(KeyPurpose.SIGNATURE);
		assertThat(this.signer.sign("audit", content).keyId()).isEqualTo("signature-2");
		assertThat(this.signer.verify("audit", old, content)).isTrue();
		assertThat(this.signer.verify("audit", new Signature("signature-2", old.value()), content)).isFalse();
	}

	@Test
	void differsFromTheIndexOfTheSameText() {
		assertThat(this.signer.sign("a", Parts.of("b")).value())
			.isNotEqualTo(new BlindIndex(this.node.ring()).of("a", "b"));
	}

}
