package id.tangerangkota.layanan.complaint.web.filing;

import org.junit.jupiter.api.Test;

import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;

import static org.assertj.core.api.Assertions.assertThat;

class PersonFormTests {

	private static PersonForm named(String name) {
		return new PersonForm(null, null, null, name, null);
	}

	private static Errors check(PersonForm form) {
		Errors errors = new BeanPropertyBindingResult(form, "form");
		form.check(true, false, errors);
		return errors;
	}

	@Test
	void takesOutOfANameWhatNobodySees() {
		PersonForm form = named(" Si\u202eti \u200bRahmawati\ufeff");
		assertThat(check(form).hasErrors()).isFalse();
		assertThat(form.toPerson(true, false).name()).isEqualTo("Siti Rahmawati");
	}

	@Test
	void asksForANameWhereNobodySeesOne() {
		assertThat(check(named("\u200b\u2066\ufeff")).getFieldError("nama").getCode())
			.isEqualTo("complaint-filing.person.name.missing");
	}

	@Test
	void takesANameOnlyFromAnOfficer() {
		assertThat(named("Siti").toPerson(false, false).name()).isNull();
	}

}
