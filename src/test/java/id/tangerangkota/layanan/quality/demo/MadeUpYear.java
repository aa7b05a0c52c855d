package id.tangerangkota.layanan.quality.demo;

import java.time.Clock;
import java.time.LocalDate;

import id.tangerangkota.layanan.catalog.ServiceCatalog;
import id.tangerangkota.layanan.quality.Indicator;
import id.tangerangkota.layanan.quality.Period;
import id.tangerangkota.layanan.quality.score.Scales;
import id.tangerangkota.layanan.web.PageChanges;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts of what never happened, for tests that want to see something. */
public final class MadeUpYear {

	/** Enough for a quarter and what lies before it. */
	private static final int DAYS = 120;

	private MadeUpYear() {
	}

	/**
	 * Makes counts up in the place of those that are there, as if all addresses were
	 * verified.
	 * @param last their last day
	 */
	public static void make(BeanFactory beans, LocalDate last) {
		MadeUpFacts facts = new MadeUpFacts(beans.getBean(ServiceCatalog.class),
				beans.getBeanProvider(Indicator.class).orderedStream().toList(), beans.getBean(Scales.class),
				beans.getBean(JdbcClient.class), new MadeUpSums(beans.getBean(JdbcClient.class)),
				beans.getBean(PageChanges.class), beans.getBean(Clock.class));
		beans.getBean(TransactionTemplate.class).executeWithoutResult((status) -> {
			clear(beans);
			Period days = new Period(last.minusDays(DAYS - 1L), last);
			facts.make(days);
		});
	}

	/** Takes all counts away. */
	public static void clear(BeanFactory beans) {
		JdbcClient jdbc = beans.getBean(JdbcClient.class);
		jdbc.sql("delete from quality.fact").update();
		jdbc.sql("delete from quality.month").update();
		jdbc.sql("delete from quality.day").update();
		beans.getBean(PageChanges.class).changed("quality");
	}

}
