package id.tangerangkota.layanan.identity;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import id.tangerangkota.layanan.actor.AccountId;
import id.tangerangkota.layanan.web.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes and sends links for new passwords after the answer, so that it takes no longer
 * where there is somebody to send one to. A link that a dying node did not come to is
 * asked for again.
 */
@Component
class ResetLinks implements DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(ResetLinks.class);

	private static final int MOST_WAITING = 1000;

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final AccountRepository accounts;

	private final AccountNotices notices;

	private final TransactionTemplate transaction;

	private final ThreadPoolExecutor executor = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
			new ArrayBlockingQueue<>(MOST_WAITING), Thread.ofVirtual().name("reset-links").factory());

	ResetLinks(AccountRepository accounts, AccountNotices notices, TransactionTemplate transaction) {
		this.accounts = accounts;
		this.notices = notices;
		this.transaction = transaction;
	}

	/** Takes the same way for nobody. */
	void send(Optional<AccountId> account) {
		Language language = Language.of(LocaleContextHolder.getLocale());
		try {
			this.executor.execute(() -> run(account, language));
		}
		catch (RejectedExecutionException ex) {
			log.warn("Too many ask for new passwords: one was not sent a link");
		}
	}

	private void run(Optional<AccountId> account, Language language) {
		try {
			account
				.ifPresent((id) -> this.transaction.executeWithoutResult((status) -> this.accounts.findById(id.value())
					.filter(Account::isActive)
					.ifPresent((found) -> this.notices.resetPassword(found, language))));
		}
		catch (RuntimeException ex) {
			log.warn("A link for a new password was not sent: {}", ex.getClass().getSimpleName());
		}
	}

	@Override
	public void destroy() throws InterruptedException {
		this.executor.shutdown();
		if (!this.executor.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
			this.executor.shutdownNow();
		}
	}

}
