package id.tangerangkota.layanan.availability.check;

import java.util.List;

import id.tangerangkota.layanan.web.AttentionItem;

import org.springframework.stereotype.Component;

/** Counts addresses that answered and wait for somebody to vouch for them. */
@Component
class WaitingProposals implements AttentionItem {

	private final Exploring exploring;

	WaitingProposals(Exploring exploring) {
		this.exploring = exploring;
	}

	@Override
	public List<Attention> attention() {
		long waiting = this.exploring.countProposals();
		return (waiting > 0) ? List
			.of(new Attention("availability.attention.proposals", List.of(waiting), "/admin/ketersediaan/usulan"))
				: List.of();
	}

}
