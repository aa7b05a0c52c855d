package id.tangerangkota.layanan.browser;

import java.util.List;

/**
 * A page everybody can open.
 *
 * @param name of its pictures
 * @param path with its query
 */
record PublicPage(String name, String path, int status) {

	static final List<PublicPage> ALL = List.of(page("home", "/"), page("services", "/layanan"),
			page("search", "/layanan?q=ktp"), page("search-nothing", "/layanan?q=zzzzqqq"),
			page("search-pointer", "/layanan?q=nikah"), page("filtered", "/layanan?kategori=kesehatan&jenis=aplikasi"),
			page("last-page", "/layanan?halaman=2"), page("service", "/layanan/spmb"),
			page("service-obsolete", "/layanan/ppdb"), page("service-unverified", "/layanan/dinsos"),
			page("service-app", "/layanan/tangerang-live-aplikasi"), page("category", "/kategori/kependudukan"),
			page("category-places", "/kategori/wilayah"), page("agencies", "/perangkat-daerah"),
			page("agency", "/perangkat-daerah/disdukcapil"), page("district", "/kecamatan/larangan"),
			page("status", "/status"), page("status-service", "/status/disdukcapil"),
			page("status-incidents", "/status/insiden"), page("status-reported", "/status/disdukcapil/terlapor"),
			page("filing", "/pengaduan/baru"), page("filing-service", "/pengaduan/baru?layanan=disdukcapil"),
			page("offline", "/luring"), page("subscribe-find", "/langganan"),
			page("subscribe-found", "/langganan?q=ktp"), page("subscribe", "/langganan/disdukcapil"),
			page("subscribe-sent", "/langganan/terkirim"), page("about", "/tentang"), page("help", "/bantuan"),
			page("accessibility", "/aksesibilitas"), page("privacy", "/privasi"),
			page("registered", "/daftar/terkirim"), page("reset-sent", "/lupa-sandi/terkirim"),
			page("reset-done", "/lupa-sandi/selesai"), page("signed-out", "/keluar"), page("style", "/gaya"),
			page("reports", "/pengaduan"), page("reports-empty", "/pengaduan?kategori=pasar-pangan"),
			page("reports-map", "/pengaduan/peta"), page("reports-score", "/pengaduan/kinerja?periode=2026"),
			page("track", "/pengaduan/lacak"), page("survey", "/survei/spmb"),
			page("survey-thanks", "/survei/spmb/terima-kasih"), page("survey-finished", "/survei/terima-kasih"),
			page("survey-poster", "/survei/loket/disdukcapil/cetak"), page("quality", "/mutu"),
			page("quality-indicators", "/mutu/indikator"), page("skm-index", "/mutu/skm"),
			page("skm", "/mutu/skm/2026-s2"), page("passport", "/layanan/spmb/paspor"),
			page("adoption", "/mutu/pemakaian"), new PublicPage("error-404", "/tidak-ada", 404),
			new PublicPage("error-400", "/layanan?jenis=xyz", 400),
			new PublicPage("report-hidden", "/pengaduan/LKS-2026-987654321-1", 404),
			new PublicPage("report-mistyped", "/pengaduan/LKS-2026-000123-0", 404));

	private static PublicPage page(String name, String path) {
		return new PublicPage(name, path, 200);
	}

	String path(String language) {
		return "en".equals(language) ? this.path + (this.path.contains("?") ? "&" : "?") + "lang=en" : this.path;
	}

}
