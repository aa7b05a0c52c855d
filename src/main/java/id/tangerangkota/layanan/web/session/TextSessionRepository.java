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

	private final SavedSession saved;

	/** Its type of session has no public name. */
	@SuppressWarnings("unchecked")
	TextSessionRepository(JdbcIndexedSessionRepository table, JdbcClient jdbc, TransactionOperations transaction,
			SavedSession saved) {
		this.table = (SessionRepository<Session>) (SessionRepository<?>) table;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.saved = saved;
	}

	@Override
	public TextSession createSession() {
		return new TextSession(this.table.createSession(), this.table::createSession, false);
	}

	@Override
	public @Nullable TextSession findById(String id) {
		TextSession before = this.saved.get(id);
		if (before != null) {
			return before;
		}
		Session found = this.table.findById(id);
		return (found != null) ? new TextSession(found, this.table::createSession, true) : null;
	}

	@Override
	public void save(TextSession session) {
		String replaced = session.replaced();
		if (replaced == null) {
			this.table.save(session.current());
			session.isStored();
			this.saved.set(session);
		}
		else if (Boolean.TRUE.equals(this.transaction.execute((status) -> replace(replaced, session.current())))) {
			session.isStored();
			this.saved.set(session);
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
		this.saved.set(null);
		this.table.deleteById(id);
	}

}
