package id.tangerangkota.layanan.vault;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;

import id.tangerangkota.layanan.catalog.RandomText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CipherTests {

	private static final String NIK = "3671014107900001";

	private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

	private static final Place PLACE = new Place("identity.account", "nik", "17");

	private final RandomText random = new RandomText(3671);

	@TempDir
	private Path directory;

	private TestNode node;

	private Cipher cipher;

	@BeforeEach
	void start() {
		this.node = TestNode.start(this.directory, new RegisterInMemory());
		this.cipher = new Cipher(this.node.ring());
	}

	@Test
	void givesBackWhatWasSealed() {
		for (int i = 0; i < 2000; i++) {
			String text = this.random.sound(60);
			Place place = new Place(this.random.word(9), this.random.word(9), this.random.sound(20));
			String sealed = this.cipher.seal(text, place);
			assertThat(this.cipher.open(sealed, place)).isEqualTo(text);
			assertThat(sealed).matches("v1:data-1:[A-Za-z0-9_-]{38,}");
		}
	}

	@Test
	void holdsLongTexts() {
		String text = "aé漢😀".repeat(100_000);
		assertThat(this.cipher.open(this.cipher.seal(text, PLACE), PLACE)).isEqualTo(text);
	}

	@Test
	void hidesTheText() {
		String sealed = this.cipher.seal(NIK, PLACE);
		assertThat(new String(content(sealed), StandardCharsets.ISO_8859_1)).doesNotContain(NIK);
		assertThat(this.cipher.seal(NIK, PLACE)).isNotEqualTo(sealed);
	}

	@Test
	void noticesEachChangedByte() {
		String sealed = this.cipher.seal(NIK, PLACE);
		byte[] content = content(sealed);
		for (int i = 0; i < content.length; i++) {
			for (int bit = 0; bit < Byte.SIZE; bit++) {
				byte[] changed = content.clone();
				changed[i] ^= (byte) (1 << bit);
				refuses("v1:data-1:" + Base64.getUrlEncoder().withoutPadding().encodeToString(changed), PLACE);
			}
		}
	}

	@Test
	void noticesEachChangedCharacter() {
		// Of some lengths the last character has bits that a decoder ignores.
		for (int length = 14; length <= 16; length++) {
			String sealed = this.cipher.seal(NIK.substring(0, length), PLACE);
			for (int i = 0; i < sealed.length(); i++) {
				String others = (i == sealed.length() - 1) ? BASE64 : "Aaz09-_:=. ";
				for (char c : others.toCharArray()) {
					if (c != sealed.charAt(i)) {
						refuses(sealed.substring(0, i) + c + sealed.substring(i + 1), PLACE);
					}
				}
			}
		}
	}

	@Test
	void noticesWhatIsMissingOrTooMuch() {
		String sealed = this.cipher.seal(NIK, PLACE);
		for (int i = 0; i < sealed.length(); i++) {
			refuses(sealed.substring(0, i), PLACE);
		}
		refuses(sealed + "A", PLACE);
		refuses(sealed + "=", PLACE);
		refuses(sealed + ":", PLACE);
		refuses(" " + sealed, PLACE);
	}

	@Test
	void opensNowhereElse() {
		String sealed = this.cipher.seal(NIK, PLACE);
		refuses(sealed, new Place("identity.accounts", "nik", "17"));
		refuses(sealed, new Place("identity.account", "name", "17"));
		refuses(sealed, new Place("identity.account", "nik", "18"));
		refuses(sealed, new Place("identity.account", "ni", "k17"));
		refuses(sealed, new Place("identity.accountnik", "", "17"));
	}

	@Test
	void opensInNoSwappedRow() {
		for (int i = 0; i < 500; i++) {
			Place one = new Place("identity.account", this.random.likeOthers(3), this.random.likeOthers(3));
			Place other = new Place("identity.account", this.random.likeOthers(3), this.random.likeOthers(3));
			if (!one.equals(other)) {
				refuses(this.cipher.seal(NIK, one), other);
				refuses(this.cipher.seal(NIK, other), one);
			}
		}
	}

	@Test
	void usesNoNonceTwice() {
		Set<String> nonces = new HashSet<>();
		for (int i = 0; i < 30_000; i++) {
			assertThat(nonces.add(this.cipher.seal("", PLACE).substring("v1:data-1:".length()).substring(0, 16)))
				.isTrue();
		}
	}

	@Test
	void refusesHalfACharacterInsteadOfLosingIt() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.cipher.seal("a\ud83d", PLACE))
			.withMessage("The text holds half a character");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", NIK, "v1:" + NIK + ":AAAA", "v2:data-1:AAAA", "v1:index-1:AAAA", "v1:data-1:" + NIK,
			"v1:data-1:", "v1:data-7:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" })
	void neverTellsTheValue(String text) {
		assertThatExceptionOfType(CannotOpen.class).isThrownBy(() -> this.cipher.open(text, PLACE))
			.withMessageStartingWith("Cannot open identity.account.nik of row 17, sealed with ")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain(NIK));
	}

	@Test
	void namesTheKeyThatIsMissing() {
		assertThatExceptionOfType(CannotOpen.class)
			.isThrownBy(() -> this.cipher.open(this.cipher.seal(NIK, PLACE).replace("data-1", "data-2"), PLACE))
			.withMessage("Cannot open identity.account.nik of row 17, sealed with data-2: the key is not here");
	}

	@Test
	void opensWhatAnEarlierKeySealed() {
		String old = this.cipher.seal(NIK, PLACE);
		assertThat(old).startsWith(this.cipher.newest());
		this.node.rotate(KeyPurpose.DATA);
		String current = this.cipher.seal(NIK, PLACE);
		assertThat(this.cipher.newest()).isEqualTo("v1:data-2:");
		assertThat(current).startsWith("v1:data-2:");
		assertThat(this.cipher.open(old, PLACE)).isEqualTo(NIK);
		assertThat(this.cipher.open(current, PLACE)).isEqualTo(NIK);
		refuses(old.replace("data-1", "data-2"), PLACE);
	}

	private void refuses(String sealed, Place place) {
		assertThatExceptionOfType(CannotOpen.class).isThrownBy(() -> this.cipher.open(sealed, place));
	}

	private static byte[] content(String sealed) {
		return Base64.getUrlDecoder().decode(sealed.substring("v1:data-1:".length()));
	}

}
