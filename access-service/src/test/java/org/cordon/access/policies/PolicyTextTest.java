package org.cordon.access.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTextTest {
  private static final String HEAD = "@id(\"more\")\n@reason(\"One more.\")\n";

  @Test
  void theShippedPoliciesValidateStrictly() {
    CheckedPolicies checked = CheckedPolicies.of(PolicyText.shipped());
    assertThat(checked.reasons()).hasSizeGreaterThan(40);
    assertThat(checked.hash()).matches("[0-9a-f]{64}");
  }

  @Test
  void everyReasonIsASentence() {
    assertThat(CheckedPolicies.of(PolicyText.shipped()).reasons().values())
        .allMatch(reason -> reason.matches("[A-Z].{20,}\\."));
  }

  @Test
  void theSchemaAndTheServiceKnowTheSameActions() {
    String schema = PolicyText.shipped().schema().replaceAll("//.*", "");
    assertThat(
            Pattern.compile("action\\s+([a-zA-Z,\\s]+?)\\s+appliesTo")
                .matcher(schema)
                .results()
                .map((MatchResult found) -> found.group(1))
                .flatMap(names -> Arrays.stream(names.split("\\s*,\\s*", -1))))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Action.values()).map(Action::json).toList());
  }

  @Test
  void theHashMovesWithEveryLetterOfPolicyOrSchema() {
    String shipped = PolicyText.shipped().hash();
    assertThat(PolicyText.shipped().hash()).isEqualTo(shipped);
    assertThat(Mutations.withSchema(schema -> schema + " ").hash()).isNotEqualTo(shipped);
    assertThat(Mutations.without("case-open").hash()).isNotEqualTo(shipped);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "permit (principal, action, resource) when { resource.colour == \"red\" };",
        "permit (principal, action, resource) when { principal.roles.king.contains(resource.case) };",
        "permit (principal, action == Action::\"fly\", resource);",
        "permit (principal, action == Action::\"read\", resource) when { resource.kind };",
        "permit (principal == ?principal, action, resource);",
        "permit (principal, action, resource",
      })
  void aPolicyThatDoesNotFitTheSchemaStopsTheService(String policy) {
    assertThatThrownBy(() -> CheckedPolicies.of(Mutations.with(HEAD + policy)))
        .isInstanceOf(InvalidPolicies.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "permit (principal, action == Action::\"read\", resource == Version::\"x\");",
        "permit (principal, action == Action::\"read\", resource in Version::\"x\");",
        "permit (principal, action == Action::\"read\", resource is Version in Case::\"x\");",
        "permit (principal, action == Action::\"read\", resource) when { resource == Version::\"x\" };",
        "permit (principal, action == Action::\"read\", resource) when { resource in Case::\"x\" };",
        "permit (principal, action == Action::\"read\", resource) when { resource has delicate };",
        "permit (principal, action == Action::\"read\", resource) when { resource is Version };",
        "forbid (principal, action == Action::\"read\", resource) unless { [resource].contains(resource) };",
        "permit (principal, action == Action::\"read\", resource) when { resource.case in Case::\"x\" };",
        "permit (principal, action == Action::\"read\", resource) when { action == Action::\"read\" };",
        "permit (principal, action == Action::\"read\", resource) when { resource.kind like \"D*\" };",
        "permit (principal, action == Action::\"read\", resource is Version) when { resource.version == Version::\"x\" };",
        "permit (principal, action == Action::\"read\", resource is Version) when { principal.disclosures.containsAll([resource.version]) };",
        "permit (principal, action == Action::\"read\", resource is Version) when { [resource.version].contains(resource.version) };",
      })
  void aPolicyThatSpeaksOfTheResourceOtherThanThroughItsAttributesIsRefused(String policy) {
    assertThatThrownBy(() -> CheckedPolicies.of(Mutations.with(HEAD + policy)))
        .isInstanceOf(InvalidPolicies.class);
  }

  @Test
  void noAttributeOfTheSchemaIsOptional() {
    assertThat(PolicyText.shipped().schema()).doesNotContain("?:");
  }

  @Test
  void everyPolicyHasAnIdOfItsOwnAndAReason() {
    String body =
        "permit (principal, action == Action::\"read\", resource) when { resource.labelled };";
    assertThatThrownBy(() -> CheckedPolicies.of(Mutations.with("@id(\"more\")\n" + body)))
        .hasMessageContaining("more.cedar");
    assertThatThrownBy(() -> CheckedPolicies.of(Mutations.with("@reason(\"Why.\")\n" + body)))
        .hasMessageContaining("more.cedar");
    assertThatThrownBy(() ->
            CheckedPolicies.of(Mutations.with("@id(\"case-open\")\n@reason(\"Why.\")\n" + body)))
        .hasMessageContaining("case-open");
    assertThat(CheckedPolicies.of(Mutations.with(HEAD + body)).reasons()).containsKey("more");
  }
}
