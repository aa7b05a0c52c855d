package id.tangerangkota.layanan.privacy;

import java.util.List;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.identity.personaldata.DataSection;
import id.tangerangkota.layanan.identity.personaldata.DataSection.Entry;
import id.tangerangkota.layanan.identity.personaldata.DataSection.Fact;
import id.tangerangkota.layanan.identity.personaldata.PersonalData;

import org.springframework.stereotype.Component;

/** What the privacy centre itself holds about a person: their requests. */
@Component
class RequestData implements PersonalData {

	private final DataRequests requests;

	RequestData(DataRequests requests) {
		this.requests = requests;
	}

	@Override
	public List<DataSection> about(AccountId account) {
		return List.of(new DataSection("privacy.data.requests",
				this.requests.all(account).stream().map(RequestData::entry).toList()));
	}

	private static Entry entry(RequestDetail request) {
		return new Entry(List.of(new Fact("privacy.data.kind", request.summary().kind()),
				new Fact("privacy.data.filed", request.summary().filedAt()),
				new Fact("privacy.data.state", request.summary().state()),
				new Fact("privacy.data.answered", request.summary().answeredAt()),
				new Fact("privacy.data.words", request.words()), new Fact("privacy.data.answer", request.answer())));
	}

	@Override
	public void erase(AccountId account) {
		this.requests.forget(account);
	}

}
