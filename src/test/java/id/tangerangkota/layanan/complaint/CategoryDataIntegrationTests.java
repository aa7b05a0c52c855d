package id.tangerangkota.layanan.complaint;

import java.nio.charset.StandardCharsets;

import id.tangerangkota.layanan.PortalTest;
import id.tangerangkota.layanan.postgres.ReferenceData;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What a category gets that brings no times of its own. */
@PortalTest
class CategoryDataIntegrationTests {

	private static final String ROWS = """
			code,name,name_en,scope,scope_en,agency,support,verify_days,resolve_days,supervisory,sensitive,emergency,\
			radius,only_for,proposed,source_note
			uji-biasa,Biasa,Ordinary,Apa saja,Anything,dpupr,,,,false,false,false,0,,true,None
			uji-pegawai,Pegawai,Officials,Apa saja,Anything,dpupr,,,,true,false,false,0,,true,None
			uji-informasi,Informasi,Information,Apa saja,Anything,dpupr,,,,false,false,false,0,INFORMATION,true,None
			uji-sendiri,Sendiri,Own,Apa saja,Anything,dpupr,,1,9,true,false,false,0,INFORMATION,true,None
			""";

	@Autowired
	private ReferenceData data;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void givesEachTheTimesOfItsClass() {
		this.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			this.data.merge(new ByteArrayResource(ROWS.getBytes(StandardCharsets.UTF_8)), CategoryData.CATEGORIES);
			assertThat(this.jdbc.sql("""
					select code || ' ' || verify_days || ' ' || resolve_days from complaint.category
					where code like 'uji-%' order by code""").query(String.class).list())
				.containsExactly("uji-biasa 3 14", "uji-informasi 3 5", "uji-pegawai 3 60", "uji-sendiri 1 9");
		});
	}

}
