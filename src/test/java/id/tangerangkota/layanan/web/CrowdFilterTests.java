package id.tangerangkota.layanan.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class CrowdFilterTests {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final CountDownLatch gate = new CountDownLatch(1);

	private final AtomicInteger within = new AtomicInteger();

	private final AtomicInteger most = new AtomicInteger();

	private final AtomicInteger done = new AtomicInteger();

	private final FilterChain work = (request, response) -> {
		this.most.accumulateAndGet(this.within.incrementAndGet(), Math::max);
		try {
			this.gate.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.within.decrementAndGet();
		this.done.incrementAndGet();
	};

	@Test
	void worksOnFewAtOnceAndForgetsNobody() throws Exception {
		CrowdFilter door = new CrowdFilter("test", 2, 100, Duration.ofMinutes(1), this.meters);
		try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<Void>> all = come(door, people, 50);
			await().until(() -> waiting() == 48);
			this.gate.countDown();
			for (Future<Void> one : all) {
				one.get();
			}
		}
		assertThat(this.done).hasValue(50);
		assertThat(this.most).hasValue(2);
		assertThat(waiting()).isZero();
	}

	@Test
	void sendsAwayWhoeverFindsTheLineFull() throws Exception {
		CrowdFilter door = new CrowdFilter("test", 1, 2, Duration.ofMinutes(1), this.meters);
		try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
			come(door, people, 3);
			await().until(() -> waiting() == 2);
			assertThatExceptionOfType(Overload.class).isThrownBy(() -> visit(door, this.work).call())
				.satisfies((ex) -> assertThat(ex.retryAfter()).isPositive());
			this.gate.countDown();
		}
		assertThat(this.done).hasValue(3);
		assertThat(this.meters.get("layanan.crowd.refused").counter().count()).isEqualTo(1);
	}

	@Test
	void sendsAwayWhoeverWaitsTooLong() throws Exception {
		CrowdFilter door = new CrowdFilter("test", 1, 2, Duration.ofMillis(1), this.meters);
		try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
			come(door, people, 1);
			await().until(() -> this.within.get() == 1);
			assertThatExceptionOfType(Overload.class).isThrownBy(() -> visit(door, this.work).call());
			this.gate.countDown();
		}
		visit(door, this.work).call();
		assertThat(this.done).hasValue(2);
	}

	@Test
	void givesThePlaceBackAfterAFailure() throws Exception {
		CrowdFilter door = new CrowdFilter("test", 1, 1, Duration.ofMillis(1), this.meters);
		assertThatExceptionOfType(ServletException.class).isThrownBy(() -> visit(door, (request, response) -> {
			throw new ServletException("as planned");
		}).call());
		this.gate.countDown();
		visit(door, this.work).call();
		assertThat(this.done).hasValue(1);
	}

	private List<Future<Void>> come(CrowdFilter door, ExecutorService people, int number) {
		List<Future<Void>> all = new ArrayList<>();
		for (int i = 0; i < number; i++) {
			all.add(people.submit(visit(door, this.work)));
		}
		return all;
	}

	private static Callable<Void> visit(CrowdFilter door, FilterChain chain) {
		return () -> {
			door.doFilter(new MockHttpServletRequest("POST", "/masuk"), new MockHttpServletResponse(), chain);
			return null;
		};
	}

	private double waiting() {
		return this.meters.get("layanan.crowd.waiting").gauge().value();
	}

}
