package id.tangerangkota.layanan.identity.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.actor.Role;
import id.tangerangkota.layanan.identity.CounterDesk;
import id.tangerangkota.layanan.identity.Registration;
import id.tangerangkota.layanan.identity.StaffDesk;
import id.tangerangkota.layanan.identity.nik.Nik;
import id.tangerangkota.layanan.identity.testing.Letterbox;
import id.tangerangkota.layanan.identity.testing.Niks;
import id.tangerangkota.layanan.identity.testing.Person;
import id.tangerangkota.layanan.identity.web.Colleagues.Colleague;
import id.tangerangkota.layanan.web.CachedPage;
import jakarta.servlet.Filter;
import jakarta.servlet.GenericServlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may do what: every route the running portal has, tried as everybody there is. A
 * route needs a row in the table below, and a row a route.
 */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIntegrationTests {

	/** Somebody at a browser. */
	enum Who {

		NOBODY, UNVERIFIED, VERIFIED, OFFICER, AGENCY_HEAD, COORDINATOR, INSPECTOR, LEADERSHIP, DATA_PROTECTION_OFFICER,
		ADMINISTRATOR, AUDITOR,

		/** Has every role, gave the right password, and no code yet. */
		WITHOUT_FACTOR;

		boolean isSignedIn() {
			return this != NOBODY && this != WITHOUT_FACTOR;
		}

	}

	/** Whom a row names. */
	enum Allowed {

		EVERYBODY(EnumSet.allOf(Who.class)),

		SIGNED_IN(EnumSet.complementOf(EnumSet.of(Who.NOBODY, Who.WITHOUT_FACTOR))),

		CITIZENS(EnumSet.of(Who.UNVERIFIED, Who.VERIFIED)),

		STAFF(EnumSet.range(Who.OFFICER, Who.AUDITOR)),

		COUNTER(EnumSet.of(Who.OFFICER, Who.COORDINATOR, Who.DATA_PROTECTION_OFFICER, Who.ADMINISTRATOR)),

		ADMINISTRATION(EnumSet.of(Who.COORDINATOR, Who.LEADERSHIP, Who.DATA_PROTECTION_OFFICER, Who.ADMINISTRATOR,
				Who.AUDITOR)),

		FILING_DESK(EnumSet.of(Who.OFFICER, Who.AGENCY_HEAD, Who.COORDINATOR)),

		DATA_PROTECTION(EnumSet.of(Who.DATA_PROTECTION_OFFICER, Who.ADMINISTRATOR)),

		DESK(EnumSet.of(Who.OFFICER, Who.AGENCY_HEAD, Who.COORDINATOR, Who.INSPECTOR)),

		DESK_READERS(EnumSet.of(Who.OFFICER, Who.AGENCY_HEAD, Who.COORDINATOR, Who.INSPECTOR, Who.LEADERSHIP)),

		DESK_SUMMARY(EnumSet.of(Who.COORDINATOR, Who.LEADERSHIP)),

		DESK_SECOND_PERSON(EnumSet.of(Who.COORDINATOR, Who.INSPECTOR, Who.DATA_PROTECTION_OFFICER)),

		DESK_ORIGINALS(EnumSet.of(Who.INSPECTOR, Who.DATA_PROTECTION_OFFICER, Who.AUDITOR)),

		MONITORING(EnumSet.of(Who.COORDINATOR, Who.ADMINISTRATOR)),

		SURVEY_READERS(EnumSet.of(Who.OFFICER, Who.AGENCY_HEAD, Who.COORDINATOR, Who.LEADERSHIP, Who.ADMINISTRATOR)),

		QUALITY(EnumSet.of(Who.AGENCY_HEAD, Who.COORDINATOR, Who.LEADERSHIP, Who.ADMINISTRATOR, Who.AUDITOR)),

		QUALITY_OF_CASES(EnumSet.of(Who.AGENCY_HEAD, Who.COORDINATOR, Who.LEADERSHIP)),

		ALL_SERVICES(EnumSet.of(Who.COORDINATOR, Who.LEADERSHIP, Who.ADMINISTRATOR)),

		PLANNERS(EnumSet.of(Who.AGENCY_HEAD, Who.COORDINATOR, Who.ADMINISTRATOR)),

		ADMINISTRATOR(EnumSet.of(Who.ADMINISTRATOR)),

		AUDITOR(EnumSet.of(Who.AUDITOR));

		private final Set<Who> people;

		Allowed(Set<Who> people) {
			this.people = people;
		}

	}

	/** Path, methods and who may. */
	private static final String TABLE = """
			/                                           GET       EVERYBODY
			/layanan                                    GET       EVERYBODY
			/layanan/{slug}                             GET       EVERYBODY
			/layanan/{slug}/paspor                      GET       EVERYBODY
			/lencana/{slug}/mutu.svg                    GET       EVERYBODY
			/api/v1/services/{slug}/quality             GET       EVERYBODY
			/buka/{slug}                                GET       EVERYBODY
			/kategori/{slug}                            GET       EVERYBODY
			/perangkat-daerah                           GET       EVERYBODY
			/perangkat-daerah/{code}                    GET       EVERYBODY
			/kecamatan/{slug}                           GET       EVERYBODY
			/ukuran                                     POST      EVERYBODY
			/status                                     GET       EVERYBODY
			/status/{slug}                              GET       EVERYBODY
			/status/{slug}/lapor                        POST      EVERYBODY
			/status/{slug}/terlapor                     GET       EVERYBODY
			/status/insiden                             GET       EVERYBODY
			/status/insiden/{id}                        GET       EVERYBODY
			/status.json                                GET       EVERYBODY
			/lencana/{slug}.svg                         GET       EVERYBODY
			/feed/insiden.atom                          GET       EVERYBODY
			/pengaduan                                  GET       EVERYBODY
			/pengaduan/peta                             GET       EVERYBODY
			/pengaduan/kinerja                          GET       EVERYBODY
			/pengaduan/kinerja.csv                      GET       EVERYBODY
			/pengaduan/{nomor}                          GET       EVERYBODY
			/pengaduan/{nomor}/dukung                   POST      EVERYBODY
			/pengaduan/{nomor}/didukung                 GET       EVERYBODY
			/pengaduan/lacak                            GET,POST  EVERYBODY
			/pengaduan/saya/{nomor}                     GET       EVERYBODY
			/pengaduan/saya/{nomor}/tutup               POST      EVERYBODY
			/pengaduan/saya/{nomor}/balas               GET,POST  EVERYBODY
			/pengaduan/saya/{nomor}/beres               POST      EVERYBODY
			/pengaduan/saya/{nomor}/buka-lagi           GET,POST  EVERYBODY
			/pengaduan/saya/{nomor}/nilai               GET,POST  EVERYBODY
			/pengaduan/saya/{nomor}/survei              GET       EVERYBODY
			/pengaduan/saya/{nomor}/tarik               GET,POST  EVERYBODY
			/pengaduan/saya/{nomor}/sunting             GET,POST  EVERYBODY
			/pengaduan/saya/{nomor}/anonim              GET,POST  EVERYBODY
			/pengaduan/saya/{nomor}/foto/{id}/hapus     POST      EVERYBODY
			/feed/pengaduan.atom                        GET       EVERYBODY
			/api/v1/complaints                          GET       EVERYBODY
			/api/v1/complaints/{ticket}                 GET       EVERYBODY
			/api/v1/complaints/statistics               GET       EVERYBODY
			/akun/pengaduan                             GET       CITIZENS
			/lapor                                      GET       EVERYBODY
			/luring                                     GET       EVERYBODY
			/sw.js                                      GET       EVERYBODY
			/pengaduan/baru                             GET       EVERYBODY
			/pengaduan/baru/token                       GET       EVERYBODY
			/pengaduan/baru/ikuti                       POST      EVERYBODY
			/pengaduan/baru/didukung/{ticket}           GET       EVERYBODY
			/pengaduan/tanda-terima/{key}               GET       EVERYBODY
			/pengaduan/baru/jenis                       GET,POST  EVERYBODY
			/pengaduan/baru/buang                       POST      EVERYBODY
			/pengaduan/baru/tentang                     GET,POST  EVERYBODY
			/pengaduan/baru/layanan                     GET,POST  EVERYBODY
			/pengaduan/baru/keadaan                     GET,POST  EVERYBODY
			/pengaduan/baru/kategori                    GET,POST  EVERYBODY
			/pengaduan/baru/tempat                      GET,POST  EVERYBODY
			/pengaduan/baru/isi                         GET,POST  EVERYBODY
			/pengaduan/baru/foto                        GET,POST  EVERYBODY
			/pengaduan/baru/foto/{id}/hapus             POST      EVERYBODY
			/pengaduan/baru/foto/lanjut                 POST      EVERYBODY
			/pengaduan/baru/identitas                   GET,POST  EVERYBODY
			/pengaduan/baru/serupa                      GET,POST  EVERYBODY
			/pengaduan/baru/dukung                      POST      EVERYBODY
			/pengaduan/baru/periksa                     GET       EVERYBODY
			/pengaduan/baru/kirim                       POST      EVERYBODY
			/survei/{slug}                              GET       EVERYBODY
			/survei/{slug}/nilai                        POST      EVERYBODY
			/survei/{slug}/terima-kasih                 GET,POST  EVERYBODY
			/survei/{slug}/lanjut                       GET,POST  EVERYBODY
			/survei/terima-kasih                        GET       EVERYBODY
			/survei/pengaduan/{token}                   GET,POST  EVERYBODY
			/survei/gangguan/{token}                    GET,POST  EVERYBODY
			/survei/loket/{agency}                      GET,POST  EVERYBODY
			/survei/loket/{agency}/cetak                GET       EVERYBODY
			/mutu                                       GET       EVERYBODY
			/mutu/unduh.csv                             GET       EVERYBODY
			/mutu/unduh.xlsx                            GET       EVERYBODY
			/mutu/skm                                   GET       EVERYBODY
			/mutu/indikator                             GET       EVERYBODY
			/mutu/skm/{period}                          GET       EVERYBODY
			/mutu/skm/{period}/unduh.csv                GET       EVERYBODY
			/mutu/skm/{period}/unduh.xlsx               GET       EVERYBODY
			/tentang                                    GET       EVERYBODY
			/bantuan                                    GET       EVERYBODY
			/privasi                                    GET       EVERYBODY
			/aksesibilitas                              GET       EVERYBODY
			/gaya                                       GET       EVERYBODY
			/daftar                                     GET,POST  EVERYBODY
			/daftar/terkirim                            GET       EVERYBODY
			/masuk                                      GET,POST  EVERYBODY
			/masuk/kode                                 GET,POST  EVERYBODY
			/masuk/kunci-sandi                          POST      EVERYBODY
			/keluar                                     GET,POST  EVERYBODY
			/lupa-sandi                                 GET,POST  EVERYBODY
			/lupa-sandi/terkirim                        GET       EVERYBODY
			/lupa-sandi/kode                            GET,POST  EVERYBODY
			/lupa-sandi/tautan/{token}                  GET,POST  EVERYBODY
			/lupa-sandi/selesai                         GET       EVERYBODY
			/konfirmasi-email/{token}                   GET,POST  EVERYBODY
			/sesi/perpanjang                            GET       EVERYBODY
			/petugas/masuk                              GET,POST  EVERYBODY
			/petugas/undangan/{token}                   GET,POST  EVERYBODY
			/petugas/undangan/{token}/faktor            GET,POST  EVERYBODY
			/petugas/undangan/{token}/kunci-sandi       POST      EVERYBODY
			/bukti/{number}                             GET       EVERYBODY
			/bukti/{number}/bukti.txt                   GET       EVERYBODY
			/berkas/{id}                                GET       EVERYBODY
			/berkas/{id}/kecil                          GET       EVERYBODY
			/api/openapi.json                           GET       EVERYBODY
			/api/openapi.json.yaml                      GET       EVERYBODY
			/api/v1/agencies                            GET       EVERYBODY
			/api/v1/agencies/{code}                     GET       EVERYBODY
			/api/v1/categories                          GET       EVERYBODY
			/api/v1/cpsv-ap.jsonld                      GET       EVERYBODY
			/api/v1/status                              GET       EVERYBODY
			/api/v1/incidents                           GET       EVERYBODY
			/api/v1/services/{slug}/availability        GET       EVERYBODY
			/api/v1/services                            GET       EVERYBODY
			/api/v1/services/{slug}                     GET       EVERYBODY
			/open311/discovery.{format}                 GET       EVERYBODY
			/open311/v2/discovery.{format}              GET       EVERYBODY
			/open311/v2/services                        GET       EVERYBODY
			/open311/v2/services.{format}               GET       EVERYBODY
			/open311/v2/services/{code}                 GET       EVERYBODY
			/open311/v2/services/{code}.{format}        GET       EVERYBODY
			/open311/v2/requests                        GET,POST  EVERYBODY
			/open311/v2/requests.{format}               GET,POST  EVERYBODY
			/open311/v2/requests/{id}                   GET       EVERYBODY
			/open311/v2/requests/{id}.{format}          GET       EVERYBODY
			/open311/v2/tokens                          GET       EVERYBODY
			/open311/v2/tokens.{format}                 GET       EVERYBODY
			/open311/v2/tokens/{token}                  GET       EVERYBODY
			/open311/v2/tokens/{token}.{format}         GET       EVERYBODY
			/livez                                      GET       EVERYBODY
			/readyz                                     GET       EVERYBODY
			/robots.txt                                 GET       EVERYBODY
			/sitemap.xml                                GET       EVERYBODY
			/sitemap/halaman.xml                        GET       EVERYBODY
			/sitemap/layanan-{map}.xml                  GET       EVERYBODY
			/opensearch.xml                             GET       EVERYBODY
			/error                                      GET,POST  EVERYBODY
			/kirim-ulang                                GET,POST  EVERYBODY
			/langganan                                  GET       EVERYBODY
			/langganan/terkirim                         GET       EVERYBODY
			/langganan/{slug}                           GET,POST  EVERYBODY
			/langganan/{slug}/ikuti                     POST      EVERYBODY
			/langganan/konfirmasi/{token}               GET,POST  EVERYBODY
			/langganan/berhenti/{token}                 GET,POST  EVERYBODY
			/akun/pesan                                 GET       SIGNED_IN
			/akun/pesan/dibaca                          POST      SIGNED_IN
			/akun/pesan/{id}                            GET       SIGNED_IN
			/akun/pesan/{id}/dibaca                     POST      SIGNED_IN
			/akun/pesan/{id}/survei                     GET       SIGNED_IN
			/akun/pengaturan-pesan                      GET,POST  SIGNED_IN
			/akun/pengaturan-pesan/berhenti             POST      SIGNED_IN
			/akun/keamanan                              GET       SIGNED_IN
			/akun/keamanan/sandi                        GET,POST  SIGNED_IN
			/akun/keamanan/totp                         GET,POST  SIGNED_IN
			/akun/keamanan/kunci-sandi                  GET,POST  SIGNED_IN
			/akun/keamanan/kunci-sandi/sandi            POST      SIGNED_IN
			/akun/keamanan/hapus                        GET,POST  SIGNED_IN
			/akun/keamanan/perangkat                    POST      SIGNED_IN
			/akun/keamanan/perangkat/semua              POST      SIGNED_IN
			/akun                                       GET       CITIZENS
			/akun/surel                                 GET,POST  CITIZENS
			/akun/verifikasi                            GET,POST  CITIZENS
			/akun/kode-pemulihan                        GET,POST  CITIZENS
			/akun/kode-pemulihan/selesai                POST      CITIZENS
			/akun/data-saya                             GET       CITIZENS
			/akun/data-saya/unduh.json                  GET       CITIZENS
			/akun/data-saya/unduh.html                  GET       CITIZENS
			/akun/data-saya/akses                       GET       CITIZENS
			/akun/data-saya/ubah                        GET,POST  CITIZENS
			/akun/data-saya/batasi                      GET,POST  CITIZENS
			/akun/data-saya/persetujuan                 GET,POST  CITIZENS
			/akun/data-saya/permintaan                  GET       CITIZENS
			/akun/data-saya/permintaan/baru             GET,POST  CITIZENS
			/akun/data-saya/permintaan/{id}             GET       CITIZENS
			/akun/data-saya/tutup                       GET,POST  CITIZENS
			/petugas                                    GET       STAFF
			/petugas/loket                              GET,POST  COUNTER
			/petugas/loket/hasil                        GET,POST  COUNTER
			/petugas/loket/{id}                         GET,POST  COUNTER
			/petugas/loket/kode                         GET       COUNTER
			/petugas/loket/selesai                      POST      COUNTER
			/petugas/pengaduan                          GET       DESK_READERS
			/petugas/pengaduan/peta                     GET       DESK_READERS
			/petugas/pengaduan/unduh.csv                GET       DESK_READERS
			/petugas/pengaduan/unduh.xlsx               GET       DESK_READERS
			/petugas/pengaduan/{tiket}                  GET       DESK_READERS
			/petugas/pengaduan/{tiket}/cetak            GET       DESK_READERS
			/petugas/pengaduan/serentak                 GET,POST  DESK
			/petugas/pengaduan/tampilan                 POST      DESK
			/petugas/pengaduan/tampilan/hapus           POST      DESK
			/petugas/pengaduan/{tiket}/{langkah}        GET,POST  DESK
			/petugas/pengaduan/{tiket}/foto/{gambar}    GET,POST  DESK
			/petugas/pengaduan/{tiket}/foto/{gambar}/hapus POST  DESK
			/petugas/pengaduan/templat                  GET       DESK
			/petugas/pengaduan/templat/baru             GET,POST  DESK
			/petugas/pengaduan/templat/{id}             GET,POST  DESK
			/petugas/pengaduan/templat/{id}/hapus       POST      DESK
			/petugas/pengaduan/buka-identitas/{tiket}   GET,POST  DESK
			/petugas/pengaduan/buka-identitas           GET       DESK_SECOND_PERSON
			/petugas/pengaduan/buka-identitas/{tiket}/lihat          POST  DESK
			/petugas/pengaduan/buka-identitas/permintaan/{id}        POST  DESK_SECOND_PERSON
			/petugas/isi-asli                           GET,POST  DESK_ORIGINALS
			/petugas/isi-asli/{id}                      POST      DESK_ORIGINALS
			/petugas/pengaduan/ringkasan                GET       DESK_SUMMARY
			/petugas/pengaduan/baru                     GET       FILING_DESK
			/petugas/pengaduan/baru/jenis               GET,POST  FILING_DESK
			/petugas/pengaduan/baru/buang               POST      FILING_DESK
			/petugas/pengaduan/baru/tentang             GET,POST  FILING_DESK
			/petugas/pengaduan/baru/layanan             GET,POST  FILING_DESK
			/petugas/pengaduan/baru/keadaan             GET,POST  FILING_DESK
			/petugas/pengaduan/baru/kategori            GET,POST  FILING_DESK
			/petugas/pengaduan/baru/tempat              GET,POST  FILING_DESK
			/petugas/pengaduan/baru/isi                 GET,POST  FILING_DESK
			/petugas/pengaduan/baru/foto                GET,POST  FILING_DESK
			/petugas/pengaduan/baru/foto/{id}/hapus     POST      FILING_DESK
			/petugas/pengaduan/baru/foto/lanjut         POST      FILING_DESK
			/petugas/pengaduan/baru/identitas           GET,POST  FILING_DESK
			/petugas/pengaduan/baru/serupa              GET,POST  FILING_DESK
			/petugas/pengaduan/baru/dukung              POST      FILING_DESK
			/petugas/pengaduan/baru/periksa             GET       FILING_DESK
			/petugas/pengaduan/baru/kirim               POST      FILING_DESK
			/petugas/layanan/{slug}/paspor              GET       SURVEY_READERS
			/admin/mutu/pensiun                         GET       ALL_SERVICES
			/admin/mutu/pensiun.csv                     GET       ALL_SERVICES
			/admin/mutu/bukti                           GET       ALL_SERVICES
			/admin/mutu/bukti/{period}                  GET       ALL_SERVICES
			/admin/mutu/bukti/{period}.zip              GET       ALL_SERVICES
			/admin/mutu/bukti/{period}/arsip            POST      MONITORING
			/admin/mutu/bukti/{period}/arsip/{version}.zip GET    ALL_SERVICES
			/mutu/pemakaian                             GET       EVERYBODY
			/admin/mutu/pemakaian/penduduk              GET,POST  ADMINISTRATOR
			/mutu/pemakaian.csv                         GET       EVERYBODY
			/mutu/pemakaian.xlsx                        GET       EVERYBODY
			/admin/mutu/pemakaian                       GET       ALL_SERVICES
			/admin/mutu/pemakaian.csv                   GET       ALL_SERVICES
			/admin/mutu/pemakaian.xlsx                  GET       ALL_SERVICES
			/petugas/survei                             GET       SURVEY_READERS
			/petugas/survei/{slug}                      GET       SURVEY_READERS
			/petugas/survei/{slug}/unduh.csv            GET       SURVEY_READERS
			/petugas/survei/{slug}/unduh.xlsx           GET       SURVEY_READERS
			/petugas/survei/{slug}/tulisan              POST      MONITORING
			/petugas/survei/opd/{code}                  GET       SURVEY_READERS
			/petugas/survei/opd/{code}/unduh.csv        GET       SURVEY_READERS
			/petugas/survei/opd/{code}/unduh.xlsx       GET       SURVEY_READERS
			/petugas/survei/opd/{code}/tulisan          POST      MONITORING
			/petugas/survei/kota                        GET       ALL_SERVICES
			/petugas/survei/kota/unduh.csv              GET       ALL_SERVICES
			/petugas/survei/kota/unduh.xlsx             GET       ALL_SERVICES
			/petugas/survei/kota/tulisan                POST      MONITORING
			/petugas/survei/tindak-lanjut               GET       PLANNERS
			/petugas/survei/tindak-lanjut/baru          GET,POST  PLANNERS
			/petugas/survei/tindak-lanjut/{id}          GET,POST  PLANNERS
			/petugas/survei/tindak-lanjut/{id}/tarik    POST      PLANNERS
			/admin/mutu                                 GET       QUALITY
			/admin/mutu/unduh.csv                       GET       QUALITY
			/admin/mutu/unduh.xlsx                      GET       QUALITY
			/admin/mutu/peta                            GET       QUALITY
			/admin/mutu/peta.csv                        GET       QUALITY
			/admin/mutu/peta.xlsx                       GET       QUALITY
			/admin/mutu/rincian/{indicator}             GET       QUALITY
			/admin/mutu/rincian/{indicator}/laporan     GET       QUALITY_OF_CASES
			/admin/mutu/rincian/{indicator}/unduh.csv   GET       QUALITY
			/admin/mutu/rincian/{indicator}/unduh.xlsx  GET       QUALITY
			/admin/mutu/laporan/{agency}/{quarter}.pdf  GET       QUALITY
			/admin/survei                               GET       ADMINISTRATOR
			/admin/survei/{code}                        GET       ADMINISTRATOR
			/admin/survei/{code}/ubah                   GET,POST  ADMINISTRATOR
			/admin/survei/{code}/buka                   POST      ADMINISTRATOR
			/admin/survei/{code}/tutup                  POST      ADMINISTRATOR
			/admin/survei/pengguna                      GET,POST  ADMINISTRATOR
			/admin/survei/lonjakan                      GET       ADMINISTRATOR
			/admin/survei/lonjakan/{id}                 POST      ADMINISTRATOR
			/admin                                      GET       ADMINISTRATION
			/admin/akun                                 GET       ADMINISTRATOR
			/admin/akun/undang/tautan                   GET       ADMINISTRATOR
			/admin/akun/undang                          GET,POST  ADMINISTRATOR
			/admin/akun/{id}                            GET,POST  ADMINISTRATOR
			/admin/akun/{id}/nonaktifkan                GET,POST  ADMINISTRATOR
			/admin/akun/{id}/undang-lagi                GET,POST  ADMINISTRATOR
			/admin/hak-data                             GET       DATA_PROTECTION
			/admin/hak-data/{id}                        GET,POST  DATA_PROTECTION
			/admin/pelanggaran-data                     GET       DATA_PROTECTION
			/admin/pelanggaran-data/baru                GET,POST  DATA_PROTECTION
			/admin/pelanggaran-data/{id}                GET       DATA_PROTECTION
			/admin/pelanggaran-data/{id}/ubah           GET,POST  DATA_PROTECTION
			/admin/pelanggaran-data/{id}/pemberitahuan  GET,POST  DATA_PROTECTION
			/admin/pelanggaran-data/{id}/surat          GET       DATA_PROTECTION
			/admin/pelanggaran-data/{id}/surat.txt      GET       DATA_PROTECTION
			/admin/pelanggaran-data/{id}/tutup          GET,POST  DATA_PROTECTION
			/admin/pelanggaran-data/{id}/batalkan       GET,POST  DATA_PROTECTION
			/admin/mutu/pemeriksaan                     GET       SURVEY_READERS
			/admin/mutu/pemeriksaan.csv                 GET       SURVEY_READERS
			/admin/mutu/pemeriksaan/{slug}              GET       SURVEY_READERS
			/admin/mutu/pemeriksaan/{slug}/{item}/keliru  GET,POST  PLANNERS
			/admin/mutu/pemeriksaan/{slug}/{item}/cabut  POST      PLANNERS
			/admin/mutu/pemeriksaan/{slug}/{item}/setuju  POST      MONITORING
			/admin/ketersediaan                         GET       MONITORING
			/admin/ketersediaan/laporan                 GET       MONITORING
			/admin/ketersediaan/laporan.xlsx            GET       MONITORING
			/admin/ketersediaan/laporan.pdf             GET       MONITORING
			/admin/ketersediaan/insiden                 GET       MONITORING
			/admin/ketersediaan/insiden/{id}            GET       MONITORING
			/admin/ketersediaan/insiden/{id}/{step}     GET,POST  MONITORING
			/admin/ketersediaan/insiden/{id}/catatan/{entry}  GET,POST  MONITORING
			/admin/ketersediaan/perawatan               GET       MONITORING
			/admin/ketersediaan/perawatan/baru          GET,POST  MONITORING
			/admin/ketersediaan/perawatan/{id}/ubah     GET,POST  MONITORING
			/admin/ketersediaan/perawatan/{id}/akhiri   GET,POST  MONITORING
			/admin/ketersediaan/baru                    GET,POST  ADMINISTRATOR
			/admin/ketersediaan/{id}                    GET       ADMINISTRATOR
			/admin/ketersediaan/{id}/periksa            POST      ADMINISTRATOR
			/admin/ketersediaan/{id}/jamin              POST      ADMINISTRATOR
			/admin/ketersediaan/{id}/jeda               GET,POST  ADMINISTRATOR
			/admin/ketersediaan/{id}/lanjutkan          POST      ADMINISTRATOR
			/admin/ketersediaan/{id}/hapus              GET,POST  ADMINISTRATOR
			/admin/ketersediaan/{id}/ubah               GET,POST  ADMINISTRATOR
			/admin/ketersediaan/usulan                  GET       ADMINISTRATOR
			/admin/ketersediaan/usulan/{id}             GET,POST  ADMINISTRATOR
			/admin/ketersediaan/usulan/{id}/abaikan     POST      ADMINISTRATOR
			/admin/mutu/skala                           GET       ADMINISTRATOR
			/admin/mutu/skala/{id}                      GET,POST  ADMINISTRATOR
			/admin/hari-libur                           GET       ADMINISTRATOR
			/admin/hari-libur/baru                      GET,POST  ADMINISTRATOR
			/admin/hari-libur/{day}/ubah                GET,POST  ADMINISTRATOR
			/admin/hari-libur/{day}/hapus               GET,POST  ADMINISTRATOR
			/admin/hari-libur/jam-kerja                 GET,POST  ADMINISTRATOR
			/admin/hari-libur/jam-kerja/hapus           POST      ADMINISTRATOR
			/admin/pesan                                GET       ADMINISTRATOR
			/admin/pesan/ulangi                         POST      ADMINISTRATOR
			/admin/pesan/kejadian/{id}/ulangi           POST      ADMINISTRATOR
			/admin/pesan/{id}                           GET       ADMINISTRATOR
			/admin/pesan/{id}/ulangi                    POST      ADMINISTRATOR
			/admin/pesan/{id}/hentikan                  POST      ADMINISTRATOR
			/admin/webhook                              GET       ADMINISTRATOR
			/admin/webhook/baru                         GET,POST  ADMINISTRATOR
			/admin/webhook/{id}                         GET       ADMINISTRATOR
			/admin/webhook/{id}/ubah                    GET,POST  ADMINISTRATOR
			/admin/webhook/{id}/uji                     POST      ADMINISTRATOR
			/admin/webhook/{id}/rahasia                 POST      ADMINISTRATOR
			/admin/webhook/{id}/rahasia-baru            POST      ADMINISTRATOR
			/admin/webhook/{id}/matikan                 POST      ADMINISTRATOR
			/admin/webhook/{id}/nyalakan                POST      ADMINISTRATOR
			/admin/webhook/{id}/hapus                   GET,POST  ADMINISTRATOR
			/admin/kunci-api                            GET       ADMINISTRATOR
			/admin/kunci-api/baru                       GET,POST  ADMINISTRATOR
			/admin/kunci-api/rahasia                    GET       ADMINISTRATOR
			/admin/kunci-api/rahasia/selesai            POST      ADMINISTRATOR
			/admin/kunci-api/{id}                       GET       ADMINISTRATOR
			/admin/kunci-api/{id}/ubah                  GET,POST  ADMINISTRATOR
			/admin/kunci-api/{id}/ganti                 GET,POST  ADMINISTRATOR
			/admin/kunci-api/{id}/cabut                 GET,POST  ADMINISTRATOR
			/auditor                                    GET       AUDITOR
			/auditor/{chain}/{seq}                      GET       AUDITOR
			/auditor/unduh.csv                          POST      AUDITOR
			""";

	/** Files, which no controller answers. They lie behind the same filters. */
	private static final Set<String> FILES = Set.of("/**", "/webjars/**");

	private static final String PASSWORD = "kopi pagi hujan deras";

	@LocalServerPort
	private int port;

	@Autowired
	private WebApplicationContext context;

	@Autowired
	private List<HandlerMapping> mappings;

	@Autowired
	@Qualifier("springSessionRepositoryFilter")
	private Filter sessions;

	@Autowired
	@Qualifier("springSecurityFilterChain")
	private Filter security;

	@Autowired
	private StaffDesk staff;

	@Autowired
	private Registration registration;

	@Autowired
	private CounterDesk counter;

	@Autowired
	private Letterbox letters;

	@Autowired
	private JdbcClient jdbc;

	private final Map<Who, Visitor> visitors = new EnumMap<>(Who.class);

	/** Somebody with the token of a form that was sent to them. */
	private record Visitor(Person person, String token) {

		static Visitor at(Person person, String form) {
			return new Visitor(person, Objects.requireNonNull(person.hidden(form).get("_csrf")));
		}

	}

	/** What one can ask for. */
	private record Route(String path, String method) implements Comparable<Route> {

		@Override
		public int compareTo(Route other) {
			return toString().compareTo(other.toString());
		}

		/** With something in the place of each variable. */
		String address() {
			return this.path.replace("{id}", UUID.randomUUID().toString())
				.replaceAll("\\{(?:seq|map)}", "1")
				.replaceAll("\\{[a-z]+}", "x");
		}

		@Override
		public String toString() {
			return this.path + " " + this.method;
		}

	}

	@BeforeAll
	void letEverybodyIn() {
		Colleagues colleagues = new Colleagues(this.port, this.staff, this.letters, this.jdbc);
		for (Who who : Who.values()) {
			this.visitors.put(who, switch (who) {
				case NOBODY -> Visitor.at(new Person(this.port).open("/masuk"), "/masuk");
				case UNVERIFIED -> Visitor.at(citizen(Niks.next()), "/keluar");
				case VERIFIED -> {
					String nik = Niks.next();
					Person person = citizen(nik);
					this.counter.verify(this.counter.find(Nik.parse(nik)).orElseThrow().id());
					yield Visitor.at(person, "/keluar");
				}
				case WITHOUT_FACTOR -> {
					Colleague colleague = colleagues.join(Role.values());
					Person person = new Person(this.port).open("/petugas/masuk");
					person.submit("/petugas/masuk", "surel", colleague.email().value(), "sandi", Colleagues.PASSWORD);
					yield Visitor.at(person, "/masuk/kode");
				}
				default -> Visitor.at(colleagues.join(Role.valueOf(who.name())).person(), "/keluar");
			});
		}
	}

	private Person citizen(String nik) {
		this.registration
			.register(new Registration.Application(Nik.parse(nik), "Siti Aminah", PASSWORD, null, "198.51.100.70"));
		return new Person(this.port).open("/masuk").submit("/masuk", "nik", nik, "sandi", PASSWORD).open("/akun");
	}

	private static Map<Route, Allowed> table() {
		Map<Route, Allowed> table = new LinkedHashMap<>();
		TABLE.lines().map((line) -> line.split(" +")).forEach((row) -> {
			for (String method : row[1].split(",")) {
				Allowed before = table.put(new Route(row[0], method), Allowed.valueOf(row[2]));
				assertThat(before).as(row[0]).isNull();
			}
		});
		return table;
	}

	private Map<Route, HandlerMethod> routes() {
		Map<Route, HandlerMethod> routes = new TreeMap<>();
		this.mappings.stream()
			.filter(RequestMappingInfoHandlerMapping.class::isInstance)
			.map(RequestMappingInfoHandlerMapping.class::cast)
			.flatMap((mapping) -> mapping.getHandlerMethods().entrySet().stream())
			.forEach((entry) -> paths(entry.getKey()).forEach((path) -> methods(entry.getKey())
				.forEach((method) -> routes.put(new Route(path, method), entry.getValue()))));
		return routes;
	}

	private static Set<String> paths(RequestMappingInfo route) {
		return Stream.of(route.getPatternValues(), route.getDirectPaths())
			.flatMap(Set::stream)
			.map((path) -> path.replaceAll("\\{([a-z]+):(?:[^{}]|\\{[^{}]*})*}", "{$1}"))
			.collect(Collectors.toSet());
	}

	private static Stream<String> methods(RequestMappingInfo route) {
		Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
		return methods.isEmpty() ? Stream.of("GET", "POST") : methods.stream().map(RequestMethod::name);
	}

	@Test
	void hasARowForEachRouteAndARouteForEachRow() {
		assertThat(routes().keySet().stream().map(Route::toString))
			.containsExactlyInAnyOrderElementsOf(table().keySet().stream().map(Route::toString).toList());
		assertThat(this.mappings).filteredOn(AbstractUrlHandlerMapping.class::isInstance)
			.flatExtracting((mapping) -> ((AbstractUrlHandlerMapping) mapping).getHandlerMap().keySet())
			.containsExactlyInAnyOrderElementsOf(FILES);
	}

	/** A kept page is shown before anybody asks who is there. */
	@Test
	void keepsNoPageForSomeOnly() {
		Map<Route, Allowed> table = table();
		assertThat(routes().entrySet())
			.filteredOn((handler) -> handler.getValue().hasMethodAnnotation(CachedPage.class))
			.isNotEmpty()
			.extracting((handler) -> table.get(handler.getKey()))
			.containsOnly(Allowed.EVERYBODY);
	}

	/** The filters alone, so that nothing is done and any method can be tried. */
	@ParameterizedTest
	@EnumSource
	void letsThroughWhoMay(Who who) throws Exception {
		Map<String, String> decisions = new LinkedHashMap<>();
		Map<String, String> expected = new LinkedHashMap<>();
		for (Map.Entry<Route, Allowed> row : table().entrySet()) {
			Route route = row.getKey();
			for (String method : route.method().equals("GET") ? List.of("GET", "HEAD") : List.of(route.method())) {
				String name = route.path() + " " + method;
				decisions.put(name, decision(who, method, route.address()));
				expected.put(name, row.getValue().people.contains(who) ? "through"
						: who.isSignedIn() ? "403" : "303 " + door(route.path()));
			}
		}
		assertThat(decisions).isEqualTo(expected);
	}

	private String decision(Who who, String method, String address) throws ServletException, IOException {
		Visitor visitor = Objects.requireNonNull(this.visitors.get(who));
		MockHttpServletRequest request = new MockHttpServletRequest(this.context.getServletContext(), method, address);
		request.setCookies(visitor.person()
			.cookies()
			.entrySet()
			.stream()
			.map((cookie) -> new Cookie(cookie.getKey(), cookie.getValue()))
			.toArray(Cookie[]::new));
		if (!method.equals("GET") && !method.equals("HEAD")) {
			request.addParameter("_csrf", visitor.token());
			// As browsers say; forms without a token are taken on that word.
			request.addHeader("Sec-Fetch-Site", "same-origin");
		}
		MockHttpServletResponse response = new MockHttpServletResponse();
		List<ServletRequest> through = new ArrayList<>();
		new MockFilterChain(new Page(through), this.sessions, this.security).doFilter(request, response);
		if (!through.isEmpty()) {
			return "through";
		}
		String location = response.getHeader("Location");
		return response.getStatus() + ((location != null) ? " " + location.replaceFirst("\\?.*", "") : "");
	}

	/** Stands where the page would be. */
	private static final class Page extends GenericServlet {

		private static final long serialVersionUID = 1L;

		private final transient List<ServletRequest> through;

		private Page(List<ServletRequest> through) {
			this.through = through;
		}

		@Override
		public void service(ServletRequest request, ServletResponse response) {
			this.through.add(request);
		}

	}

	private static String door(String path) {
		return path.startsWith("/akun") ? "/masuk" : "/petugas/masuk";
	}

	/** And over the wire, where pages have their own say as well. */
	@ParameterizedTest
	@EnumSource
	void opensWhatMayBeRead(Who who) {
		Person person = Objects.requireNonNull(this.visitors.get(who)).person();
		Map<String, String> wrong = new TreeMap<>();
		table().forEach((route, allowed) -> {
			if (!route.method().equals("GET")) {
				return;
			}
			person.open(route.address());
			boolean atTheDoor = person.status() == 200 && person.path().startsWith(door(route.path()) + "?lanjut=");
			boolean right = allowed.people.contains(who) ? person.status() < 500 && person.status() != 403
					: who.isSignedIn() ? person.status() == 403 : atTheDoor;
			if (!right) {
				wrong.put(route.path(), person.status() + " " + person.path());
			}
		});
		assertThat(wrong).isEmpty();
	}

}
