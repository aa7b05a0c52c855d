package id.tangerangkota.layanan.region;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds the districts and sub-districts of the city. */
@Service
public class Regions {

	/**
	 * Every complaint names one, several times; they change with a release, and a minute
	 * late is soon enough.
	 */
	private final Cache<RegionCode, SubDistrict> kept = Caffeine.newBuilder()
		.maximumSize(1_000)
		.expireAfterWrite(Duration.ofMinutes(1))
		.build();

	private final JdbcClient jdbc;

	Regions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All kecamatan by name. */
	public List<District> districts() {
		return this.jdbc.sql("select * from region.district order by name").query(Regions::district).list();
	}

	public Optional<District> district(String slug) {
		return this.jdbc.sql("select * from region.district where slug = ?")
			.param(slug)
			.query(Regions::district)
			.optional();
	}

	public Optional<District> district(RegionCode code) {
		return this.jdbc.sql("select * from region.district where code = ?")
			.param(code.value())
			.query(Regions::district)
			.optional();
	}

	/** The kelurahan of a kecamatan by name. */
	public List<SubDistrict> subDistricts(RegionCode district) {
		return this.jdbc.sql("select * from region.sub_district where district_code = ? order by name")
			.param(district.value())
			.query(Regions::subDistrict)
			.list();
	}

	/** All kelurahan by the name of their kecamatan and their own. */
	public List<SubDistrict> subDistricts() {
		return this.jdbc.sql(
				"select s.* from region.sub_district s join region.district d on d.code = s.district_code order by d.name, s.name")
			.query(Regions::subDistrict)
			.list();
	}

	public Optional<SubDistrict> subDistrict(RegionCode code) {
		return Optional.ofNullable(this.kept.getIfPresent(code)).or(() -> read(code));
	}

	private Optional<SubDistrict> read(RegionCode code) {
		Optional<SubDistrict> found = this.jdbc.sql("select * from region.sub_district where code = ?")
			.param(code.value())
			.query(Regions::subDistrict)
			.optional();
		found.ifPresent((subDistrict) -> this.kept.put(code, subDistrict));
		return found;
	}

	private static District district(ResultSet row, int number) throws SQLException {
		return new District(new RegionCode(row.getString("code")), row.getString("name"), row.getString("slug"),
				row.getDouble("latitude"), row.getDouble("longitude"));
	}

	private static SubDistrict subDistrict(ResultSet row, int number) throws SQLException {
		return new SubDistrict(new RegionCode(row.getString("code")), row.getString("name"), row.getString("slug"),
				row.getString("postal_code"), row.getDouble("latitude"), row.getDouble("longitude"));
	}

}
