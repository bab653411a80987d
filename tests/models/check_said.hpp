#pragma once

#include <functional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "models/scenario.hpp"
#include "tests/support/scenarios.hpp"

// What models::check says when a rule of the smallest scenario is broken.

namespace ficap::test {

using models::Diagnostic;
using models::Diagnostics;
using models::Scenario;
using models::Setting;

inline constexpr auto error = Diagnostic::Severity::error;
inline constexpr auto warning = Diagnostic::Severity::warning;

inline std::string text(const Diagnostic& d) {
  std::string also;
  for (const std::string& pointer : d.also)
    also += " also " + pointer;
  return std::string{d.severity == error ? "error " : "warning "} + d.pointer + ": found " +
         d.found + ", expected " + d.expected + (d.help.empty() ? "" : " (" + d.help + ")") + also;
}

inline std::vector<std::string> texts(const Diagnostics& problems) {
  std::vector<std::string> all;
  for (const Diagnostic& d : problems)
    all.push_back(text(d));
  return all;
}

// Breaks a rule in both settings. @returns what check says, each problem once
inline std::vector<std::string> said_of(const std::function<void(Setting&)>& change) {
  Scenario broken = scenario(one_desk);
  change(broken.before);
  change(broken.planned);
  return texts(models::check(broken));
}

inline std::vector<std::string> said_of_planned(const std::function<void(Setting&)>& change) {
  Scenario broken = scenario(one_desk);
  change(broken.planned);
  return texts(models::check(broken));
}

inline models::Pathway& pathway(Setting& s) {
  return s.pathways.at("one_stage");
}
inline models::Stage& stage(Setting& s) {
  return pathway(s).stages.at("open");
}
inline models::RequestType& help(Setting& s) {
  return s.requests.at("help");
}
inline models::Team& desk(Setting& s) {
  return s.teams.at("desk");
}

struct Rule {
  std::function<void(Setting&)> breaks;
  Diagnostic expected;
};

inline void check_rules(const std::vector<Rule>& rules) {
  for (const Rule& rule : rules) {
    const std::string expected = text(rule.expected);
    CAPTURE(expected);
    const std::vector<std::string> said = said_of(rule.breaks);
    REQUIRE(said.size() == 1);
    CHECK(said.front() == expected);
  }
}

}  // namespace ficap::test
