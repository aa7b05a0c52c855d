package id.tangerangkota.layanan.identity.credential;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;

/**
 * Argon2id as Spring Security writes and reads it, in memory that is used again. A hash
 * takes 19 MB in blocks of 1 KB; made anew each time, they are what the garbage collector
 * stops everybody for while many sign in. Blocks are emptied before another hash gets
 * them.
 */
final class Argon2Encoder extends AbstractValidatingPasswordEncoder {

	private static final int SALT_BYTES = 16;

	private static final int HASH_BYTES = 32;

	private static final int LANES = 1;

	private static final Pattern HASH = Pattern
		.compile("\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

	private final int memory;

	private final int rounds;

	private final SecureRandom random;

	private final BlockPool blocks;

	/**
	 * Makes an encoder.
	 * @param memory of a hash, in KiB
	 * @param atOnce how many hashes find their memory ready
	 */
	Argon2Encoder(int memory, int rounds, int atOnce, SecureRandom random) {
		this.memory = memory;
		this.rounds = rounds;
		this.random = random;
		this.blocks = new FixedBlockPool(Math.multiplyExact(Argon2BytesGenerator.getBlockCount(memory, LANES), atOnce));
	}

	@Override
	protected String encodeNonNullPassword(String password) {
		byte[] salt = new byte[SALT_BYTES];
		this.random.nextBytes(salt);
		byte[] hash = hash(password, new Parts(this.memory, this.rounds, LANES, salt, new byte[HASH_BYTES]));
		Base64.Encoder text = Base64.getEncoder().withoutPadding();
		return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s".formatted(this.memory, this.rounds, LANES,
				text.encodeToString(salt), text.encodeToString(hash));
	}

	@Override
	protected boolean matchesNonNull(String password, String encoded) {
		return Parts.of(encoded)
			.filter((parts) -> MessageDigest.isEqual(parts.hash(), hash(password, parts)))
			.isPresent();
	}

	@Override
	protected boolean upgradeEncodingNonNull(String encoded) {
		return Parts.of(encoded)
			.filter((parts) -> parts.memory() >= this.memory && parts.rounds() >= this.rounds)
			.isEmpty();
	}

	private byte[] hash(String password, Parts parts) {
		Argon2BytesGenerator generator = new Argon2BytesGenerator();
		generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withSalt(parts.salt())
			.withMemoryAsKB(parts.memory())
			.withIterations(parts.rounds())
			.withParallelism(parts.lanes())
			.withBlockPool(this.blocks)
			.build());
		byte[] hash = new byte[parts.hash().length];
		generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
		return hash;
	}

	private record Parts(int memory, int rounds, int lanes, byte[] salt, byte[] hash) {

		static Optional<Parts> of(String encoded) {
			Matcher matcher = HASH.matcher(encoded);
			if (!matcher.matches()) {
				return Optional.empty();
			}
			Base64.Decoder bytes = Base64.getDecoder();
			return Optional.of(new Parts(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
					Integer.parseInt(matcher.group(3)), bytes.decode(matcher.group(4)),
					bytes.decode(matcher.group(5))));
		}

	}

}
