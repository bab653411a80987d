#include "io/write_results.hpp"

#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "io/json_text.hpp"
#include "models/measures.hpp"
#include "models/outcome.hpp"
#include "study/results.hpp"
#include "tests/io/support.hpp"

namespace io = ficap::io;
namespace models = ficap::models;
namespace study = ficap::study;
using models::Counter;
using models::Dimension;

namespace {

/// Two futures of a world with two organisations.
struct World {
  models::DimensionIds ids;
  models::Layout layout;
  std::vector<models::Outcome> outcomes;

  World() : ids{make_ids()}, layout{ids} {
    for (const std::int64_t n : {10, 20}) {
      models::Outcome outcome;
      outcome.values.assign(layout.size(), 0);
      at(outcome, Counter::needs) = n;
      at(outcome, Counter::served) = n - 4;
      at(outcome, Counter::expired) = 4;
      at(outcome, Counter::assets_collected) = 100 * n + 7;
      at(outcome, Counter::worked_ms) = n * 1'800'000;
      outcome.values[layout.cut(Counter::needs, Dimension::organisation, 0)] = n - 1;
      outcome.values[layout.cut(Counter::needs, Dimension::organisation, 1)] = 1;
      outcome.months.assign(2, {});
      outcome.months[0].needs = n;
      outcome.months[1].cash_forfeiture = 5 * n + 1;
      outcome.months[1].belief_thousandths = 250;
      outcome.months[1].posts = 5;
      outcome.months[1].people = 4;
      outcome.months[1].overtime_ms = 9'000'000;
      outcome.months[1].fte_thousandths = 3500;
      outcome.months[1].leavers = n;
      outcome.months[1].recruits_accredited = 1;
      outcome.months[1].discretionary_unhelped = n;
      outcomes.push_back(outcome);
    }
  }

  static models::DimensionIds make_ids() {
    models::DimensionIds ids;
    for (auto& list : ids)
      list = {"one"};
    ids[static_cast<std::size_t>(Dimension::organisation)] = {"first", "sec\"ond"};
    return ids;
  }
  std::int64_t& at(models::Outcome& outcome, Counter counter) const {
    return outcome.values[layout.total(counter)];
  }
  [[nodiscard]] io::Node json(const study::DemandOverTime* demand = nullptr) const {
    const io::RunInfo run{.id = "FI-0000-1111",
                          .scenario = "A \"small\" world",
                          .scenario_sha256 = "ab",
                          .seed = 18'446'744'073'709'551'615ULL,
                          .replications = 2,
                          .start = {2026, 4, 1},
                          .end = {2028, 4, 1},
                          .version = "0",
                          .resolved = io::make_object({{"title", io::make_node("small")}})};
    const ficap::test::Text text{
        io::results_json(run, study::estimate(ids, layout, outcomes), nullptr, demand)};
    REQUIRE(text.parsed.root);
    CHECK(text.parsed.problems.empty());
    return *text.parsed.root;
  }
};

/// @returns the cell of a column in a row of a CSV without quotes
std::string cell(const std::string& csv, std::size_t row, const std::string& column) {
  std::istringstream lines{csv};
  std::string header;
  std::getline(lines, header);
  std::string line;
  for (std::size_t i = 0; i <= row; ++i)
    std::getline(lines, line);
  std::istringstream names{header};
  std::istringstream cells{line};
  std::string name;
  std::string value;
  while (std::getline(names, name, ',')) {
    value.clear();
    std::getline(cells, value, ',');
    if (name == column) return value;
  }
  return "no such column";
}

}  // namespace

TEST_CASE("the document says how to make the result again, and each measure with its cuts") {
  const World world;
  const io::Node document = world.json();
  CHECK(
      io::canonical(*document.object()->find("run")) ==
      R"({"command":"run","end":"2028-04-01","id":"FI-0000-1111","period_years":2,"replications":2,)"
      R"("scenario":"A \"small\" world","scenario_sha256":"ab","seed":18446744073709552000,)"
      R"("start":"2026-04-01","version":"0"})");
  CHECK(io::canonical(*document.object()->find("scenario")) == R"({"title":"small"})");
  const io::Object& measures = *document.object()->find("measures")->object();
  CHECK(measures.members.size() == models::measures().size());
  const io::Object& needs = *measures.find("needs")->object();
  CHECK(needs.find("mean")->number()->value == 15.0);
  CHECK(needs.find("p10")->number()->value == 11.0);
  CHECK(*needs.find("unit")->string() == "needs");
  const auto of = [&](const char* name) {
    return *measures.find(name)->object()->find("of")->string();
  };
  CHECK(of("needs") == "total over the period");
  CHECK(of("unmet_share_of_need") == "share");
  CHECK(of("wait_days") == "mean");
  CHECK(of("belief") == "mean");
  const io::Object& organisations = *needs.find("by")->object()->find("organisation")->object();
  CHECK(organisations.find("first")->object()->find("mean")->number()->value == 14.0);
  CHECK(organisations.find("sec\"ond")->object()->find("mean")->number()->value == 1.0);
  CHECK(*organisations.find("first")->object()->find("unit")->string() == "needs");
  CHECK(measures.find("unmet_share_of_need")->object()->find("mean")->number()->text ==
        "0.26666666666666666");
  CHECK(measures.find("wait_days_p90")->object()->find("mean")->is_null());
  CHECK(measures.find("assets_collected")->object()->find("mean")->number()->value == 15.07);
}

TEST_CASE("the document says what requests came to over time beside the need") {
  const World world;
  CHECK(world.json().object()->find("demand") == nullptr);
  const study::Estimate up{.mean = 0.25, .half_width = 0.01, .replications = 2};
  const study::DemandOverTime demand{.from_year_before = true,
                                     .requests_change = up,
                                     .need_change = {},
                                     .requests_beyond_need = up,
                                     .unmet_share_of_need = {.then = up, .now = up, .change = up},
                                     .unmet_share_of_requests = {}};
  const io::Node document = world.json(&demand);
  const io::Object& node = *document.object()->find("demand")->object();
  CHECK(*node.find("from")->string() == "the year before the plan");
  CHECK(io::canonical(*node.find("requests_change")) == R"({"half_width":0.01,"mean":0.25})");
  CHECK(io::canonical(*node.find("need_change")) == R"({"half_width":null,"mean":null})");
  CHECK(io::canonical(*node.find("unmet_share_of_need")->object()->find("now")) ==
        R"({"half_width":0.01,"mean":0.25})");
}

TEST_CASE("a replication's row holds whole counts, money to the penny and empty undefined ratios") {
  const World world;
  const std::string csv = io::replications_csv(world.layout, world.outcomes);
  CHECK(cell(csv, 0, "replication") == "0");
  CHECK(cell(csv, 1, "replication") == "1");
  CHECK(cell(csv, 1, "needs") == "20");
  CHECK(cell(csv, 0, "assets_collected") == "10.07");
  CHECK(cell(csv, 0, "assets_denied") == "0.00");
  CHECK(cell(csv, 0, "hours_worked") == "5");
  CHECK(cell(csv, 1, "unmet_share_of_need") == "0.2");
  CHECK(cell(csv, 0, "belief").empty());
  CHECK(csv.ends_with("\n"));
}

TEST_CASE("the series has a row a month with means over the futures") {
  const World world;
  CHECK(io::series_csv({2026, 4, 1}, world.outcomes) ==
        "month,needs,asked,served,backlog,belief,cash_from_confiscation,cash_from_forfeiture,posts,"
        "people,fte_productive,on_loan,agency,leavers,recruits_accredited,hours_contracted,"
        "hours_worked,hours_idle,hours_away,hours_training,hours_overtime,hours_agency,"
        "discretionary_needs,discretionary_asked,discretionary_served,discretionary_covered,"
        "discretionary_unhelped,discretionary_never_asked\n"
        "2026-04-01,15,0,0,0,0,0.00,0.00,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0\n"
        "2026-05-01,0,0,0,0,0.25,0.00,0.76,5,4,3.5,0,0,15,1,0,0,0,0,0,2.5,0,0,0,0,0,15,0\n");
}
