package id.tangerangkota.layanan.complaint.filing;

import java.util.List;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.complaint.TicketNumber;
import id.tangerangkota.layanan.identity.personaldata.DataSection;
import id.tangerangkota.layanan.identity.personaldata.DataSection.Entry;
import id.tangerangkota.layanan.identity.personaldata.DataSection.Fact;
import id.tangerangkota.layanan.identity.personaldata.PersonalData;
import id.tangerangkota.layanan.vault.BlindIndex;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which reports of others a person supports. */
@Component
@Transactional
class SupportData implements PersonalData {

	private final BlindIndex index;

	private final JdbcClient jdbc;

	SupportData(BlindIndex index, JdbcClient jdbc) {
		this.index = index;
		this.jdbc = jdbc;
	}

	@Override
	@Transactional(readOnly = true)
	public List<DataSection> about(AccountId account) {
		return List
			.of(new DataSection("casework.data.supports",
					this.jdbc.sql("""
							select c.ticket_year, c.ticket_number, s.at from complaint.support s
								join complaint.complaint c on c.id = s.complaint_id
							where s.supporter in (:supporters) order by s.at""")
						.param("supporters", supporters(account))
						.query((row,
								number) -> new Entry(List.of(
										new Fact("casework.data.ticket",
												new TicketNumber(row.getInt("ticket_year"),
														row.getLong("ticket_number"))
													.toString()),
										new Fact("casework.data.supported", row.getTimestamp("at").toInstant()))))
						.list()));
	}

	/** That somebody said the same still counts, but nobody knows who. */
	@Override
	public void erase(AccountId account) {
		this.jdbc
			.sql("""
					update complaint.support set supporter = decode(replace(cast(gen_random_uuid() as text), '-', ''), 'hex'),
						sealed = null
					where supporter in (:supporters)""")
			.param("supporters", supporters(account))
			.update();
	}

	private List<byte[]> supporters(AccountId account) {
		return this.index.candidates(Supporters.PURPOSE, Supporters.account(account));
	}

}
