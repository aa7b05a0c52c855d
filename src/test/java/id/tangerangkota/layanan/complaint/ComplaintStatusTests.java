package id.tangerangkota.layanan.complaint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ComplaintStatusTests {

	private static final Path DOCUMENT = Path.of("docs", "complaints.md");

	/** The graph the document shows is the one the code follows. */
	@Test
	void areDrawnAsTheyAre() throws IOException {
		String graph = Arrays.stream(ComplaintStatus.values())
			.flatMap((from) -> from.next().stream().map((to) -> "    %s --> %s".formatted(from, to)))
			.collect(Collectors.joining("\n", "```mermaid\nstateDiagram-v2\n    [*] --> SUBMITTED\n", "\n```"));
		assertThat(Files.readString(DOCUMENT)).contains(graph);
	}

	@Test
	void areAllReachedAndNoneIsADeadEnd() {
		Set<ComplaintStatus> reached = EnumSet.of(ComplaintStatus.SUBMITTED);
		int before = 0;
		while (reached.size() > before) {
			before = reached.size();
			Set.copyOf(reached).forEach((status) -> reached.addAll(status.next()));
		}
		assertThat(reached).containsExactlyInAnyOrder(ComplaintStatus.values());
		assertThat(ComplaintStatus.values()).noneMatch((status) -> status.next().isEmpty());
	}

	@Test
	void saysOpenOfWhatTheCityHasToDoSomethingAbout() {
		assertThat(Arrays.stream(ComplaintStatus.values()).filter(ComplaintStatus::isOpen)).containsExactly(
				ComplaintStatus.SUBMITTED, ComplaintStatus.ASSIGNED, ComplaintStatus.IN_PROGRESS,
				ComplaintStatus.WAITING_FOR_CITIZEN, ComplaintStatus.RESOLVED);
	}

}
