package id.tangerangkota.layanan.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.identity.AccountDesk;
import id.tangerangkota.layanan.identity.AccountDirectory;
import id.tangerangkota.layanan.identity.AccountSummary;
import id.tangerangkota.layanan.identity.Consents;
import id.tangerangkota.layanan.identity.Consents.Purpose;
import id.tangerangkota.layanan.identity.personaldata.DataSection;
import id.tangerangkota.layanan.identity.personaldata.PersonalData;
import id.tangerangkota.layanan.privacy.PrivacyAct.Act;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.web.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where people settle by themselves what the law gives them. Each act is recorded as a
 * request that is done at once, with a proof.
 */
@Service
@Transactional
public class PrivacyCentre {

	private final List<PersonalData> holders;

	private final AccountDirectory directory;

	private final AccountDesk accounts;

	private final Consents consents;

	private final DataRequests requests;

	private final ApplicationEventPublisher events;

	PrivacyCentre(List<PersonalData> holders, AccountDirectory directory, AccountDesk accounts, Consents consents,
			DataRequests requests, ApplicationEventPublisher events) {
		this.holders = holders;
		this.directory = directory;
		this.accounts = accounts;
		this.consents = consents;
		this.requests = requests;
		this.events = events;
	}

	/** Everything all modules hold about a person. */
	@Transactional(readOnly = true)
	public List<DataSection> about(AccountId account) {
		return this.holders.stream().flatMap((holder) -> holder.about(account).stream()).toList();
	}

	/**
	 * The same, to take away.
	 * @param as {@link Deed#EXPORTED_JSON} or {@link Deed#EXPORTED_HTML}
	 */
	public List<DataSection> export(AccountId account, Deed as) {
		List<DataSection> sections = about(account);
		DataRequest request = this.requests.record(account, RequestKind.ACCESS, List.of(as));
		this.events.publishEvent(
				PrivacyAct.of(Act.DATA_EXPORTED, request.id(), Map.of("account", account.toString(), "as", as.name())));
		return sections;
	}

	/**
	 * Corrects what a person may correct by themselves.
	 * @return whether anything was different
	 * @throws IllegalArgumentException if the name of a verified account would change
	 */
	public boolean correct(AccountId account, Correction correction) {
		AccountSummary before = require(account);
		RegionCode code = correction.subDistrict();
		String subDistrict = (code != null) ? code.value() : null;
		List<Deed> deeds = new ArrayList<>();
		note(deeds, Deed.NAME_CORRECTED, before.name(), correction.name());
		note(deeds, Deed.PHONE_CORRECTED, before.phone(), correction.phone());
		note(deeds, Deed.ADDRESS_CORRECTED, before.address(), correction.address());
		note(deeds, Deed.SUB_DISTRICT_CORRECTED, before.subDistrict(), subDistrict);
		if (deeds.isEmpty()) {
			return false;
		}
		this.accounts.correct(account, correction.name(), correction.phone(), correction.address(), subDistrict);
		this.requests.record(account, RequestKind.CORRECTION, deeds);
		return true;
	}

	private static void note(List<Deed> deeds, Deed deed, @Nullable String before, @Nullable String after) {
		if (!Objects.equals(before, after)) {
			deeds.add(deed);
		}
	}

	/**
	 * Restricts the use of a person's data, or lifts that.
	 * @return whether that changed anything
	 */
	public boolean restrict(AccountId account, boolean restricted) {
		if (require(account).restricted() == restricted) {
			return false;
		}
		this.accounts.restrict(account, restricted);
		this.requests.record(account, RequestKind.RESTRICTION, List.of(restricted ? Deed.RESTRICTED : Deed.RELEASED));
		return true;
	}

	/**
	 * Gives or withdraws one consent, at once.
	 * @return whether that changed anything
	 */
	public boolean consent(AccountId account, Purpose purpose, boolean given) {
		boolean changed = this.consents.set(account, purpose, given);
		if (changed && !given) {
			this.requests.record(account, RequestKind.CONSENT_WITHDRAWAL, List.of(Deed.withdrawal(purpose)));
		}
		return changed;
	}

	/**
	 * Closes the account: every module removes what belongs to the person, or none does.
	 * The caller has made sure that it is the owner.
	 * @return the number of the proof
	 */
	public ProofNumber close(AccountId account) {
		// The account last: by its address others find what belongs to the person.
		this.holders.reversed().forEach((holder) -> holder.erase(account));
		return Objects
			.requireNonNull(this.requests.record(account, RequestKind.ERASURE, List.of(Deed.ERASED)).proofNumber());
	}

	private AccountSummary require(AccountId account) {
		return this.directory.find(account).orElseThrow(NotFound::new);
	}

}
