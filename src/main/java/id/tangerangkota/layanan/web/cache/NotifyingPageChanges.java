package id.tangerangkota.layanan.web.cache;

import id.tangerangkota.layanan.web.PageChanges;

import org.springframework.jdbc.core.simple.JdbcClient;

/** PostgreSQL carries the news to all nodes at commit, so that none is told too early. */
class NotifyingPageChanges implements PageChanges {

	static final String CHANNEL = "page_changed";

	private final JdbcClient jdbc;

	NotifyingPageChanges(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void changed(String tag) {
		this.jdbc.sql("select pg_notify(:channel, :tag)").param("channel", CHANNEL).param("tag", tag).query((row) -> {
		});
	}

}
