package id.tangerangkota.layanan.complaint.queue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements that are prepared. */
@TestComponent
class CountedStatements implements BeanPostProcessor {

	private final AtomicInteger number = new AtomicInteger();

	int during(Runnable work) {
		int before = this.number.get();
		work.run();
		return this.number.get() - before;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof DataSource source && name.equals("dataSource")) ? new Counting(source) : bean;
	}

	private final class Counting extends DelegatingDataSource {

		Counting(DataSource source) {
			super(source);
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = super.getConnection();
			return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(),
					new Class<?>[] { Connection.class }, (proxy, method, arguments) -> {
						if (method.getName().startsWith("prepare")) {
							CountedStatements.this.number.incrementAndGet();
						}
						try {
							return method.invoke(connection, arguments);
						}
						catch (InvocationTargetException ex) {
							throw ex.getCause();
						}
					});
		}

	}

}
