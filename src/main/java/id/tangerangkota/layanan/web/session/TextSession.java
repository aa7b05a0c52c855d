package id.tangerangkota.layanan.web.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.session.Session;

/**
 * A session that takes text only, and becomes another one when it gets a new id: a
 * request that still has the old one, perhaps somebody else's, reaches nothing of the
 * new.
 */
class TextSession implements Session {

	private final Supplier<? extends Session> source;

	private Session current;

	/** The id under which the table has it. */
	private @Nullable String stored;

	TextSession(Session current, Supplier<? extends Session> source, boolean stored) {
		this.current = current;
		this.source = source;
		this.stored = stored ? current.getId() : null;
	}

	Session current() {
		return this.current;
	}

	/** The id whose row must go when this one is stored. */
	@Nullable String replaced() {
		return (this.stored != null && !this.stored.equals(getId())) ? this.stored : null;
	}

	void isStored() {
		this.stored = getId();
	}

	@Override
	public String changeSessionId() {
		Session old = this.current;
		Session fresh = this.source.get();
		for (String name : old.getAttributeNames()) {
			Object value = old.getAttribute(name);
			if (value != null && !name.equals(Sessions.FORM_TOKEN)) {
				fresh.setAttribute(name, value);
			}
		}
		fresh.setMaxInactiveInterval(old.getMaxInactiveInterval());
		this.current = fresh;
		return fresh.getId();
	}

	@Override
	public void setAttribute(String name, @Nullable Object value) {
		if (value == null) {
			removeAttribute(name);
		}
		else {
			this.current.setAttribute(name, StoredText.requireText(value));
		}
	}

	@Override
	public String getId() {
		return this.current.getId();
	}

	@Override
	public <T> @Nullable T getAttribute(String name) {
		return this.current.getAttribute(name);
	}

	@Override
	public Set<String> getAttributeNames() {
		return this.current.getAttributeNames();
	}

	@Override
	public void removeAttribute(String name) {
		this.current.removeAttribute(name);
	}

	@Override
	public Instant getCreationTime() {
		return this.current.getCreationTime();
	}

	/** Sooner the table would not write it anyway. */
	@Override
	public void setLastAccessedTime(Instant time) {
		if (this.stored == null || !time.isBefore(this.current.getLastAccessedTime().plus(SessionTable.PRECISION))) {
			this.current.setLastAccessedTime(time);
		}
	}

	@Override
	public Instant getLastAccessedTime() {
		return this.current.getLastAccessedTime();
	}

	@Override
	public void setMaxInactiveInterval(Duration interval) {
		this.current.setMaxInactiveInterval(interval);
	}

	@Override
	public Duration getMaxInactiveInterval() {
		return this.current.getMaxInactiveInterval();
	}

	@Override
	public boolean isExpired() {
		return this.current.isExpired();
	}

}
