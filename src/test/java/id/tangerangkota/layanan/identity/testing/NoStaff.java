package id.tangerangkota.layanan.identity.testing;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes the staff out of the database, for tests about the first or the last of them. */
public final class NoStaff {

	private NoStaff() {
	}

	public static void in(JdbcClient jdbc) {
		jdbc.sql(
				"delete from identity.sign_in where account_id in (select id from identity.account where kind = 'STAFF')")
			.update();
		jdbc.sql(
				"delete from identity.one_time_token where account_id in (select id from identity.account where kind = 'STAFF')")
			.update();
		jdbc.sql(
				"delete from identity.passkey where account_id in (select id from identity.account where kind = 'STAFF')")
			.update();
		jdbc.sql("delete from identity.account where kind = 'STAFF'").update();
	}

}
