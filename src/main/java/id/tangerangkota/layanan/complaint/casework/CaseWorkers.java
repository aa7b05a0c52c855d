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
		if (!canHave(officer, complaint)) {
			throw new CaseRefused(Reason.UNKNOWN_OFFICER);
		}
	}

	/** Whether whoever has it can have it now, or nobody has it. */
	boolean isStillThere(Complaint complaint) {
		AccountId officer = complaint.officer();
		return officer == null || canHave(officer, complaint);
	}

	private boolean canHave(AccountId officer, Complaint complaint) {
		return this.directory.actor(officer).filter((actor) -> Authority.canHave(actor, complaint)).isPresent();
	}

}
