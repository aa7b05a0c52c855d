package id.tangerangkota.layanan.vault;

import java.util.List;
import java.util.Objects;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A table of people, written as a module would write it. */
class SampleRows implements KeyedRows {

	private static final String PURPOSE = "sample.person";

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Cipher cipher;

	private final BlindIndex index;

	SampleRows(JdbcClient jdbc, TransactionTemplate transaction, KeyRing keys) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.cipher = new Cipher(keys);
		this.index = new BlindIndex(keys);
	}

	static void createTable(JdbcClient jdbc) {
		jdbc.sql("create schema if not exists sample").update();
		jdbc.sql("drop table if exists sample.person").update();
		jdbc.sql("""
				create table sample.person (id integer primary key, nik text not null, nik_index bytea not null,
					index_key text not null)""").update();
	}

	void write(int id, String nik) {
		IndexEntry entry = this.index.entry(PURPOSE, nik);
		this.jdbc.sql("""
				insert into sample.person values (?, ?, ?, ?)
				on conflict (id) do update set nik = excluded.nik, nik_index = excluded.nik_index,
					index_key = excluded.index_key""")
			.param(id)
			.param(this.cipher.seal(nik, place(id)))
			.param(entry.value())
			.param(entry.keyId())
			.update();
	}

	String read(int id) {
		return this.cipher.open(
				this.jdbc.sql("select nik from sample.person where id = ?").param(id).query(String.class).single(),
				place(id));
	}

	/** Signs somebody in, as it were. */
	List<Integer> find(String nik) {
		byte[][] candidates = this.index.candidates(PURPOSE, nik).toArray(byte[][]::new);
		return this.jdbc.sql("select id from sample.person where nik_index = any (?)")
			.param(candidates)
			.query(Integer.class)
			.list();
	}

	List<Integer> ids() {
		return this.jdbc.sql("select id from sample.person order by id").query(Integer.class).list();
	}

	@Override
	public String name() {
		return "sample.person";
	}

	@Override
	public int renew(int limit) {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			List<Integer> outdated = this.jdbc.sql("""
					select id from sample.person where not starts_with(nik, ?) or index_key <> ?
					limit ? for update skip locked""")
				.param(this.cipher.newest())
				.param(this.index.currentKey())
				.param(limit)
				.query(Integer.class)
				.list();
			outdated.forEach((id) -> write(id, read(id)));
			return outdated.size();
		}));
	}

	@Override
	public long outdated() {
		return this.jdbc.sql("""
				select count(*) from sample.person where not starts_with(nik, ?) or index_key <> ?""")
			.param(this.cipher.newest())
			.param(this.index.currentKey())
			.query(Long.class)
			.single();
	}

	private static Place place(int id) {
		return new Place("sample.person", "nik", Integer.toString(id));
	}

}
