package id.tangerangkota.layanan.web.session;

import java.time.Duration;

import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * The statements in which several requests of one session could get in each other's way.
 */
class SessionTable implements SessionRepositoryCustomizer<JdbcIndexedSessionRepository> {

	static final String NAME = "session.spring_session";

	/**
	 * Whether somebody was there five seconds ago or now makes no difference worth a
	 * write.
	 */
	static final Duration PRECISION = Duration.ofSeconds(5);

	/**
	 * Two requests may add the same attribute. One that adds to a session that was ended
	 * meanwhile adds nothing.
	 */
	private static final String ADD_ATTRIBUTE = """
			insert into %TABLE_NAME%_attributes (session_primary_id, attribute_name, attribute_bytes)
			select s.primary_id, added.name, added.bytes
			from (values (cast(? as text), cast(? as text), cast(? as bytea))) as added (session, name, bytes)
			join %TABLE_NAME% s on s.primary_id = added.session
			for key share of s
			on conflict (session_primary_id, attribute_name) do update set attribute_bytes = excluded.attribute_bytes
			""";

	/**
	 * The id of a row never changes, and neither does the time go back. 5000 is
	 * {@link #PRECISION}, for requests that come together.
	 */
	private static final String UPDATE = """
			update %TABLE_NAME% s
			set last_access_time = greatest(s.last_access_time, seen.last_access_time),
			  max_inactive_interval = seen.max_inactive_interval,
			  expiry_time = greatest(s.last_access_time, seen.last_access_time) + seen.max_inactive_interval * 1000::bigint,
			  principal_name = seen.principal_name
			from (values (cast(? as text), cast(? as bigint), cast(? as integer), cast(? as bigint), cast(? as text),
			  cast(? as text)))
			  as seen (session_id, last_access_time, max_inactive_interval, expiry_time, principal_name, primary_id)
			where s.primary_id = seen.primary_id
			  and (seen.last_access_time >= s.last_access_time + 5000
			    or seen.max_inactive_interval <> s.max_inactive_interval
			    or seen.principal_name is distinct from s.principal_name)
			""";

	@Override
	public void customize(JdbcIndexedSessionRepository repository) {
		repository.setTableName(NAME);
		new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(repository);
		repository.setCreateSessionAttributeQuery(ADD_ATTRIBUTE);
		repository.setUpdateSessionQuery(UPDATE);
	}

}
