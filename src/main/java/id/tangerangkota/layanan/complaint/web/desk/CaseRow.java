package id.tangerangkota.layanan.complaint.web.desk;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A line of the queue in words.
 *
 * @param value of its checkbox
 * @param about category, service and place
 * @param agency null while none has it
 * @param officer whose it is
 * @param due null where nothing runs
 * @param marks what is special about it
 */
record CaseRow(String href, String value, String ticket, String subject, String about, @Nullable String agency,
		String officer, String status, String received, @Nullable DueTag due, List<String> marks) {
}
