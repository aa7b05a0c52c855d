package id.tangerangkota.layanan.complaint.web.open;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;

import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.complaint.ComplaintCategories;
import id.tangerangkota.layanan.complaint.ComplaintKind;
import id.tangerangkota.layanan.complaint.PublicFilter;
import id.tangerangkota.layanan.complaint.PublicState;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.web.ApiParameters;
import id.tangerangkota.layanan.web.InvalidParameter;
import id.tangerangkota.layanan.web.PageClock;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Reads which complaints a program asks for. */
@Component
class ApiFilters {

	static final int LONGEST_CODE = 100;

	private static final int LONGEST_DATE = 10;

	private final ComplaintCategories categories;

	private final ServiceCatalog catalog;

	ApiFilters(ComplaintCategories categories, ServiceCatalog catalog) {
		this.categories = categories;
		this.catalog = catalog;
	}

	/**
	 * What was asked for.
	 * @throws InvalidParameter if there is no such thing
	 */
	PublicFilter of(ApiParameters parameters) {
		PublicState state = parameters.choice("state", PublicState.class);
		LocalDate from = day(parameters, "from");
		LocalDate to = day(parameters, "to");
		if (from != null && to != null && from.isAfter(to)) {
			throw new InvalidParameter("from", "The first day must not be after the last.");
		}
		return new PublicFilter((state != null) ? Set.of(state) : Set.of(), category(parameters), agency(parameters),
				service(parameters), region(parameters), parameters.choice("kind", ComplaintKind.class),
				overdue(parameters), (from != null) ? PageClock.start(from) : null,
				(to != null) ? PageClock.start(to.plusDays(1)) : null);
	}

	private @Nullable String category(ApiParameters parameters) {
		String category = parameters.text("category", LONGEST_CODE);
		if (category != null && this.categories.find(category).isEmpty()) {
			throw new InvalidParameter("category", "There is no such category.");
		}
		return category;
	}

	private @Nullable AgencyId agency(ApiParameters parameters) {
		String agency = parameters.text("agency", LONGEST_CODE);
		if (agency != null && this.catalog.agency(agency).isEmpty()) {
			throw new InvalidParameter("agency", "There is no such agency; /api/v1/agencies lists them.");
		}
		return (agency != null) ? new AgencyId(agency) : null;
	}

	private @Nullable ServiceId service(ApiParameters parameters) {
		String service = parameters.text("service", LONGEST_CODE);
		return (service == null) ? null : this.catalog.service(service)
			.orElseThrow(
					() -> new InvalidParameter("service", "There is no such service; /api/v1/services lists them."))
			.id();
	}

	private static @Nullable RegionCode region(ApiParameters parameters) {
		String region = parameters.text("region", LONGEST_CODE);
		if (region != null && !RegionCode.isValid(region)) {
			throw new InvalidParameter("region", "The value must be a code such as 36.71.01 or 36.71.01.1001.");
		}
		return (region != null) ? new RegionCode(region) : null;
	}

	private static boolean overdue(ApiParameters parameters) {
		String overdue = parameters.text("overdue", LONGEST_CODE);
		if (overdue != null && !overdue.equals("true")) {
			throw new InvalidParameter("overdue", "The value must be true.");
		}
		return overdue != null;
	}

	/** A day, null where none was asked for. */
	static @Nullable LocalDate day(ApiParameters parameters, String name) {
		String text = parameters.text(name, LONGEST_DATE);
		try {
			return (text != null) ? LocalDate.parse(text) : null;
		}
		catch (DateTimeException ex) {
			throw new InvalidParameter(name, "The value must be a day such as 2026-11-26.");
		}
	}

}
