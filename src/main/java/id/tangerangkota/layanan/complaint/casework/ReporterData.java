package id.tangerangkota.layanan.complaint.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.complaint.ComplaintId;
import id.tangerangkota.layanan.complaint.ComplaintPlace;
import id.tangerangkota.layanan.identity.personaldata.DataSection;
import id.tangerangkota.layanan.identity.personaldata.DataSection.Entry;
import id.tangerangkota.layanan.identity.personaldata.DataSection.Fact;
import id.tangerangkota.layanan.identity.personaldata.PersonalData;
import id.tangerangkota.layanan.region.RegionCode;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people reported. A report is a file of the city and stays, but without whoever
 * reported it; what was sealed stays sealed.
 */
@Component
@Transactional
class ReporterData implements PersonalData {

	private final ReporterReader reader;

	private final Reporters reporters;

	private final CaseSeal seal;

	private final JdbcClient jdbc;

	private final Clock clock;

	ReporterData(ReporterReader reader, Reporters reporters, CaseSeal seal, JdbcClient jdbc, Clock clock) {
		this.reader = reader;
		this.reporters = reporters;
		this.seal = seal;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	private record Row(ComplaintId complaint, CaseReporter reporter) {
	}

	@Override
	@Transactional(readOnly = true)
	public List<DataSection> about(AccountId account) {
		return List.of(new DataSection("casework.data.reports", of(account).stream().map(this::entry).toList()));
	}

	private Entry entry(Row row) {
		ReporterView view = this.reader.view(row.complaint(), this.clock.instant());
		ComplaintPlace place = view.place();
		@Nullable RegionCode subDistrict = (place != null) ? place.subDistrict() : null;
		List<Fact> facts = new ArrayList<>(List.of(new Fact("casework.data.ticket", view.ticket().toString()),
				new Fact("casework.data.kind", view.kind()), new Fact("casework.data.filed", view.receivedAt()),
				new Fact("casework.data.state", view.status().shown()),
				new Fact("casework.data.subject", view.subject()), new Fact("casework.data.text", view.text()),
				new Fact("casework.data.address", (place != null) ? place.address() : null),
				new Fact("casework.data.sub-district", subDistrict),
				new Fact("casework.data.anonymous", view.anonymous()),
				new Fact("casework.data.confidential", view.confidential()),
				new Fact("casework.data.name", row.reporter().name()),
				new Fact("casework.data.email", row.reporter().email()),
				new Fact("casework.data.phone", row.reporter().phone()),
				new Fact("casework.data.rating", view.rating())));
		view.steps()
			.stream()
			.filter((step) -> step.mine() && step.text() != null)
			.forEach((step) -> facts.add(new Fact("casework.data.wrote", step.text())));
		return new Entry(facts);
	}

	@Override
	public void erase(AccountId account) {
		of(account).forEach((row) -> this.reporters.forget(row.complaint(), row.reporter(), this.clock.instant()));
	}

	private List<Row> of(AccountId account) {
		return this.jdbc.sql("""
				select r.complaint_id, r.sealed from complaint.reporter r
					join complaint.complaint c on c.id = r.complaint_id
				where r.account_index in (:indexes) order by c.ticket_number""")
			.param("indexes", this.seal.index().candidates(CaseSeal.REPORTER_INDEX, account.toString()))
			.query(this::row)
			.list();
	}

	private Row row(ResultSet row, int number) throws SQLException {
		ComplaintId complaint = new ComplaintId(row.getObject("complaint_id", UUID.class));
		return new Row(complaint, this.seal.openReporter(complaint, row.getString("sealed")));
	}

}
