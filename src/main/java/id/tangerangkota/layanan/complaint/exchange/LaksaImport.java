package id.tangerangkota.layanan.complaint.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import id.tangerangkota.layanan.complaint.casework.Takeover;
import id.tangerangkota.layanan.complaint.casework.Takeover.OldCase;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes over cases of the LAKSA of before: all of a file or, when a row is wrong, none. A
 * case whose number was taken over before is left as it is.
 */
@Component
class LaksaImport {

	private final LaksaRows rows;

	private final Takeover takeover;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher events;

	LaksaImport(LaksaRows rows, Takeover takeover, TransactionTemplate transaction, ApplicationEventPublisher events) {
		this.rows = rows;
		this.takeover = takeover;
		this.transaction = transaction;
		this.events = events;
	}

	/** What became of a file. */
	record Outcome(int rows, int taken, List<FileProblem> problems) {
	}

	Outcome run(InputStream in, boolean dryRun) throws IOException {
		LaksaFile file = LaksaFile.read(in);
		List<OldCase> cases = this.rows.cases(file);
		if (!file.problems().isEmpty() || dryRun) {
			return new Outcome(file.rows().size(), 0, file.problems());
		}
		Integer taken = this.transaction.execute((status) -> take(cases));
		return new Outcome(cases.size(), taken, List.of());
	}

	private int take(List<OldCase> cases) {
		int taken = 0;
		for (OldCase old : cases) {
			taken += this.takeover.take(old) ? 1 : 0;
		}
		this.events.publishEvent(new ComplaintsImported(cases.size(), taken));
		return taken;
	}

}
