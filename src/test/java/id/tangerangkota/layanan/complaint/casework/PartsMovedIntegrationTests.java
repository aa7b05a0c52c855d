package id.tangerangkota.layanan.complaint.casework;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.complaint.Receipt;
import id.tangerangkota.layanan.complaint.testing.Complaints;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static id.tangerangkota.layanan.complaint.testing.Complaints.COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;

/** Parts that were merged before they went to the agency of the whole. */
@PortalTest
class PartsMovedIntegrationTests {

	@Autowired
	private Complaints complaints;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void areWithTheAgencyOfTheWhole() throws Exception {
		Receipt whole = this.complaints.verified();
		Receipt nobodys = part(whole, null);
		Receipt others = part(whole, "dishub");
		Receipt same = part(whole, "dpupr");
		Receipt conduct = this.complaints.file("pelayanan-aparatur");
		this.complaints.verify(conduct.complaint(), Complaints.ROADS);
		Receipt seen = part(whole, "dishub");
		this.jdbc.sql("update complaint.complaint set merged_into = ? where id = ?")
			.params(conduct.complaint().value(), seen.complaint().value())
			.update();
		Receipt alone = this.complaints.verified();
		for (int time = 0; time < 2; time++) {
			migrate();
			assertThat(agency(nobodys)).isEqualTo("dpupr null");
			assertThat(custody(nobodys)).as("received, by nobody else before").containsExactly("dpupr false here");
			assertThat(agency(others)).isEqualTo("dpupr null");
			assertThat(custody(others)).containsExactly("dishub false left", "dpupr true here");
			assertThat(agency(same)).as("as it was").startsWith("dpupr ").doesNotEndWith("null");
			assertThat(custody(same)).containsExactly("dpupr false here");
			assertThat(agency(seen)).as("not led to where it would tell of the whole").startsWith("dishub ");
			assertThat(custody(seen)).containsExactly("dishub false here");
			assertThat(custody(alone)).containsExactly("dpupr false here");
		}
	}

	/** As it stood there before. */
	private Receipt part(Receipt whole, @Nullable String agency) {
		Receipt part = this.complaints.file();
		this.complaints.as(COORDINATOR, part.complaint(), (desk, shown) -> desk.merge(shown, whole.ticket()));
		this.jdbc.sql("""
				update complaint.complaint set agency = ?,
					officer = case when cast(? as text) is not null then gen_random_uuid() end
				where id = ?""").params(agency, agency, part.complaint().value()).update();
		this.jdbc.sql("update complaint.custody set agency = ? where complaint_id = ?")
			.params(agency, part.complaint().value())
			.update();
		return part;
	}

	private void migrate() throws Exception {
		this.jdbc
			.sql(new ClassPathResource("db/migration/complaint/V28__move_parts_to_the_agency_of_the_whole.sql")
				.getContentAsString(StandardCharsets.UTF_8))
			.update();
	}

	private String agency(Receipt receipt) {
		Map<String, Object> found = this.jdbc.sql("select agency, officer from complaint.complaint where id = ?")
			.param(receipt.complaint().value())
			.query()
			.singleRow();
		return found.get("agency") + " " + found.get("officer");
	}

	private List<String> custody(Receipt receipt) {
		return this.jdbc.sql("""
				select concat_ws(' ', agency, transferred::text, case when until is null then 'here' else 'left' end)
				from complaint.custody where complaint_id = ? order by id""")
			.param(receipt.complaint().value())
			.query(String.class)
			.list();
	}

}
