package id.tangerangkota.layanan.web;

import org.springframework.http.ResponseEntity;

/**
 * How programs are told of problems at addresses for which a standard says so. Modules
 * contribute beans of this type; everywhere else programs get a document as in RFC 9457.
 */
public interface ProblemDialect {

	/** Whether it is used for an address. */
	boolean isUsedAt(String path);

	/**
	 * A problem that nobody foresaw there.
	 * @param path that was asked for
	 * @param status of the answer
	 */
	ResponseEntity<?> tell(String path, int status, Language language);

}
