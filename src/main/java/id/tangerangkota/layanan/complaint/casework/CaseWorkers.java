package id.tangerangkota.layanan.complaint.casework;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.complaint.casework.CaseRefused.Reason;
import id.tangerangkota.layanan.identity.AccountDirectory;

import org.springframework.stereotype.Component;

/** Whom a case can be given to. */
@Component
class CaseWorkers {

	private final ServiceCatalog catalog;

	private final AccountDirectory directory;

	CaseWorkers(ServiceCatalog catalog, AccountDirectory directory) {
		this.catalog = catalog;
		this.directory = directory;
	}

	void require(AgencyId agency) {
		if (this.catalog.agency(agency.code()).isEmpty()) {
			throw new CaseRefused(Reason.UNKNOWN_AGENCY);
		}
	}

	/** Inspectors alone work on what is about the conduct of officials. */
	void require(AccountId officer, Complaint complaint) {
		boolean works = this.directory.actor(officer)
			.filter((actor) -> Authority.canHave(actor, complaint))
			.isPresent();
		if (!works) {
			throw new CaseRefused(Reason.UNKNOWN_OFFICER);
		}
	}

}
