package id.tangerangkota.layanan.quality.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.quality.evidence.CountFiles.Line;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps packs as they were handed out. What is corrected later makes a new version, and
 * the old one stays.
 */
@Service
public class EvidenceArchive {

	private final EvidencePacks packs;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher events;

	private final CurrentActor actor;

	private final Clock clock;

	EvidenceArchive(EvidencePacks packs, JdbcClient jdbc, TransactionTemplate transaction,
			ApplicationEventPublisher events, CurrentActor actor, Clock clock) {
		this.packs = packs;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.events = events;
		this.actor = actor;
		this.clock = clock;
	}

	/**
	 * A pack that was kept.
	 *
	 * @param version the highest of a period counts
	 */
	public record Kept(String period, int version, String sha256, int bytes, Instant madeAt) {
	}

	/** What looking at a pack again found. */
	public enum Standing {

		/**
		 * The bytes are those that were kept, and all numbers follow from their counts.
		 */
		WHOLE,

		/** The bytes are not those that were kept, or can be read no more. */
		CHANGED,

		/** A number does not follow from its counts. */
		DISAGREES

	}

	/** Those of a period, the newest first. */
	public List<Kept> of(EvidencePeriod period) {
		return this.jdbc.sql("""
				select period, version, sha256, length(content) as bytes, made_at from quality.evidence_pack
				where period = ? order by version desc""").param(period.code()).query(EvidenceArchive::kept).list();
	}

	private static Kept kept(ResultSet row, int number) throws SQLException {
		return new Kept(row.getString("period"), row.getInt("version"), row.getString("sha256"), row.getInt("bytes"),
				row.getTimestamp("made_at").toInstant());
	}

	/** The file itself. */
	public Optional<byte[]> content(EvidencePeriod period, int version) {
		return this.jdbc.sql("select content from quality.evidence_pack where period = ? and version = ?")
			.params(period.code(), version)
			.query((row, number) -> row.getBytes("content"))
			.optional();
	}

	/**
	 * Keeps the pack of a period that is over. The same pack again is not kept twice.
	 * @return its version; nothing while the period goes on
	 */
	public Optional<Integer> keep(EvidencePeriod period) {
		Evidence evidence = this.packs.evidence(period)
			.filter((found) -> found.days().equals(period.days()))
			.orElse(null);
		if (evidence == null) {
			return Optional.empty();
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			this.packs.write(evidence, bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return Optional.ofNullable(this.transaction.execute((status) -> store(period, bytes.toByteArray())));
	}

	private int store(EvidencePeriod period, byte[] content) {
		// Two people at once: the second finds what the first kept.
		this.jdbc.sql("select pg_advisory_xact_lock(hashtext('quality.evidence_pack'))").query((row) -> {
		});
		String hash = EvidencePacks.sha256(content);
		Kept newest = of(period).stream().findFirst().orElse(null);
		if (newest != null && newest.sha256().equals(hash)) {
			return newest.version();
		}
		int version = (newest != null) ? newest.version() + 1 : 1;
		this.jdbc.sql("""
				insert into quality.evidence_pack (period, version, sha256, content, made_by, made_at)
				values (:period, :version, :sha256, :content, :by, :at)""")
			.param("period", period.code())
			.param("version", version)
			.param("sha256", hash)
			.param("content", content)
			.param("by", this.actor.get().requireAccount().value())
			.param("at", Timestamp.from(this.clock.instant()))
			.update();
		this.events.publishEvent(new EvidenceAct(period.code(), version));
		return version;
	}

	/** Looks at a pack again: its hash first, then every number in it. */
	public Standing check(EvidencePeriod period, Kept kept) {
		byte[] content = content(period, kept.version()).orElse(new byte[0]);
		return check(content, kept.sha256());
	}

	static Standing check(byte[] content, String sha256) {
		if (!EvidencePacks.sha256(content).equals(sha256)) {
			return Standing.CHANGED;
		}
		try {
			Map<String, byte[]> files = FixedZip.read(content);
			byte[] numbers = files.get(EvidencePacks.NUMBERS);
			byte[] counts = files.get(EvidencePacks.COUNTS);
			if (numbers == null || counts == null) {
				return Standing.CHANGED;
			}
			return CountFiles.addUpAgain(numbers, counts, files.get(EvidencePacks.SCALES))
				.stream()
				.allMatch(Line::agrees) ? Standing.WHOLE : Standing.DISAGREES;
		}
		catch (IOException | IllegalArgumentException ex) {
			return Standing.CHANGED;
		}
	}

}
