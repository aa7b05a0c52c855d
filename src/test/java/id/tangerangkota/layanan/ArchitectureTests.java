package id.tangerangkota.layanan;

import java.time.Clock;
import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.Resource;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PersistenceContext;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.ControllerAdvice;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

/** The rules of the house that byte code shows; {@link SourceTests} has the others. */
@AnalyzeClasses(packagesOf = LayananApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	/** The screens of a module; the module {@code web} itself is technique. */
	private static final String SCREENS = "id.tangerangkota.layanan.*.web..";

	private static final Set<String> DATA_PACKAGES = Set.of("org.springframework.jdbc", "org.springframework.data",
			"org.hibernate", "jakarta.persistence", "java.sql", "javax.sql");

	private static final DescribedPredicate<JavaClass> ENTITIES = describe("entities",
			(type) -> type.isAnnotatedWith(Entity.class) || type.isAnnotatedWith(Embeddable.class)
					|| type.isAnnotatedWith(MappedSuperclass.class));

	private static final DescribedPredicate<JavaClass> DATA_ACCESS = describe("repositories, JDBC or JPA",
			(type) -> DATA_PACKAGES.stream().anyMatch(type.getPackageName()::startsWith)
					|| type.isAssignableTo("org.springframework.data.repository.Repository"));

	private static final DescribedPredicate<JavaCall<?>> SYSTEM_TIME = describe("ask the system for the time",
			(call) -> call.getTarget().getRawParameterTypes().isEmpty() && switch (call.getTargetOwner().getName()) {
				case "java.lang.System" -> "currentTimeMillis".equals(call.getName());
				case "java.util.Date", "java.util.GregorianCalendar" -> "<init>".equals(call.getName());
				case "java.util.Calendar" -> "getInstance".equals(call.getName());
				default -> "now".equals(call.getName());
			});

	private static final DescribedPredicate<JavaCall<?>> MAKE_A_CLOCK = describe("make a clock outside a bean method",
			(call) -> call.getTargetOwner().isEquivalentTo(Clock.class)
					&& (call.getName().startsWith("system") || call.getName().startsWith("tick"))
					&& !call.getOrigin().isAnnotatedWith(Bean.class));

	@ArchTest
	static final ArchRule screensAskTheApiOfTheirModule = noClasses().that()
		.resideInAPackage(SCREENS)
		.should()
		.dependOnClassesThat(DATA_ACCESS.or(ENTITIES))
		.allowEmptyShould(true)
		.because("what people see then comes from what the module promises, and is tested with it");

	@ArchTest
	static final ArchRule nothingReadsTheTimeByItself = noClasses().should()
		.callCodeUnitWhere(SYSTEM_TIME)
		.because("tests set the time through the injected Clock");

	@ArchTest
	static final ArchRule onlyBeansMakeAClock = noClasses().should()
		.callCodeUnitWhere(MAKE_A_CLOCK)
		.because("a clock made on the spot is now() by another name");

	@ArchTest
	static final ArchRule screensOwnNoTransaction = noClasses().that()
		.resideInAPackage(SCREENS)
		.should()
		.dependOnClassesThat()
		.resideInAPackage("org.springframework.transaction..")
		.allowEmptyShould(true)
		.because("a transaction belongs to the application service, which ends it before the page is rendered");

	@ArchTest
	static final ArchRule noTransactionByAnotherName = noClasses().should()
		.dependOnClassesThat()
		.haveFullyQualifiedName("jakarta.transaction.Transactional")
		.because("Spring's knows readOnly and is the one the other rules look for");

	@ArchTest
	static final ArchRule controllersStayInTheirPackage = classes().that()
		.areMetaAnnotatedWith(Controller.class)
		.or()
		.areMetaAnnotatedWith(ControllerAdvice.class)
		.should()
		.bePackagePrivate()
		.allowEmptyShould(true)
		.because("people call them by URL and nothing calls them by name");

	@ArchTest
	static final ArchRule formsStayInTheirPackage = classes().that()
		.haveSimpleNameEndingWith("Form")
		.should()
		.bePackagePrivate()
		.allowEmptyShould(true)
		.because("a form is input of one screen; modules exchange domain types");

	@ArchTest
	static final ArchRule entitiesStayInTheirPackage = classes().that(ENTITIES)
		.should()
		.notBePublic()
		.because("an entity outside its module would be changed outside its rules");

	@ArchTest
	static final ArchRule repositoriesStayInTheirPackage = classes().that()
		.areAssignableTo("org.springframework.data.repository.Repository")
		.should()
		.notBePublic()
		.because("a module's tables are its own");

	@ArchTest
	static final ArchRule nothingIsInjectedIntoFields = noFields().should()
		.beAnnotatedWith(Autowired.class)
		.orShould()
		.beAnnotatedWith(Value.class)
		.orShould()
		.beAnnotatedWith(Resource.class)
		.orShould()
		.beAnnotatedWith(PersistenceContext.class)
		.because("constructors show what a class needs and let tests give it");

	@ArchTest
	static final ArchRule nothingIsInjectedIntoSetters = noMethods().should()
		.beAnnotatedWith(Autowired.class)
		.because("an object is complete when it is made");

	@ArchTest
	static final ArchRule nothingPrintsToStandardStreams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
		.because("logs have a level and a place; commands print through picocli");

	@ArchTest
	static final ArchRule logsGoThroughSlf4j = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING
		.because("one logging system is configured");

	@ArchTest
	static final ArchRule namesComeFromTheDomain = noClasses().should()
		.haveNameMatching(".*(Impl|Util|Utils|Helper|Helpers|Base[A-Z]\\w*Controller)")
		.because("such a name says nothing about what the class is for");

	@ArchTest
	static final ArchRule packagesComeFromTheDomain = noClasses().should()
		.resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..")
		.because("code without a home in the domain gathers there");

	@ArchTest
	static final ArchRule transactionsAreWhereTheProxyIs = noMethods().that()
		.areAnnotatedWith(Transactional.class)
		.should()
		.bePrivate()
		.because("the proxy never sees a private method");

}
