package id.tangerangkota.layanan.catalog.web;

import java.util.List;

import id.tangerangkota.layanan.catalog.Agency;
import id.tangerangkota.layanan.catalog.AgencyType;
import org.jspecify.annotations.Nullable;

/**
 * An agency. What is null or empty is not known.
 *
 * @param nameCertain whether a source states the name
 * @param note what is uncertain, in Indonesian
 * @param region code of the kecamatan it serves
 */
record AgencyView(String code, String shortName, TextView name, AgencyType type, boolean nameCertain,
		@Nullable TextView summary, @Nullable String note, @Nullable String region, @Nullable String phone,
		@Nullable String email, @Nullable String address, List<Agency.Account> accounts, AgencyLinks links) {

	/** The agency and its services, for programs and for people. */
	record AgencyLinks(String self, String services, String page) {
	}

	static AgencyView of(Agency agency) {
		return new AgencyView(agency.code(), agency.shortName(), new TextView(agency.name(), agency.nameEn()),
				agency.type(), agency.nameCertain(), TextView.of(agency.summary(), agency.summaryEn()), agency.note(),
				agency.regionCode(), agency.phone(), agency.email(), agency.address(), agency.accounts(),
				new AgencyLinks(AgencyApiController.PATH + "/" + agency.code(),
						ServiceApiController.PATH + "?agency=" + agency.code(), "/perangkat-daerah/" + agency.code()));
	}

}
