package id.tangerangkota.layanan.complaint.casework;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.Reporter;
import id.tangerangkota.layanan.complaint.TrackingCode;
import id.tangerangkota.layanan.vault.BlindIndex;
import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.Place;
import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Seals and opens what not everybody may read of complaints, each for its own row.
 * Whoever opens something has made sure that it may be read.
 */
@Component
public class CaseSeal {

	/** Purpose of the keyed hash of a reporter's account. */
	static final String REPORTER_INDEX = "complaint.reporter";

	private final Cipher cipher;

	private final BlindIndex index;

	private final JsonMapper json = new JsonMapper();

	CaseSeal(Cipher cipher, BlindIndex index) {
		this.cipher = cipher;
		this.index = index;
	}

	public String seal(ComplaintId complaint, CaseWords words) {
		return this.cipher.seal(this.json.writeValueAsString(words), words(complaint.value()));
	}

	/** Subject, text and place of {@code complaint.complaint.sealed}. */
	public CaseWords openWords(ComplaintId complaint, String sealed) {
		return this.json.readValue(this.cipher.open(sealed, words(complaint.value())), CaseWords.class);
	}

	String seal(ComplaintId complaint, CaseReporter reporter) {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		AccountId account = reporter.account();
		fields.put("account", (account != null) ? account.toString() : null);
		fields.put("name", reporter.name());
		fields.put("email", reporter.email());
		fields.put("phone", reporter.phone());
		fields.put("language", reporter.language().name());
		fields.put("code", reporter.code().value());
		fields.values().removeIf((value) -> value == null);
		return this.cipher.seal(this.json.writeValueAsString(fields), reporter(complaint));
	}

	/** Who reported it and the code, of {@code complaint.reporter.sealed}. */
	public CaseReporter openReporter(ComplaintId complaint, String sealed) {
		JsonNode fields = this.json.readTree(this.cipher.open(sealed, reporter(complaint)));
		String account = text(fields, "account");
		return new CaseReporter((account != null) ? AccountId.parse(account) : null, text(fields, "name"),
				text(fields, "email"), text(fields, "phone"), Language.valueOf(fields.get("language").asString()),
				new TrackingCode(fields.get("code").asString()));
	}

	private static @Nullable String text(JsonNode fields, String name) {
		JsonNode field = fields.get(name);
		return (field != null) ? field.asString() : null;
	}

	/** Of an entry whose {@code sealed} is true. */
	public String sealEntry(EntryId entry, String text) {
		return this.cipher.seal(text, entry(entry.value()));
	}

	/** Of an entry whose {@code sealed} is true. */
	public String openEntry(EntryId entry, String sealed) {
		return this.cipher.open(sealed, entry(entry.value()));
	}

	String sealEdit(UUID edit, String before) {
		return this.cipher.seal(before, edit(edit));
	}

	/** What stood there before words were taken out; for audit only. */
	public String openEdit(UUID edit, String sealed) {
		return this.cipher.open(sealed, edit(edit));
	}

	String sealNote(UUID unmasking, String note) {
		return this.cipher.seal(note, note(unmasking));
	}

	String openNote(UUID unmasking, String sealed) {
		return this.cipher.open(sealed, note(unmasking));
	}

	/** How values begin that are sealed with the newest key. */
	String newest() {
		return this.cipher.newest();
	}

	BlindIndex index() {
		return this.index;
	}

	static Place words(UUID complaint) {
		return new Place("complaint.complaint", "sealed", complaint.toString());
	}

	private static Place reporter(ComplaintId complaint) {
		return new Place("complaint.reporter", "sealed", complaint.toString());
	}

	static Place entry(UUID entry) {
		return new Place("complaint.entry", "text", entry.toString());
	}

	static Place edit(UUID edit) {
		return new Place("complaint.edit", "before", edit.toString());
	}

	static Place note(UUID unmasking) {
		return new Place("complaint.unmasking", "note", unmasking.toString());
	}

}
