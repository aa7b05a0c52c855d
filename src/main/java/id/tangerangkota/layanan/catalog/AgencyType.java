package id.tangerangkota.layanan.catalog;

/** Kinds of agencies. */
public enum AgencyType {

	SECRETARIAT, INSPECTORATE, OFFICE, UNIT, BOARD, DISTRICT, DIVISION, HOSPITAL, TECHNICAL_UNIT, ENTERPRISE, OTHER

}
