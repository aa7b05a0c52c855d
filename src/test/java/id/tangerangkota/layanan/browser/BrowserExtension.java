package id.tangerangkota.layanan.browser;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Starts the browser before the first such test and ends it after the last. Where there
 * is none the tests are skipped, loudly, or fail with {@code -Dbrowser=required}.
 */
class BrowserExtension implements ExecutionCondition, ParameterResolver {

	private static final Logger log = LoggerFactory.getLogger(BrowserExtension.class);

	private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

	private static final boolean REQUIRED = "required".equals(System.getProperty("browser"));

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		Start start = start(context);
		if (start.browser() != null) {
			return ConditionEvaluationResult.enabled("There is a browser");
		}
		if (REQUIRED) {
			throw new IllegalStateException(start.problem());
		}
		return ConditionEvaluationResult.disabled(start.problem());
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Portal.class;
	}

	@Override
	public Portal resolveParameter(ParameterContext parameter, ExtensionContext context) {
		Chromium browser = start(context).browser();
		if (browser == null) {
			throw new IllegalStateException("Skipped tests need no portal");
		}
		String port = SpringExtension.getApplicationContext(context)
			.getEnvironment()
			.getRequiredProperty("local.server.port");
		return new Portal("http://localhost:" + port, browser.browser());
	}

	private static Start start(ExtensionContext context) {
		return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Start.class, (key) -> Start.now(), Start.class);
	}

	/** The one attempt of this JVM; closed by JUnit when all tests are done. */
	private record Start(@Nullable Chromium browser, String problem) implements AutoCloseable {

		static Start now() {
			try {
				return new Start(Chromium.start(), "");
			}
			catch (RuntimeException ex) {
				String problem = "No browser: " + String.valueOf(ex.getMessage()).lines().findFirst().orElse("");
				if (!REQUIRED) {
					String line = "#".repeat(100);
					log.warn(
							"""

									{}
									#  BROWSER TESTS ARE SKIPPED. {}
									#  Install Chromium, or say where it is in CHROME_PATH. -Dbrowser=required makes this a failure.
									{}""",
							line, problem, line);
				}
				return new Start(null, problem);
			}
		}

		@Override
		public void close() {
			if (this.browser != null) {
				this.browser.close();
			}
		}

	}

}
