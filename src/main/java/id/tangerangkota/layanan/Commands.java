package id.tangerangkota.layanan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * The commands of the jar: every bean of any module whose class carries picocli's
 * {@code @Command} and is not the sub-command of another. Such a bean must not be
 * proxied, picocli fills its fields; transactions belong to the services it calls.
 * <p>
 * The application starts when a command is made, so the list of commands and the answer
 * to a mistyped one need neither it nor a database.
 */
final class Commands implements CommandLine.IFactory {

	private static final Set<String> HELP = Set.of("--help", "--version");

	private final Collection<Class<?>> types;

	private final Supplier<? extends BeanFactory> beans;

	private final boolean debug;

	Commands(Collection<Class<?>> types, Supplier<? extends BeanFactory> beans, boolean debug) {
		this.types = types;
		this.beans = SingletonSupplier.of(beans);
		this.debug = debug;
	}

	/** Arguments of the portal are properties, and those start with two dashes. */
	static boolean areAsked(String... args) {
		return args.length > 0 && (!args[0].startsWith("--") || HELP.contains(args[0]));
	}

	static int run(String... args) {
		boolean debug = System.getenv("LAYANAN_DEBUG") != null;
		return new Commands(onClassPath(), () -> application(debug).run(), debug).execute(top(), args);
	}

	private static List<Class<?>> onClassPath() {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(Command.class));
		List<Class<?>> types = new ArrayList<>();
		for (BeanDefinition found : scanner.findCandidateComponents(Commands.class.getPackageName())) {
			types.add(ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null));
		}
		return types;
	}

	/** Lazy, because a command needs little of the portal and none of its schedulers. */
	private static SpringApplication application(boolean debug) {
		SpringApplication application = new SpringApplication(LayananApplication.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setBannerMode(Banner.Mode.OFF);
		application.setLogStartupInfo(false);
		application.setLazyInitialization(true);
		Map<String, Object> properties = new HashMap<>(logging(debug));
		// It starts by itself, lazy or not; jobs belong to the portal.
		properties.put("db-scheduler.enabled", "false");
		application.setDefaultProperties(properties);
		return application;
	}

	private static Map<String, Object> logging(boolean debug) {
		Map<String, Object> levels = new HashMap<>(Map.of("logging.level.root", "warn"));
		if (!debug) {
			// What fails is told in one line here; these would add their stack traces.
			levels.put("logging.level.org.springframework.boot.SpringApplication", "off");
			levels.put("logging.level.org.springframework.boot.diagnostics", "off");
			levels.put("logging.level.org.springframework.context", "error");
			levels.put("logging.level.com.zaxxer.hikari", "error");
		}
		return levels;
	}

	int execute(CommandLine commandLine, String... args) {
		try {
			for (Class<?> type : topLevel()) {
				commandLine.addSubcommand(subCommand(type, args[0]));
			}
			// Settings reach the sub-commands that are there when they are made.
			return commandLine.setOut(commandLine.getOut())
				.setErr(commandLine.getErr())
				.setExecutionExceptionHandler((ex, failed, result) -> fail(ex, commandLine))
				.execute(args);
		}
		catch (RuntimeException ex) {
			// The command could not even be made.
			return fail(ex, commandLine);
		}
	}

	static CommandLine top() {
		String version = LayananApplication.class.getPackage().getImplementationVersion();
		CommandSpec spec = CommandSpec.create()
			.name("layanan")
			.mixinStandardHelpOptions(true)
			.version(Objects.requireNonNullElse(version, "development"));
		spec.usageMessage()
			.description("Runs a command of the portal. Without one the portal itself starts.")
			.footer("LAYANAN_DEBUG=1 in the environment shows where a failure comes from.");
		return new CommandLine(spec);
	}

	/** Only the command asked for is made, of the others their line in the help. */
	private CommandLine subCommand(Class<?> type, String asked) {
		Command command = annotation(type);
		if (asked.equals(command.name()) || List.of(command.aliases()).contains(asked)) {
			return new CommandLine(type, this);
		}
		CommandSpec spec = CommandSpec.create().name(command.name()).aliases(command.aliases());
		spec.usageMessage().description(command.description());
		return new CommandLine(spec);
	}

	private List<Class<?>> topLevel() {
		Set<Class<?>> nested = new HashSet<>();
		for (Class<?> type : this.types) {
			Collections.addAll(nested, annotation(type).subcommands());
		}
		return this.types.stream()
			.filter((type) -> !nested.contains(type))
			.sorted(Comparator.comparing(Class::getName))
			.toList();
	}

	private static Command annotation(Class<?> type) {
		return Objects.requireNonNull(type.getAnnotation(Command.class));
	}

	private int fail(Exception failure, CommandLine commandLine) {
		if (this.debug) {
			failure.printStackTrace(commandLine.getErr());
		}
		else {
			Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
			String message = Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
			commandLine.getErr().println(message.lines().findFirst().orElse(""));
			if (cause instanceof FailureAnalyzedException analyzed) {
				commandLine.getErr().println(analyzed.analysis().getAction());
			}
		}
		return CommandLine.ExitCode.SOFTWARE;
	}

	/** Commands are beans, everything else picocli makes itself. */
	@Override
	public <K> K create(Class<K> type) throws Exception {
		return type.isAnnotationPresent(Command.class) ? this.beans.get().getBean(type)
				: CommandLine.defaultFactory().create(type);
	}

}
