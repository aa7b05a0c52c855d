package id.tangerangkota.layanan.catalog.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import id.tangerangkota.layanan.catalog.ServiceId;
import id.tangerangkota.layanan.catalog.ServiceNotes;
import id.tangerangkota.layanan.catalog.ServiceSummary;
import org.thymeleaf.context.LazyContextVariable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the modules above what they have to say about the services of a page. */
@Component
class RowNotes {

	/** The model attribute rows of services read. */
	static final String ATTRIBUTE = "notes";

	private final ObjectProvider<ServiceNotes> sources;

	RowNotes(ObjectProvider<ServiceNotes> sources) {
		this.sources = sources;
	}

	/** The notes on services; asked for only when a row is not kept already. */
	LazyContextVariable<Map<ServiceId, List<ServiceNotes.Note>>> of(List<ServiceSummary> services) {
		return lazily(() -> on(services.stream().map(ServiceSummary::id).toList()));
	}

	/** The notes on a service. */
	List<ServiceNotes.Note> of(ServiceId service) {
		return on(List.of(service)).getOrDefault(service, List.of());
	}

	private Map<ServiceId, List<ServiceNotes.Note>> on(Collection<ServiceId> services) {
		Map<ServiceId, List<ServiceNotes.Note>> all = new HashMap<>();
		this.sources.orderedStream()
			.forEach((source) -> source.notes(services)
				.forEach((service, notes) -> all.computeIfAbsent(service, (id) -> new ArrayList<>()).addAll(notes)));
		return all;
	}

	/** What a template reads only when it shows it. */
	static <T> LazyContextVariable<T> lazily(Supplier<T> load) {
		return new LazyContextVariable<>() {
			@Override
			protected T loadValue() {
				return load.get();
			}
		};
	}

}
