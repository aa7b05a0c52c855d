package id.tangerangkota.layanan.open311.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.CurrentActor;
import id.tangerangkota.layanan.attachment.AttachmentId;
import id.tangerangkota.layanan.attachment.StoredAttachment;
import id.tangerangkota.layanan.calendar.Deadline;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.ComplaintCategories;
import id.tangerangkota.layanan.complaint.ComplaintCategory;
import id.tangerangkota.layanan.complaint.ComplaintDesk;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.complaint.ComplaintStatus;
import id.tangerangkota.layanan.complaint.PublicComplaint;
import id.tangerangkota.layanan.complaint.PublicComplaints;
import id.tangerangkota.layanan.complaint.PublicFilter;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.Submission;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.complaint.TrackingCode;
import id.tangerangkota.layanan.region.RegionCode;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A complaint desk in memory, with whatever complaints a test wants. */
@TestConfiguration(proxyBeanMethods = false)
class StandInDesk {

	@Bean
	@Primary
	Desk standInComplaintDesk(CurrentActor actor) {
		return new Desk(actor);
	}

	@Bean
	@Primary
	Open standInPublicComplaints() {
		return new Open();
	}

	@Bean
	@Primary
	Categories standInComplaintCategories() {
		return new Categories();
	}

	/** Takes what is handed in, once. */
	static class Desk implements ComplaintDesk {

		final List<Submission> taken = new CopyOnWriteArrayList<>();

		final List<Actor> actors = new CopyOnWriteArrayList<>();

		private final CurrentActor actor;

		private final Map<UUID, Receipt> receipts = new ConcurrentHashMap<>();

		private final AtomicInteger numbers = new AtomicInteger(293943);

		Desk(CurrentActor actor) {
			this.actor = actor;
		}

		@Override
		public Receipt file(Submission submission) {
			return this.receipts.computeIfAbsent(submission.key(), (key) -> {
				this.taken.add(submission);
				this.actors.add(this.actor.get());
				Instant now = Instant.parse("2026-11-26T03:00:00Z");
				return new Receipt(ComplaintId.random(), new TicketNumber(2026, this.numbers.incrementAndGet()),
						TrackingCode.random(), submission.kind(), now, deadline(now, 3), deadline(now, 14), null,
						false);
			});
		}

		private static Deadline deadline(Instant now, int days) {
			return new Deadline(now, days, 0, LocalDate.of(2026, 12, days), now.plus(Duration.ofDays(days)));
		}

		@Override
		public Optional<Receipt> receipt(UUID key) {
			return Optional.ofNullable(this.receipts.get(key));
		}

	}

	/** What everybody may see. */
	static class Open implements PublicComplaints {

		final List<PublicComplaint> complaints = new CopyOnWriteArrayList<>();

		final AtomicInteger lists = new AtomicInteger();

		final AtomicInteger photoLooks = new AtomicInteger();

		@Override
		public Page list(PublicFilter filter, int page, int size) {
			this.lists.incrementAndGet();
			List<PublicComplaint> found = this.complaints.stream()
				.filter((complaint) -> filter.category() == null || filter.category().equals(complaint.category()))
				.filter((complaint) -> filter.states().isEmpty() || filter.states().contains(complaint.state()))
				.filter((complaint) -> filter.from() == null || !complaint.receivedAt().isBefore(filter.from()))
				.filter((complaint) -> filter.until() == null || complaint.receivedAt().isBefore(filter.until()))
				.sorted(Comparator.comparing(PublicComplaint::receivedAt).reversed())
				.toList();
			return new Page(found.stream().skip((page - 1L) * size).limit(size).toList(), found.size(), false);
		}

		@Override
		public Optional<PublicComplaint> find(TicketNumber ticket) {
			return this.complaints.stream().filter((complaint) -> complaint.ticket().equals(ticket)).findFirst();
		}

		@Override
		public List<PublicComplaint> find(Collection<TicketNumber> tickets) {
			return this.complaints.stream().filter((complaint) -> tickets.contains(complaint.ticket())).toList();
		}

		@Override
		public List<Step> steps(ComplaintId complaint) {
			return List.of();
		}

		@Override
		public List<TicketNumber> merged(ComplaintId complaint) {
			return List.of();
		}

		@Override
		public List<StoredAttachment> attachments(ComplaintId complaint) {
			this.photoLooks.incrementAndGet();
			return List.of();
		}

		@Override
		public Map<ComplaintId, AttachmentId> firstPhotos(Collection<ComplaintId> complaints) {
			if (!complaints.isEmpty()) {
				this.photoLooks.incrementAndGet();
			}
			return Map.of();
		}

		@Override
		public Map<RegionCode, Long> perSubDistrict(PublicFilter filter) {
			return Map.of();
		}

		@Override
		public Map<ServiceId, Integer> open(Collection<ServiceId> services) {
			return Map.of();
		}

	}

	/** A few of the city's. */
	static class Categories implements ComplaintCategories {

		private final List<ComplaintCategory> all = List.of(
				category("jalan-rusak", "Jalan dan jembatan", "Roads and bridges", "dpupr", false, false, null),
				category("pju", "Lampu jalan", "Street lights", "dishub", false, false, null),
				category("bencana", "Bencana", "Disasters", "bpbd", false, true, null),
				category("perempuan-anak", "Perempuan dan anak", "Women and children", "dp3ap2kb", true, false, null),
				category("layanan-digital", "Situs dan aplikasi", "Websites and apps", "diskominfo", false, false,
						null),
				category("permintaan-informasi", "Permintaan informasi", "Information", "diskominfo", false, false,
						ComplaintKind.INFORMATION));

		private static ComplaintCategory category(String code, String name, String nameEn, String agency,
				boolean sensitive, boolean emergency, @Nullable ComplaintKind onlyFor) {
			return new ComplaintCategory(code, name, nameEn, "Tentang " + name + " & lainnya.", "About " + nameEn + ".",
					new AgencyId(agency), 3, 14, true, false, sensitive, emergency, 100, onlyFor);
		}

		@Override
		public List<ComplaintCategory> all() {
			return this.all;
		}

		@Override
		public Optional<ComplaintCategory> find(String code) {
			return this.all.stream().filter((category) -> category.code().equals(code)).findFirst();
		}

	}

	/** A public complaint, of which a test changes what it is about. */
	record Sample(long number, String category, ComplaintStatus status, Instant receivedAt, String subject, String text,
			@Nullable ComplaintPlace place, @Nullable ServiceId service, @Nullable TicketNumber into, int photos) {

		static Sample of(long number, Instant receivedAt) {
			return new Sample(number, "jalan-rusak", ComplaintStatus.IN_PROGRESS, receivedAt, "Jalan berlubang",
					"Lubang besar di depan pasar.",
					new ComplaintPlace(new RegionCode("36.71.01.1001"), "Jl. Daan Mogot 12", -6.1781, 106.63), null,
					null, 0);
		}

		Sample in(String category, ComplaintStatus status) {
			return new Sample(this.number, category, status, this.receivedAt, this.subject, this.text, this.place,
					this.service, this.into, this.photos);
		}

		Sample saying(String subject, String text) {
			return new Sample(this.number, this.category, this.status, this.receivedAt, subject, text, this.place,
					this.service, this.into, this.photos);
		}

		Sample about(ServiceId service) {
			return new Sample(this.number, "layanan-digital", this.status, this.receivedAt, this.subject, this.text,
					null, service, this.into, this.photos);
		}

		Sample into(long number) {
			return new Sample(this.number, this.category, ComplaintStatus.MERGED, this.receivedAt, this.subject,
					this.text, this.place, this.service, new TicketNumber(2026, number), this.photos);
		}

		PublicComplaint complaint() {
			boolean open = this.status.isOpen() && this.status != ComplaintStatus.RESOLVED;
			Instant due = this.receivedAt.plus(Duration.ofDays(5));
			ComplaintPlace where = this.place;
			return new PublicComplaint(ComplaintId.random(), new TicketNumber(2026, this.number),
					ComplaintKind.COMPLAINT, this.category, this.service, (where != null) ? where.subDistrict() : null,
					(where != null) ? where.address() : null, (where != null) ? where.latitude() : null,
					(where != null) ? where.longitude() : null, this.subject, this.text, this.status,
					new AgencyId("dpupr"), this.receivedAt, this.receivedAt.plusSeconds(60),
					open ? LocalDate.of(2026, 12, 1) : null, open ? due : null, null, this.into, 0, this.photos, false);
		}

	}

	/** Many of one kind, one a minute back from an instant. */
	static List<PublicComplaint> many(int number, long from, String category, Instant until) {
		List<PublicComplaint> complaints = new ArrayList<>();
		for (int i = 0; i < number; i++) {
			complaints.add(Sample.of(from + i, until.minus(Duration.ofMinutes(i)))
				.in(category, ComplaintStatus.SUBMITTED)
				.complaint());
		}
		return complaints;
	}

}
