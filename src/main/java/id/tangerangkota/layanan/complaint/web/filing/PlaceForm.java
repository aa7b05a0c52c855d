package id.tangerangkota.layanan.complaint.web.filing;

import java.util.Optional;

import id.tangerangkota.layanan.complaint.CleanText;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.region.RegionCode;
import id.tangerangkota.layanan.region.Regions;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/**
 * Where it is, as typed and tapped.
 *
 * @param kelurahan its code, empty when it is not known
 * @param alamat street, number, landmark
 * @param lintang latitude in degrees, from the device or the map
 * @param bujur longitude
 * @param tanpatitik given to leave the point out
 */
record PlaceForm(@Nullable String kelurahan, @Nullable String alamat, @Nullable String lintang, @Nullable String bujur,
		@Nullable String tanpatitik) {

	static final int LONGEST_ADDRESS = 200;

	PlaceForm {
		// Browsers send empty fields too: they are no point
		lintang = StringUtils.hasText(lintang) ? lintang : null;
		bujur = StringUtils.hasText(bujur) ? bujur : null;
	}

	static PlaceForm of(@Nullable ComplaintPlace place) {
		if (place == null) {
			return new PlaceForm(null, null, null, null, null);
		}
		RegionCode code = place.subDistrict();
		return new PlaceForm((code != null) ? code.value() : null, place.address(), text(place.latitude()),
				text(place.longitude()), null);
	}

	PlaceForm in(String subDistrict) {
		return new PlaceForm(subDistrict, this.alamat, this.lintang, this.bujur, this.tanpatitik);
	}

	private static @Nullable String text(@Nullable Double degrees) {
		return (degrees != null) ? degrees.toString() : null;
	}

	void check(Regions regions, Errors errors) {
		if (!given(this.kelurahan).isEmpty() && subDistrict(regions).isEmpty()) {
			errors.rejectValue("kelurahan", "complaint-filing.place.unknown");
		}
		int length = address().length();
		if (length > LONGEST_ADDRESS) {
			errors.rejectValue("alamat", "complaint-filing.long", new Object[] { LONGEST_ADDRESS, length }, null);
		}
		if (!errors.hasErrors() && given(this.kelurahan).isEmpty() && address().isEmpty() && point().isEmpty()) {
			errors.rejectValue("kelurahan", "complaint-filing.place.missing");
		}
	}

	/** What was typed, once it is checked. */
	ComplaintPlace toPlace(Regions regions) {
		Optional<double[]> point = point();
		return new ComplaintPlace(subDistrict(regions).orElse(null), address().isEmpty() ? null : address(),
				point.map((degrees) -> degrees[0]).orElse(null), point.map((degrees) -> degrees[1]).orElse(null));
	}

	private Optional<RegionCode> subDistrict(Regions regions) {
		return Optional.of(given(this.kelurahan))
			.filter(RegionCode::isValid)
			.map(RegionCode::new)
			.filter(RegionCode::isSubDistrict)
			.filter((code) -> regions.subDistrict(code).isPresent());
	}

	private String address() {
		return CleanText.line(given(this.alamat));
	}

	/** Nothing outside of the city: a device that thinks it is elsewhere is wrong. */
	private Optional<double[]> point() {
		if (this.tanpatitik != null || given(this.lintang).isEmpty() || given(this.bujur).isEmpty()) {
			return Optional.empty();
		}
		try {
			double latitude = Double.parseDouble(given(this.lintang));
			double longitude = Double.parseDouble(given(this.bujur));
			return ComplaintPlace.isNear(latitude, longitude) ? Optional.of(new double[] { latitude, longitude })
					: Optional.empty();
		}
		catch (NumberFormatException ex) {
			return Optional.empty();
		}
	}

	private static String given(@Nullable String typed) {
		return (typed != null) ? typed.strip() : "";
	}

}
