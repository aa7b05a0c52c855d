package id.tangerangkota.layanan.catalog;

import java.util.List;

import id.tangerangkota.layanan.web.Language;
import org.jspecify.annotations.Nullable;

/**
 * An agency that owns services. What is null or empty is not known.
 *
 * @param nameCertain whether a source states the name
 * @param note what is uncertain, in Indonesian, for the public
 * @param regionCode the kecamatan it serves, for an agency of type
 * {@link AgencyType#DISTRICT}
 * @param siteHost of its own site, in small letters
 */
public record Agency(String code, String shortName, String name, String nameEn, AgencyType type, boolean nameCertain,
		@Nullable String summary, @Nullable String summaryEn, @Nullable String note, @Nullable String regionCode,
		@Nullable String siteHost, @Nullable String phone, @Nullable String email, @Nullable String address,
		List<Account> accounts) {

	/** An official social media account. */
	public record Account(String network, String url) {
	}

	/** As its readers call it. */
	public String name(Language language) {
		return (language == Language.ENGLISH) ? this.nameEn : this.name;
	}

	/** Whether any way to reach it is recorded. */
	public boolean hasContact() {
		return this.phone != null || this.email != null || this.address != null;
	}

}
