#include "io/write_self_test.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "io/json_text.hpp"

namespace ficap::io {

namespace {

constexpr std::array<std::string_view, study::exact_count> names_of_exact{
    "needs", "hours", "assets", "integrals", "cuts", "known_answers", "same_numbers", "threads"};

Node number(const std::optional<double>& value) {
  return value ? make_node(*value) : Node{Null{}, {}};
}

Node node_of(const study::OracleFinding& oracle) {
  Array claims;
  for (const study::ClaimFinding& finding : oracle.claims) {
    claims.push_back(make_object({{"what", make_node(finding.claim.what)},
                                  {"closed_form", make_node(finding.claim.law)},
                                  {"expected", make_node(finding.claim.expected)},
                                  {"simulated", number(finding.simulated)},
                                  {"half_width", number(finding.half_width)},
                                  {"agrees", make_node(finding.agrees())}}));
  }
  return make_object({{"scenario", make_node(oracle.scenario)},
                      {"name", make_node(oracle.name)},
                      {"source", make_node(oracle.source)},
                      {"claims", make_node(std::move(claims))}});
}

Node node_of(const study::ExactFinding& finding) {
  return make_object({{"what", make_node(names_of_exact[static_cast<std::size_t>(finding.what)])},
                      {"looked_at", make_node(static_cast<double>(finding.looked_at))},
                      {"holds", make_node(finding.holds())},
                      {"wrong", make_node(finding.wrong)}});
}

}  // namespace

std::string self_test_json(const study::SelfTest& test) {
  Array oracles;
  for (const study::OracleFinding& oracle : test.oracles)
    oracles.push_back(node_of(oracle));
  Array exact;
  for (const study::ExactFinding& finding : test.exact)
    exact.push_back(node_of(finding));
  return pretty(make_object({{"version", make_node(FICAP_VERSION)},
                             {"passed", make_node(test.passed())},
                             {"futures", make_node(static_cast<double>(test.futures))},
                             {"chance_of_alarm", make_node(test.chance_of_alarm)},
                             {"oracles", make_node(std::move(oracles))},
                             {"exact", make_node(std::move(exact))}}));
}

}  // namespace ficap::io
