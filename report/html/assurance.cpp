#include "report/html/assurance.hpp"

#include <cstddef>
#include <utility>

#include "report/self_test.hpp"

namespace ficap::report::html {

std::vector<Block> method_and_self_test(const study::SelfTest& test) {
  std::vector<Block> blocks;
  blocks.emplace_back(Paragraph{
      .words = "A discrete-event simulation: cases open, move through their stages and need help; "
               "officers ask or do not, by what they have come to expect; people take the work in "
               "the order that the rules give; assets dissipate until somebody protects them. Each "
               "future draws every chance anew, and figures are means over futures."});
  blocks.emplace_back(Paragraph{
      .words = "The program tested itself when it wrote this page. The table is the same on every "
               "machine."});
  for (const TextTable& table : self_test_tables(test))
    blocks.emplace_back(Closed{.summary = table.headings().front(), .table = table_of(table)});
  for (const std::string& sentence : self_test_sentences(test))
    blocks.emplace_back(Paragraph{.words = sentence});
  return blocks;
}

Section roles_and_sign_off() {
  Table roles{.caption = "Roles in assurance, to be signed by hand",
              .columns = {"Role", "what they answer for", "name", "signature", "date"},
              .rows = {},
              .in_words = {true, true, true, true, true},
              .to_be_filled_in = true};
  const auto role = [&](const char* name, const char* answers_for) {
    roles.rows.push_back({.cells = {name, answers_for, "", "", ""}});
  };
  role("Commissioner", "the question, and that the analysis is fit for it");
  role("Analyst", "the scenario, the run and what is said of it");
  role("Analytical assurer", "that assumptions, data and method were checked by somebody else");
  role("Approver", "that it may be relied on, within its limits");
  return {.heading = "Roles and sign-off",
          .blocks = {Paragraph{.words = "The roles are those of the AQuA Book (HM Treasury, 2025 "
                                        "edition). Nothing here has been signed by the program."},
                     std::move(roles)}};
}

Section stress_des(const Stress& stress) {
  Table table{.caption =
                  "STRESS-DES (Monks and others, Journal of Simulation 13, 2019), filled in "
                  "from this run",
              .columns = {"Item", "Answer"},
              .rows = {},
              .in_words = {true, true}};
  const auto add = [&](const char* item, std::string answer) {
    table.rows.push_back({.cells = {item, std::move(answer)}});
  };
  const auto group = [&](const char* name) { table.rows.push_back({.cells = {name}}); };
  group("1 Objectives");
  add("1.1 Purpose",
      "How much need for financial investigation goes unmet and why, when the Economic Crime Unit "
      "first engages, and what that does to assets recovered." +
          (stress.purpose.empty() ? std::string{} : " Of this scenario: " + stress.purpose));
  add("1.2 Outputs",
      "Needs and requests by what became of them, first engagement, waits, hours, trust, orders, "
      "assets by where they end; each with unit and definition.");
  add("1.3 Aims of experimentation", stress.experiment);
  group("2 Logic");
  add("2.1 Base model overview",
      "Cases move through pathways of stages; in stages needs arise; officers ask for help "
      "according to trust, or must; people serve requests by a rule; trust follows experience.");
  add("2.2 Base model logic", "docs/model.md of the program, section by section.");
  add("2.3 Scenario logic",
      "All that a scenario says is in it; what an option changes is what its file says.");
  add("2.4 Algorithms",
      "Arrivals by the inverse of the cumulative rate of a non-homogeneous Poisson process; "
      "allocation by the scenario's policy; belief by its rule of learning.");
  add("2.5 Components",
      "Entities: cases, needs and requests, people. Activities: tasks, external waits, stages. "
      "Resources: people by team, role and skill, with calendars. Queues: by organisation, skill "
      "and lane. Cases enter by stream and leave when their pathway closes.");
  group("3 Data");
  add("3.1 Data sources", stress.data);
  add("3.2 Pre-processing", "As the note of each number in the scenario says.");
  add("3.3 Input parameters", "The scenario, which is part of this page.");
  add("3.4 Assumptions", "The section What we assumed, and the rules of docs/model.md.");
  group("4 Experimentation");
  add("4.1 Initialisation", stress.initialisation);
  add("4.2 Run length", stress.length);
  add("4.3 Estimation approach", stress.estimation);
  group("5 Implementation");
  add("5.1 Software", "ficap " + stress.version + " (C++20, Boost.Graph, Eigen, nlohmann/json).");
  add("5.2 Random sampling",
      "Philox4x32-10: a stream for each replication, purpose and thing, with elementary functions "
      "of its own, so that all platforms give the same bits.");
  add("5.3 Model execution",
      "Next event, in a total order of simultaneous events; parallel replications without effect "
      "on results.");
  add("5.4 System specification", "Any: results do not depend on it.");
  group("6 Code access");
  add("6.1 Computer model sharing",
      "The program's repository; this page holds scenario, digest, seed, futures and version, "
      "which "
      "give its figures again.");
  return {.heading = "STRESS-DES", .blocks = {std::move(table)}};
}

Section how_to_cite(const Citation& cited) {
  Terms terms{.entries = {{"As a sentence", sentence(cited)}, {"In a footnote", footnote(cited)}}};
  if (cited.study) terms.entries.emplace_back("Digest of the study (SHA-256)", cited.study->sha256);
  for (const CitedScenario& scenario : cited.scenarios) {
    terms.entries.emplace_back("Digest of " + in_quotes(scenario.title) + " (SHA-256)",
                               scenario.sha256);
  }
  terms.entries.emplace_back("To compute the figures again", cited.again);
  return {.heading = "How to cite",
          .blocks = {std::move(terms),
                     Paragraph{.words = "The same scenario, seed, number of futures and version "
                                        "give the same figures, to the last bit, on any machine. "
                                        "With the results as JSON (--json), ficap verify says "
                                        "whether they do, and ficap cite says how to cite each.",
                               .tone = Tone::note}}};
}

void add_assurance(Page& page, const study::SelfTest& test, Section stress) {
  page.sections.push_back(
      {.heading = "Method and self-test", .blocks = method_and_self_test(test)});
  page.sections.push_back(roles_and_sign_off());
  page.sections.push_back(std::move(stress));
  page.sections.push_back(how_to_cite(page.provenance));
}

}  // namespace ficap::report::html
