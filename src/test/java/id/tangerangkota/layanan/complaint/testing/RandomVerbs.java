package id.tangerangkota.layanan.complaint.testing;

import java.util.List;
import java.util.Random;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.SubmissionRefused;
import id.tangerangkota.layanan.complaint.casework.CaseDesk;
import id.tangerangkota.layanan.complaint.casework.CaseRefused;
import id.tangerangkota.layanan.complaint.casework.CitizenDesk;
import id.tangerangkota.layanan.complaint.casework.IllegalCaseChange;
import id.tangerangkota.layanan.complaint.casework.Rejection;
import id.tangerangkota.layanan.web.NotFound;

import org.springframework.security.access.AccessDeniedException;

import static id.tangerangkota.layanan.complaint.testing.Complaints.words;

/** Does with complaints whatever people could do, in an order nobody thought of. */
public final class RandomVerbs {

	private static final List<AgencyId> AGENCIES = List.of(new AgencyId("dpupr"), new AgencyId("dishub"),
			new AgencyId("dlh"));

	private static final List<String> CATEGORIES = List.of("jalan-rusak", "pju", "pelayanan-aparatur", "perempuan-anak",
			"permintaan-informasi", "lain-lain");

	private final Complaints complaints;

	private final Random random;

	public RandomVerbs(Complaints complaints, Random random) {
		this.complaints = complaints;
		this.random = random;
	}

	/** A new one, in any category. */
	public Receipt file() {
		return this.complaints.file(any(CATEGORIES));
	}

	public <T> T any(List<T> of) {
		return of.get(this.random.nextInt(of.size()));
	}

	/**
	 * Tries something; most of it is refused.
	 * @param all what another may be merged into
	 */
	public boolean act(Receipt receipt, List<Receipt> all) {
		AgencyId agency = any(AGENCIES);
		Actor actor = switch (this.random.nextInt(5)) {
			case 0 -> Complaints.officer(agency);
			case 1 -> Complaints.head(agency);
			case 2 -> Complaints.INSPECTOR;
			default -> Complaints.COORDINATOR;
		};
		try {
			return act(actor, agency, receipt, all);
		}
		catch (CaseRefused | IllegalCaseChange | NotFound | AccessDeniedException | SubmissionRefused ex) {
			return false;
		}
	}

	private boolean act(Actor actor, AgencyId agency, Receipt receipt, List<Receipt> all) {
		ComplaintId id = receipt.complaint();
		switch (this.random.nextInt(20)) {
			case 0, 1, 2 -> this.complaints.as(actor, id,
					(desk, shown) -> desk.verify(shown, agency, any(CATEGORIES), this.random.nextInt(6) == 0, true));
			case 3 -> this.complaints.as(actor, id, (desk, shown) -> desk.forward(shown, agency, "Ke sana."));
			case 4, 5 -> this.complaints.as(actor, id, CaseDesk::start);
			case 6 -> this.complaints.as(actor, id, (desk, shown) -> desk.ask(shown, "Di mana?"));
			case 7 -> this.complaints.as(actor, id, CaseDesk::goOn);
			case 8, 9 -> this.complaints.as(actor, id, (desk, shown) -> desk.resolve(shown, words("Sudah.")));
			case 10 -> this.complaints.as(actor, id, CaseDesk::confirm);
			case 11 -> this.complaints.as(actor, id, (desk, shown) -> desk.sendBack(shown, "Belum."));
			case 12 ->
				this.complaints.as(actor, id, (desk, shown) -> desk.reject(shown, Rejection.UNCLEAR, "Tidak jelas."));
			case 13 -> this.complaints.as(actor, id, (desk, shown) -> desk.merge(shown, any(all).ticket()));
			case 14 -> this.complaints.asReporter(receipt, (citizen, key) -> citizen.reply(key, words("Di sini.")));
			case 15 -> this.complaints.asReporter(receipt, (citizen, key) -> citizen.reopen(key, "Belum beres."));
			case 16 -> this.complaints.asReporter(receipt,
					(citizen, key) -> citizen.rate(key, 1 + this.random.nextInt(5), this.random.nextBoolean(), null));
			case 17 -> this.complaints.as(actor, id, (desk, shown) -> desk.extend(shown, "Perlu waktu."));
			case 18 -> this.complaints.as(actor, id, (desk, shown) -> desk.sample(shown, false, "Belum beres."));
			default -> {
				if (this.random.nextInt(4) > 0) {
					return false;
				}
				this.complaints.asReporter(receipt, CitizenDesk::withdraw);
			}
		}
		return true;
	}

}
