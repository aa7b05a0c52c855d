package id.tangerangkota.layanan.web.session;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionOperations;

/** Spring Session's repository, for {@link TextSession}s. */
class TextSessionRepository implements SessionRepository<TextSession> {

	private final SessionRepository<Session> table;

	private final JdbcClient jdbc;

	private final TransactionOperations transaction;

	/** Its type of session has no public name. */
	@SuppressWarnings("unchecked")
	TextSessionRepository(JdbcIndexedSessionRepository table, JdbcClient jdbc, TransactionOperations transaction) {
		this.table = (SessionRepository<Session>) (SessionRepository<?>) table;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	@Override
	public TextSession createSession() {
		return new TextSession(this.table.createSession(), this.table::createSession, false);
	}

	@Override
	public @Nullable TextSession findById(String id) {
		Session found = this.table.findById(id);
		return (found != null) ? new TextSession(found, this.table::createSession, true) : null;
	}

	@Override
	public void save(TextSession session) {
		String replaced = session.replaced();
		if (replaced == null) {
			this.table.save(session.current());
			session.isStored();
		}
		else if (Boolean.TRUE.equals(this.transaction.execute((status) -> replace(replaced, session.current())))) {
			session.isStored();
		}
	}

	/** Somebody who was signed out meanwhile does not come back under a new id. */
	private boolean replace(String old, Session fresh) {
		int ended = this.jdbc.sql("delete from session.spring_session where session_id = :id")
			.param("id", old)
			.update();
		if (ended > 0) {
			this.table.save(fresh);
		}
		return ended > 0;
	}

	@Override
	public void deleteById(String id) {
		this.table.deleteById(id);
	}

}
