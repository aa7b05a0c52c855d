package id.tangerangkota.layanan.privacy;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.identity.AccountDesk;
import id.tangerangkota.layanan.identity.delivery.AccountMessage.Kind;
import id.tangerangkota.layanan.vault.Cipher;
import id.tangerangkota.layanan.vault.Place;
import id.tangerangkota.layanan.web.NotFound;
import id.tangerangkota.layanan.web.Paging;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every request about personal data, and where the staff answer those people cannot
 * settle themselves.
 */
@Service
@Transactional
public class DataRequests {

	private static final String TABLE = "privacy.request";

	private final DataRequestRepository requests;

	private final RequestLists lists;

	private final Proofs proofs;

	private final Cipher cipher;

	private final AccountDesk accounts;

	private final CurrentActor actor;

	private final Clock clock;

	DataRequests(DataRequestRepository requests, RequestLists lists, Proofs proofs, Cipher cipher, AccountDesk accounts,
			CurrentActor actor, Clock clock) {
		this.requests = requests;
		this.lists = lists;
		this.proofs = proofs;
		this.cipher = cipher;
		this.accounts = accounts;
		this.actor = actor;
		this.clock = clock;
	}

	/**
	 * Files a request for the staff.
	 * @param words what is demanded
	 */
	public RequestId file(AccountId account, RequestKind kind, MaskedText words) {
		RequestId id = new RequestId(UUID.randomUUID());
		this.requests
			.saveAndFlush(DataRequest.file(id, account, kind, seal(id, "words", words.text()), this.clock.instant()));
		return id;
	}

	/** Writes down what somebody did themselves. */
	DataRequest record(AccountId account, RequestKind kind, Collection<Deed> deeds) {
		DataRequest request = DataRequest.selfServe(new RequestId(UUID.randomUUID()), account, kind, deeds,
				this.clock.instant());
		this.proofs.certify(request);
		return this.requests.saveAndFlush(request);
	}

	/**
	 * What was demanded is done; the person is told.
	 * @param answer what was done, for the person to read
	 * @param name the right name of the person, where a correction was demanded
	 * @throws IllegalRequestChange if it was answered already
	 */
	public void complete(RequestId id, MaskedText answer, @Nullable String name) {
		DataRequest request = require(id);
		boolean renamed = name != null && request.kind() == RequestKind.CORRECTION;
		if (name != null && renamed) {
			// First: an answered request is stored with its proof or not at all.
			this.accounts.correctName(request.account(), name);
		}
		request.complete(renamed ? List.of(Deed.NAME_CORRECTED, Deed.ANSWERED) : List.of(Deed.ANSWERED),
				seal(id, "answer", answer.text()), this.actor.get().requireAccount(), this.clock.instant());
		answered(request);
	}

	/**
	 * What was demanded is refused; the person is told.
	 * @param answer why, for the person to read
	 * @throws IllegalRequestChange if it was answered already
	 */
	public void refuse(RequestId id, Refusal reason, MaskedText answer) {
		DataRequest request = require(id);
		request.refuse(reason, seal(id, "answer", answer.text()), this.actor.get().requireAccount(),
				this.clock.instant());
		answered(request);
	}

	private void answered(DataRequest request) {
		this.proofs.certify(request);
		this.requests.saveAndFlush(request);
		this.accounts.tell(request.account(), Kind.DATA_REQUEST_ANSWERED);
	}

	/** The account is closed: see {@link DataRequest#forget}. */
	void forget(AccountId account) {
		for (DataRequest request : this.requests.findByAccountIdOrderByFiledAtDesc(account.value())) {
			boolean open = request.state() == RequestState.OPEN;
			request.forget(this.clock.instant());
			if (open) {
				this.proofs.certify(request);
			}
			this.requests.saveAndFlush(request);
		}
	}

	/** The requests of a person, open ones first, then the newest. */
	@Transactional(readOnly = true)
	public RequestPage of(AccountId account, int page, int size) {
		return this.lists.of(account, size, Paging.offset(page, size));
	}

	/** A request of a person, nothing if it is somebody else's. */
	@Transactional(readOnly = true)
	public Optional<RequestDetail> find(AccountId account, RequestId id) {
		return this.requests.findById(id.value())
			.filter((request) -> request.account().equals(account))
			.map(this::detail);
	}

	/** All requests of a person with their words. */
	@Transactional(readOnly = true)
	List<RequestDetail> all(AccountId account) {
		return this.requests.findByAccountIdOrderByFiledAtDesc(account.value()).stream().map(this::detail).toList();
	}

	/** A request, for the staff. */
	@Transactional(readOnly = true)
	public Optional<RequestDetail> find(RequestId id) {
		return this.requests.findById(id.value()).map(this::detail);
	}

	/** A part of the register, for the staff. */
	@Transactional(readOnly = true)
	public RequestPage list(RequestFilter filter, int page, int size) {
		return this.lists.list(filter, this.clock.instant(), size, Paging.offset(page, size));
	}

	@Transactional(readOnly = true)
	public RequestCounts counts() {
		return this.lists.counts(this.clock.instant());
	}

	/** A proof, for whoever has its number. */
	@Transactional(readOnly = true)
	public Optional<Proof> proof(ProofNumber number) {
		return this.requests.findByProofNumber(number.value()).map((request) -> {
			String text = request.proof();
			return (text != null) ? new Proof(number, text, request.deeds().contains(Deed.ERASED)) : null;
		});
	}

	private RequestDetail detail(DataRequest request) {
		RequestId id = request.id();
		Instant answered = (request.state() == RequestState.OPEN) ? null : request.answeredAt();
		RequestSummary summary = new RequestSummary(id, request.account(), request.kind(), request.state(),
				request.filedAt(), request.dueAt(), answered);
		return new RequestDetail(summary, request.refusal(), request.deeds(), open(id, "words", request.words()),
				open(id, "answer", request.answer()), request.proofNumber());
	}

	private String seal(RequestId id, String column, String plain) {
		return this.cipher.seal(plain, place(id.value(), column));
	}

	private @Nullable String open(RequestId id, String column, @Nullable String sealed) {
		return (sealed != null) ? this.cipher.open(sealed, place(id.value(), column)) : null;
	}

	static Place place(UUID id, String column) {
		return new Place(TABLE, column, id.toString());
	}

	private DataRequest require(RequestId id) {
		return this.requests.findById(id.value()).orElseThrow(NotFound::new);
	}

}
