package id.tangerangkota.layanan.availability.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import id.tangerangkota.layanan.availability.check.CheckAct.Act;
import id.tangerangkota.layanan.catalog.CatalogDesk;
import id.tangerangkota.layanan.catalog.CatalogListing;
import id.tangerangkota.layanan.catalog.ListingDirectory;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.Paging;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where administrators say whether a guessed address is the service's: until somebody
 * vouches for it, it counts nowhere.
 */
@Service
@Transactional
public class Vouching {

	private final CheckRows rows;

	private final CheckChanges changes;

	private final Exploring exploring;

	private final ListingDirectory listings;

	private final CatalogDesk catalog;

	private final ApplicationEventPublisher events;

	Vouching(CheckRows rows, CheckChanges changes, Exploring exploring, ListingDirectory listings, CatalogDesk catalog,
			ApplicationEventPublisher events) {
		this.rows = rows;
		this.changes = changes;
		this.exploring = exploring;
		this.listings = listings;
		this.catalog = catalog;
		this.events = events;
	}

	/**
	 * Guessed addresses that answered, the oldest proposal first.
	 * @param page from 1
	 * @param size 1 to 100
	 */
	@Transactional(readOnly = true)
	public List<VerificationProposal> proposals(int page, int size) {
		return this.exploring.proposals(Paging.offset(page, size), size);
	}

	/** What is proposed of a check, nothing if somebody decided meanwhile. */
	@Transactional(readOnly = true)
	public Optional<VerificationProposal> proposal(int check) {
		return this.exploring.proposal(check);
	}

	/** How many proposals wait. */
	@Transactional(readOnly = true)
	public long waiting() {
		return this.exploring.countProposals();
	}

	/**
	 * Vouches for a proposed address; from then on it is checked, counted and published.
	 * @param seen the address whoever vouches has opened
	 * @param by who, as the public may read it: an office or a role
	 * @throws CheckRefused if none is proposed, or the address is not the one that was
	 * seen and the catalogue has
	 */
	public void vouch(int check, String seen, String by) {
		// Nobody edits a check until this is over.
		long change = this.changes.begin();
		CheckDetail detail = require(check);
		if (this.exploring.proposal(check).isEmpty()) {
			throw new CheckRefused(CheckRefused.Reason.NOT_PROPOSED);
		}
		if (!detail.spec().address().equals(seen)) {
			throw new CheckRefused(CheckRefused.Reason.ADDRESS_CHANGED);
		}
		CatalogListing listing = this.listings.of(detail.service(), detail.platform())
			.filter((candidate) -> seen.equals(DefaultChecks.target(candidate)))
			.orElseThrow(() -> new CheckRefused(CheckRefused.Reason.OTHER_THAN_LISTED));
		this.catalog.verify(listing.slug(), detail.platform(), by);
		List<CheckDetail> others = this.rows.ofService(detail.service())
			.stream()
			.filter((other) -> other.platform() == detail.platform() && other.spec().mode() == CheckMode.EXPLORED
					&& other.spec().address().equals(seen))
			.toList();
		// The catalogue does not lead checks that somebody added or edited.
		List<Integer> ids = others.stream().map(CheckDetail::id).toList();
		this.rows.count(ids, change);
		this.changes.tell(others, ids);
	}

	/**
	 * Says that an address is not the service's. It is proposed again only when its page
	 * has another title.
	 * @throws CheckRefused if none is proposed
	 */
	public void dismiss(int check) {
		require(check);
		if (!this.exploring.dismiss(check)) {
			throw new CheckRefused(CheckRefused.Reason.NOT_PROPOSED);
		}
		this.events.publishEvent(new CheckAct(Act.PROPOSAL_DISMISSED, check, Map.of()));
	}

	private CheckDetail require(int check) {
		return this.rows.find(check).orElseThrow(NotFound::new);
	}

}
