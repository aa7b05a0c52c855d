package id.tangerangkota.layanan.catalog.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import id.tangerangkota.layanan.catalog.Lifecycle;
import id.tangerangkota.layanan.catalog.Platform;
import id.tangerangkota.layanan.catalog.ServiceKind;

/**
 * What the values of a row must be to each other. They are fine on their own already.
 */
final class RowRules {

	private final CatalogRow row;

	private final List<RowProblem> problems = new ArrayList<>();

	private RowRules(CatalogRow row) {
		this.row = row;
	}

	static List<RowProblem> problems(CatalogRow row) {
		RowRules rules = new RowRules(row);
		rules.checkPlatforms();
		rules.checkOthers();
		if (rules.areAligned()) {
			for (int n = 0; n < row.platforms().size(); n++) {
				rules.checkVerification(row.platforms().get(n), n);
			}
		}
		return rules.problems;
	}

	private void checkPlatforms() {
		List<Platform> platforms = this.row.platforms();
		boolean website = ServiceKind.WEBSITE.name().equalsIgnoreCase(this.row.value(CatalogColumn.KIND));
		if (platforms.stream().distinct().count() < platforms.size()) {
			problem(CatalogColumn.PLATFORMS, "names a platform twice");
		}
		if (platforms.stream().anyMatch((platform) -> website != (platform == Platform.WEB))) {
			problem(CatalogColumn.PLATFORMS, "a website runs on web, an app on android or ios");
		}
		for (Platform platform : Platform.values()) {
			if (!platforms.contains(platform) && !this.row.address(platform).isEmpty()) {
				problem(CatalogColumn.PLATFORMS, "an address is given for a platform that is not named");
			}
		}
	}

	private void checkOthers() {
		if (isEmpty(CatalogColumn.AGENCY) != isEmpty(CatalogColumn.AGENCY_CONFIDENCE)) {
			problem(CatalogColumn.AGENCY_CONFIDENCE, "is given exactly when the agency is");
		}
		if (Lifecycle.REPLACED.name().equalsIgnoreCase(this.row.value(CatalogColumn.LIFECYCLE))
				&& isEmpty(CatalogColumn.REPLACED_BY)) {
			problem(CatalogColumn.LIFECYCLE, "replaced needs replaced_by");
		}
		for (CatalogColumn column : List.of(CatalogColumn.REPLACED_BY, CatalogColumn.RELATED)) {
			if (this.row.list(column).contains(this.row.value(CatalogColumn.SLUG))) {
				problem(column, "names the service itself");
			}
		}
	}

	private boolean isEmpty(CatalogColumn column) {
		return this.row.value(column).isEmpty();
	}

	private boolean areAligned() {
		int platforms = this.row.platforms().size();
		List<CatalogColumn> others = Arrays.stream(CatalogColumn.values())
			.filter(CatalogColumn::isAligned)
			.filter((column) -> this.row.list(column).size() > 1 && this.row.list(column).size() != platforms)
			.toList();
		others.forEach((column) -> problem(column,
				"holds " + this.row.list(column).size() + " values for " + platforms + " platforms"));
		return others.isEmpty();
	}

	private void checkVerification(Platform platform, int n) {
		boolean verified = "verified".equals(this.row.aligned(CatalogColumn.VERIFICATION, n));
		boolean on = !this.row.aligned(CatalogColumn.VERIFIED_ON, n).isEmpty();
		boolean by = !this.row.aligned(CatalogColumn.VERIFIED_BY, n).isEmpty();
		if (this.row.aligned(CatalogColumn.VERIFICATION, n).isEmpty()) {
			problem(CatalogColumn.VERIFICATION, "is empty for a platform");
		}
		if (verified != on || verified != by) {
			problem(CatalogColumn.VERIFICATION, "verified needs verified_on and verified_by, nothing else has them");
		}
		if (verified && this.row.address(platform).isEmpty()) {
			problem(CatalogColumn.VERIFICATION, "verified needs an address");
		}
	}

	private void problem(CatalogColumn column, String text) {
		this.problems.add(new RowProblem(this.row.line(), column.header(), text));
	}

}
