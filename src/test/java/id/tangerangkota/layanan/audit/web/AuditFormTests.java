package id.tangerangkota.layanan.audit.web;

import java.time.Instant;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.audit.AuditCursor;
import id.tangerangkota.layanan.audit.AuditFilter;
import id.tangerangkota.layanan.audit.AuditOutcome;
import id.tangerangkota.layanan.web.InvalidParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AuditFormTests {

	private static final AccountId ACCOUNT = AccountId.random();

	@Test
	void narrowsNothingWhenEmpty() {
		AuditForm form = new AuditForm("", " ", null, "", null, "", "", null);
		assertThat(form.filter()).isEqualTo(AuditFilter.NONE);
		assertThat(form.href()).isEqualTo("/auditor");
	}

	/** A day of the city, from its midnight to the next. */
	@Test
	void takesThePeriodWithItsLastDay() {
		AuditFilter filter = new AuditForm("2026-11-24", "2026-11-24", "identity.signed-in", ACCOUNT + " ", " 7 ",
				"ditolak", null, null)
			.filter();
		assertThat(filter).isEqualTo(new AuditFilter(Instant.parse("2026-11-23T17:00:00Z"),
				Instant.parse("2026-11-24T17:00:00Z"), "identity.signed-in", ACCOUNT, "7", AuditOutcome.REFUSED));
	}

	@ParameterizedTest
	@CsvSource({ "24-11-2026,,,,dari", "2026-02-30,,,,dari", "+999999999-01-01,,,,dari", ",kemarin,,,sampai",
			",,budi,,pelaku", ",,,gagal,hasil" })
	void namesWhatItCannotRead(String from, String to, String actor, String outcome, String parameter) {
		AuditForm form = new AuditForm(from, to, null, actor, null, outcome, null, null);
		assertThatExceptionOfType(InvalidParameter.class).isThrownBy(form::filter)
			.satisfies((ex) -> assertThat(ex.parameter()).isEqualTo(parameter));
	}

	@Test
	void refusesPlacesThatAreNone() {
		AuditForm form = new AuditForm(null, null, null, null, null, null, "x", "1.000000-a-99999999999999999999");
		assertThatExceptionOfType(InvalidParameter.class).isThrownBy(form::older);
		assertThatExceptionOfType(InvalidParameter.class).isThrownBy(form::newer);
	}

	@Test
	void refusesLongText() {
		assertThatExceptionOfType(InvalidParameter.class)
			.isThrownBy(() -> new AuditForm(null, null, null, null, "x".repeat(201), null, null, null));
	}

	@Test
	void keepsTheFilterFromPageToPage() {
		AuditCursor cursor = new AuditCursor(Instant.parse("2026-11-24T03:42:00.000012Z"), "catalog", 7);
		AuditForm form = new AuditForm("2026-11-24", null, null, null, "a&b=ä", "dilakukan", "gone", "gone");
		assertThat(form.href("sebelum", cursor)).isEqualTo(
				"/auditor?dari=2026-11-24&objek=a%26b%3D%C3%A4&hasil=dilakukan&sebelum=1795491720.000012-catalog-7");
		assertThat(AuditCursor.parse(cursor.toString())).isEqualTo(cursor);
	}

	@ParameterizedTest
	@CsvSource({ "''", "1.5-catalog-7", "1.000000-Catalog-7", "1.000000-catalog-", "-1.000000-catalog-7",
			"1.000000-catalog-7x", "9999999999999.000000-catalog-7" })
	void aPlaceHasOneForm(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> AuditCursor.parse(text));
	}

}
