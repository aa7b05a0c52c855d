package id.tangerangkota.layanan.catalog;

/** Whether a service is a website or an app. */
public enum ServiceKind {

	WEBSITE, APP

}
