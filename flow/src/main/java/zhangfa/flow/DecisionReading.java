package zhangfa.flow;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.operaton.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.operaton.bpm.dmn.engine.impl.spi.type.DmnDataTypeTransformer;
import org.operaton.bpm.dmn.engine.impl.spi.type.DmnDataTypeTransformerRegistry;
import org.operaton.bpm.engine.variable.Variables;

/** Reads DMN files, or names every reason why their decisions cannot be executed. */
final class DecisionReading {

    private static final Set<String> POLICIES = Set.of("UNIQUE", "FIRST", "ANY", "RULE ORDER", "COLLECT");

    private final Faults faults = new Faults();
    private final DecisionFeel feel;

    DecisionReading(ZoneId zone) {
        this.feel = new DecisionFeel(zone);
    }

    List<FlowDecision> read(String xml) throws ModelRefused {
        var definitions = XmlFile.read(xml);
        if (!definitions.local().equals("definitions")
                || !definitions.namespace().contains("/spec/DMN/")) {
            throw ModelRefused.at(definitions, "not-dmn", "The root element is not definitions of DMN");
        }
        var decisions = definitions.children().stream()
                .filter(child -> child.local().equals("decision"))
                .toList();
        if (decisions.isEmpty()) {
            faults.add(definitions, "no-decision", "There is no decision in the file");
        }
        decisions.forEach(this::decision);
        faults.refuseIfAny();
        return compiled(xml);
    }

    private void decision(Xml decision) {
        var logic = decision.children().stream()
                .filter(child -> Set.of("decisionTable", "literalExpression").contains(child.local()))
                .findFirst();
        if (logic.isEmpty()) {
            faults.add(decision, "not-executed", "A decision is a table or a literal expression");
        }
        decision.descendants().forEach(this::element);
    }

    private void element(Xml element) {
        var language = Objects.requireNonNullElse(element.attribute("expressionLanguage"), "feel");
        if (!language.toLowerCase(Locale.ROOT).contains("feel")) {
            faults.add(element, "expression-language", "Decisions are FEEL, not " + language);
        }
        switch (element.local()) {
            case "decisionTable" -> {
                var policy = Objects.requireNonNullElse(element.attribute("hitPolicy"), "UNIQUE");
                if (!POLICIES.contains(policy)) {
                    faults.add(element, "not-executed", "The hit policy " + policy + " is not executed");
                }
            }
            case "inputExpression", "outputEntry", "literalExpression" -> compile(element, false);
            case "inputEntry" -> compile(element, true);
            case "invocation", "context", "relation", "functionDefinition", "list" ->
                faults.add(element, "not-executed", "The element " + element.local() + " is not executed");
            default -> {}
        }
    }

    private void compile(Xml element, boolean test) {
        var text = element.children().stream()
                .filter(child -> child.local().equals("text"))
                .map(Xml::text)
                .filter(said -> !said.isEmpty())
                .findFirst();
        try {
            text.ifPresent(said -> feel.compile(said, test));
        } catch (IllegalArgumentException notUnderstood) {
            faults.add(element, "expression", "The expression cannot be understood: " + notUnderstood.getMessage());
        }
    }

    private List<FlowDecision> compiled(String xml) throws ModelRefused {
        var language = DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE;
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.setDefaultInputExpressionExpressionLanguage(language);
        configuration.setDefaultInputEntryExpressionLanguage(language);
        configuration.setDefaultOutputEntryExpressionLanguage(language);
        configuration.setDefaultLiteralExpressionLanguage(language);
        configuration.setFeelEngineFactory(() -> feel);
        configuration.getTransformer().setDataTypeTransformerRegistry(new AsTheyAre());
        try {
            var engine = configuration.buildEngine();
            return engine.parseDecisions(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))).stream()
                    .map(decision -> new FlowDecision(engine, feel, decision))
                    .toList();
        } catch (RuntimeException invalid) {
            throw Faults.whole(0, "schema", String.valueOf(invalid.getMessage()));
        }
    }

    /** Values are what FEEL and the form say; a declared type changes none of them. */
    private static final class AsTheyAre implements DmnDataTypeTransformerRegistry {

        @Override
        public void addTransformer(String typeName, DmnDataTypeTransformer transformer) {
            throw new UnsupportedOperationException(typeName);
        }

        @Override
        public DmnDataTypeTransformer getTransformer(String typeName) {
            return Variables::untypedValue;
        }
    }
}
