package id.tangerangkota.layanan.complaint.filing;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import id.tangerangkota.layanan.complaint.Channel;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.KeyReused;
import id.tangerangkota.layanan.complaint.Reporter;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.vault.BlindIndex;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells what is sent again from something else under the same key, where that is made of
 * what another system sends: by a keyed hash, from which nobody learns what it says. The
 * portal's own forms have random keys; there the first sending counts.
 */
@Component
class Fingerprints {

	private static final String PURPOSE = "complaint.submission.fingerprint";

	private final BlindIndex index;

	private final JdbcClient jdbc;

	Fingerprints(BlindIndex index, JdbcClient jdbc) {
		this.index = index;
		this.jdbc = jdbc;
	}

	/** Keeps what was taken; in the transaction of its key. */
	void keep(Submission submission) {
		if (submission.channel() != Channel.OPEN311) {
			return;
		}
		this.jdbc.sql("update complaint.submission set fingerprint = ? where key = ?")
			.params(this.index.of(PURPOSE, content(submission)), submission.key())
			.update();
	}

	/**
	 * Compares with what was taken under the same key.
	 * @throws KeyReused if that was something else
	 */
	void check(Submission submission) {
		if (submission.channel() != Channel.OPEN311) {
			return;
		}
		List<byte[]> same = this.index.candidates(PURPOSE, content(submission));
		this.jdbc.sql("select fingerprint from complaint.submission where key = ? and fingerprint is not null")
			.param(submission.key())
			.query(byte[].class)
			.optional()
			.filter((kept) -> same.stream().noneMatch((one) -> Arrays.equals(one, kept)))
			.ifPresent((kept) -> {
				throw new KeyReused(submission.key());
			});
	}

	/** Not the language, which the connection says, nor photos, which are made anew. */
	private static String content(Submission submission) {
		ComplaintPlace place = submission.place();
		Reporter reporter = submission.reporter();
		Stream<?> where = (place != null)
				? Stream.of(place.subDistrict(), place.address(), place.latitude(), place.longitude()) : Stream.of();
		return Stream
			.of(Stream.of(submission.kind(), submission.category(), submission.service(), submission.subject(),
					submission.text(), submission.anonymous(), submission.confidential(), submission.formal(),
					reporter.account(), reporter.name(), reporter.email(), reporter.phone()), where)
			.flatMap((part) -> part)
			.map((part) -> Objects.toString(part, "").replace("\\", "\\\\").replace("|", "\\|"))
			.collect(Collectors.joining("|"));
	}

}
