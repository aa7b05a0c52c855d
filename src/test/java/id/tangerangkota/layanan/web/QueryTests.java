package id.tangerangkota.layanan.web;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QueryTests {

	private static final Query QUERY = Query.EMPTY.with("q", " air & api ").with("opd", "dinkes");

	@Test
	void saysOnlyWhatHasAValue() {
		assertThat(Query.EMPTY.with("q", null).with("opd", " ").at("/layanan")).isEqualTo("/layanan");
		assertThat(Query.EMPTY.isEmpty()).isTrue();
		assertThat(QUERY.isEmpty()).isFalse();
		assertThat(QUERY.at("/layanan")).isEqualTo("/layanan?q=air%20%26%20api&opd=dinkes");
		assertThat(QUERY.parameters()).containsEntry("q", "air & api");
	}

	@Test
	void keepsTheOrderOfItsParameters() {
		assertThat(QUERY.with("q", "é+?#=%")).hasToString("q=%C3%A9%2B%3F%23%3D%25&opd=dinkes");
		assertThat(QUERY.without("q").with("q", "x")).hasToString("opd=dinkes&q=x");
	}

	@Test
	void namesNoFirstPage() {
		assertThat(QUERY.without("q").page(1)).hasToString("opd=dinkes");
		assertThat(QUERY.without("q").page(3)).hasToString("opd=dinkes&halaman=3");
		assertThat(QUERY.without("q").page(3).page(1)).hasToString("opd=dinkes");
	}

	@Test
	void leavesTheOneItComesFromAlone() {
		QUERY.with("lain", "x");
		assertThat(QUERY).hasToString("q=air%20%26%20api&opd=dinkes");
	}

}
