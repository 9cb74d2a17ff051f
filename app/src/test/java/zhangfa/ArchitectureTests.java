package zhangfa;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;

/** The habits of the house that no compiler keeps; what one sees in the sources alone is in {@link SourceTests}. */
class ArchitectureTests {

    private static final JavaClasses PRODUCT = imported(Predefined.DO_NOT_INCLUDE_TESTS);
    private static final JavaClasses TESTS = imported(Predefined.ONLY_INCLUDE_TESTS);

    private static JavaClasses imported(ImportOption which) {
        return new ClassFileImporter().withImportOption(which).importPackages("zhangfa");
    }

    @Test
    void whatAClassNeedsComesByItsConstructor() {
        holds(noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class));
    }

    @Test
    void noPackagesGoInCircles() {
        holds(slices().matching("zhangfa.(**)").should().beFreeOfCycles());
    }

    @Test
    void controllersAreNobodyElsesBusiness() {
        holds(classes().that().areMetaAnnotatedWith(Controller.class).should().bePackagePrivate());
    }

    @Test
    void everyNameSaysSomething() {
        holds(noClasses().should().haveNameMatching(".*(Service|Manager|Helper|Utils?|Impl|DTO|Dto|VO)"));
        holds(noClasses()
                .should()
                .resideInAnyPackage("..service..", "..util..", "..impl..", "..dto..", "..common..", "..mapper.."));
    }

    @Test
    void everyPackageSaysWhereNullMayBe() {
        assertThat(PRODUCT.stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .allMatch(one -> one.isAnnotatedWith(NullMarked.class));
    }

    @Test
    void noTestIsSwitchedOffOrSleepsOrMocks() {
        noMethods().should().beAnnotatedWith(Disabled.class).check(TESTS);
        noClasses().should().beAnnotatedWith(Disabled.class).check(TESTS);
        noClasses()
                .should()
                .callMethodWhere(target(describe(
                        "Thread.sleep",
                        (AccessTarget called) -> called.getName().equals("sleep")
                                && called.getOwner().isEquivalentTo(Thread.class))))
                .check(TESTS);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.mockito..")
                .check(TESTS);
    }

    private static void holds(ArchRule rule) {
        rule.check(PRODUCT);
    }
}
