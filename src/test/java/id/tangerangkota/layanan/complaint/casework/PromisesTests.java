package id.tangerangkota.layanan.complaint.casework;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.actor.Actor;
import id.tangerangkota.layanan.actor.AgencyId;
import id.tangerangkota.layanan.actor.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the form says about who reads a report is what the code allows. */
class PromisesTests {

	private static final AgencyId AGENCY = new AgencyId("dpupr");

	private static String say(String file, String key) throws IOException {
		Properties texts = new Properties();
		try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/messages").resolve(file))) {
			texts.load(reader);
		}
		return texts.getProperty("complaint-filing.person." + key);
	}

	/** Who of the staff reads a report of the agency, or what it held before. */
	private static Set<Role> readers(boolean aboutConduct) {
		return Arrays.stream(Role.values()).filter((role) -> {
			Actor actor = Actor.staff(AccountId.random(), Set.of(role), role.needsAgency() ? AGENCY : null);
			boolean all = CaseAccess.of(actor).permits(AGENCY, aboutConduct);
			return all || (aboutConduct && Originals.reads(actor, true));
		}).collect(Collectors.toSet());
	}

	private static void names(String text, Map<Role, String> words, Set<Role> readers) {
		words.forEach((role, word) -> assertThat(text.contains(word)).as("%s in: %s", role, text)
			.isEqualTo(readers.contains(role)));
		assertThat(words.keySet()).containsAll(readers);
	}

	private static Map<Role, String> words(String officers, String coordinator, String inspector, String leadership) {
		Map<Role, String> words = new EnumMap<>(Role.class);
		words.put(Role.OFFICER, officers);
		words.put(Role.AGENCY_HEAD, officers);
		words.put(Role.COORDINATOR, coordinator);
		words.put(Role.INSPECTOR, inspector);
		words.put(Role.LEADERSHIP, leadership);
		return words;
	}

	@ParameterizedTest
	@CsvSource({ "complaint-filing.properties, perangkat daerah, koordinator, Inspektorat, pimpinan",
			"complaint-filing_en.properties, staff of the agency, coordinator, Inspectorate, leaders" })
	void namesWhoReadsIt(String file, String officers, String coordinator, String inspector, String leadership)
			throws IOException {
		Map<Role, String> words = words(officers, coordinator, inspector, leadership);
		names(say(file, "confidential.hint"), words, readers(false));
		names(say(file, "supervisory"), words, readers(true));
	}

	@ParameterizedTest
	@CsvSource({ "complaint-filing.properties, Petugas tidak melihatnya",
			"complaint-filing_en.properties, The staff do not see it" })
	void showsTheStaffNoAddressOfWhichItSaysTheyDoNotSeeIt(String file, String promise) throws IOException {
		assertThat(say(file, "email.hint")).contains(promise);
		assertThat(RevealedReporter.class.getRecordComponents()).extracting("name")
			.containsExactly("name", "nik", "phone", "address");
	}

}
