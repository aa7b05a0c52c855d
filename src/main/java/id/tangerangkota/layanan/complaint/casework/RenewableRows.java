package id.tangerangkota.layanan.complaint.casework;

import java.util.List;
import java.util.UUID;

import id.tangerangkota.layanan.vault.KeyedRows;

import org.springframework.transaction.annotation.Transactional;

/** Makes one sealed column anew with the newest key. */
@Transactional
abstract class RenewableRows implements KeyedRows {

	/** A row of the table. */
	record Row(UUID id, String sealed) {

	}

	@Override
	public int renew(int limit) {
		List<Row> rows = lockOutdated(limit);
		rows.forEach(this::renew);
		return rows.size();
	}

	/** Leaves out rows another one holds. */
	abstract List<Row> lockOutdated(int limit);

	abstract void renew(Row row);

}
