package id.tangerangkota.layanan.audit;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import id.tangerangkota.layanan.LayananApplication;
import id.tangerangkota.layanan.actor.Actor;

import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** The events of all modules that belong into the trail, and one of each kind. */
final class AuditableEvents {

	private AuditableEvents() {
	}

	static List<Class<? extends AuditableEvent>> onClassPath() {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AssignableTypeFilter(AuditableEvent.class));
		scanner.addExcludeFilter((reader, factory) -> reader.getResource().getDescription().contains("test-classes"));
		List<Class<? extends AuditableEvent>> types = new ArrayList<>();
		scanner.findCandidateComponents(LayananApplication.class.getPackageName())
			.forEach((found) -> types
				.add(ClassUtils.resolveClassName(found.getBeanClassName(), null).asSubclass(AuditableEvent.class)));
		return types;
	}

	/** With the simplest values its components take. */
	static AuditableEvent sample(Class<? extends AuditableEvent> type) {
		return (AuditableEvent) value(type);
	}

	private static Object value(Class<?> type) {
		if (type.isEnum()) {
			return type.getEnumConstants()[0];
		}
		if (type == Actor.class) {
			return Actor.system();
		}
		if (type.isRecord()) {
			return ofRecord(type);
		}
		return switch (type.getName()) {
			case "java.lang.String" -> "x";
			case "int", "java.lang.Integer" -> 1;
			case "long", "java.lang.Long" -> 1L;
			case "boolean", "java.lang.Boolean" -> true;
			case "java.util.UUID" -> UUID.randomUUID();
			case "java.util.Set" -> Set.of();
			case "java.util.List", "java.util.Collection" -> List.of();
			case "java.util.Map" -> Map.of();
			case "java.time.Instant" -> Instant.EPOCH;
			case "java.time.LocalDate" -> LocalDate.EPOCH;
			default -> throw new IllegalStateException(
					"An event should be a record of ids, enums, numbers and instants: " + type);
		};
	}

	private static Object ofRecord(Class<?> type) {
		Class<?>[] types = Arrays.stream(type.getRecordComponents())
			.map(RecordComponent::getType)
			.toArray(Class[]::new);
		try {
			Constructor<?> constructor = type.getDeclaredConstructor(types);
			constructor.setAccessible(true);
			return constructor.newInstance(Arrays.stream(types).map(AuditableEvents::value).toArray());
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("Cannot make a " + type.getName(), ex);
		}
	}

}
