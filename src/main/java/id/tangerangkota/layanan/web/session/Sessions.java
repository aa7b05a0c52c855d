package id.tangerangkota.layanan.web.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * The sessions people have open, on whichever device. What it changes belongs to the
 * caller's transaction: an account and its sessions end together.
 * <p>
 * Whoever signs somebody in calls {@link HttpServletRequest#changeSessionId()}, which
 * makes a new session with what the old one held (but not its form token), and sets the
 * attributes {@link #PRINCIPAL} and {@link #CONTENT} and the idle time. A session that
 * was ended stays ended, also when a request that had it already writes to it afterwards.
 */
@Component
public class Sessions {

	/** The attribute that says whose session it is. */
	public static final String PRINCIPAL = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

	/** The attribute that says who signed in, how and when, as text. */
	public static final String CONTENT = "masuk";

	/** The attribute of the form token, which no new id takes over. */
	public static final String FORM_TOKEN = "formulir";

	private static final String OF = """
			select s.primary_id, s.creation_time, s.last_access_time, a.attribute_bytes
			from session.spring_session s
			left join session.spring_session_attributes a
			  on a.session_primary_id = s.primary_id and a.attribute_name = :content
			where s.principal_name = :principal
			  and s.expiry_time > extract(epoch from clock_timestamp()) * 1000
			order by s.last_access_time desc, s.primary_id
			""";

	/** The row stays, empty, so that the same request can put something new in. */
	private static final String TAKE = """
			update session.spring_session_attributes a set attribute_bytes = ''
			from session.spring_session s
			where s.primary_id = a.session_primary_id and s.session_id = :id and a.attribute_name = :name
			  and a.attribute_bytes <> ''
			returning old.attribute_bytes
			""";

	private final JdbcClient jdbc;

	Sessions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Whether the browser still names a session that is over. The same answer takes its
	 * cookie back, so it is the only one that knows.
	 */
	public static boolean isOver(HttpServletRequest request) {
		return SessionCookie.isSent(request) && request.getSession(false) == null;
	}

	/** The last used first. */
	public List<OpenSession> of(String principal) {
		return this.jdbc.sql(OF)
			.param("content", CONTENT)
			.param("principal", principal)
			.query((row, number) -> session(row))
			.list();
	}

	private static OpenSession session(ResultSet row) throws SQLException {
		byte[] content = row.getBytes("attribute_bytes");
		return new OpenSession(row.getString("primary_id"), Instant.ofEpochMilli(row.getLong("creation_time")),
				Instant.ofEpochMilli(row.getLong("last_access_time")),
				(content != null) ? StoredText.decode(content) : null);
	}

	/** Whether it was that principal's and open. */
	public boolean end(String principal, String handle) {
		return this.jdbc
			.sql("delete from session.spring_session where principal_name = :principal and primary_id = :handle")
			.param("principal", principal)
			.param("handle", handle)
			.update() > 0;
	}

	/** How many there were. */
	public int endAll(String principal) {
		return this.jdbc.sql("delete from session.spring_session where principal_name = :principal")
			.param("principal", principal)
			.update();
	}

	/**
	 * Ends all sessions but one. A session that has got a new id in this very request is
	 * not among them yet, so it stays as well.
	 */
	public int endAllBut(String principal, String currentHandle) {
		return this.jdbc
			.sql("delete from session.spring_session where principal_name = :principal and primary_id <> :handle")
			.param("principal", principal)
			.param("handle", currentHandle)
			.update();
	}

	/**
	 * The handle of the request's session; empty when there is none, or when it was
	 * opened or given a new id in this very request.
	 */
	public Optional<String> handle(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session != null) ? handle(session) : Optional.empty();
	}

	public Optional<String> handle(HttpSession session) {
		return this.jdbc.sql("select primary_id from session.spring_session where session_id = :id")
			.param("id", session.getId())
			.query(String.class)
			.optional();
	}

	/**
	 * Takes an attribute out of the request's session. Of several requests that come at
	 * the same moment, at whichever nodes, one gets it.
	 */
	public Optional<String> take(HttpServletRequest request, String name) {
		HttpSession session = request.getSession(false);
		if (session == null) {
			return Optional.empty();
		}
		session.removeAttribute(name);
		return this.jdbc.sql(TAKE)
			.param("id", session.getId())
			.param("name", name)
			.query((row, number) -> row.getBytes("attribute_bytes"))
			.optional()
			.map(StoredText::decode);
	}

	/** Ends the request's session at once, and has the browser forget its cookie. */
	public void invalidate(HttpServletRequest request, HttpServletResponse response) {
		HttpSession session = request.getSession(false);
		if (session != null) {
			// The filter that keeps sessions takes the cookie back.
			session.invalidate();
		}
		else if (SessionCookie.isSent(request)) {
			SessionCookie.expire(request, response);
		}
	}

}
