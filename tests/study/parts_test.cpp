#include "study/parts.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "models/same_values.hpp"
#include "tests/support/print.hpp"
#include "tests/support/scenarios.hpp"

// Which parts of two scenarios differ, and what becomes of a scenario that has some of another's.

namespace {

using ficap::study::Part;
using ficap::test::Changes;
using ficap::test::World;
namespace models = ficap::models;
namespace study = ficap::study;
namespace test = ficap::test;

std::vector<Part> parts_of(const Changes& changes) {
  return study::differing_parts(test::scenario(test::small_region),
                                test::scenario(test::small_region, changes));
}

const Changes more_people{"/from_start/teams/north-fi/strength=6",
                          "/from_start/teams/north-fi/establishment=6"};

}  // namespace

TEST_CASE("a scenario differs from itself in nothing") {
  CHECK(parts_of({}).empty());
}

TEST_CASE("a change belongs to one part, before the plan or from its start") {
  CHECK(parts_of(more_people) == std::vector{Part::people});
  CHECK(parts_of({"/roles/fi/away/leave=0.2"}) == std::vector{Part::people});
  CHECK(parts_of({R"(/staffing={"agency": {"a": {"team": "north-fi", "people": 1,
                     "from": "2026-06-01", "until": "2026-07-01", "day_rate": "£1"}}})"}) ==
        std::vector{Part::people});
  CHECK(parts_of({"/from_start/policies/allocation=value_per_hour"}) == std::vector{Part::rules});
  CHECK(parts_of({"/asking/floor=0.2"}) == std::vector{Part::trust});
  CHECK(parts_of({"/belief/initial=0.9"}) == std::vector{Part::trust});
  CHECK(parts_of({R"(/requests/claim/tasks/0/effort={"fixed": {"value": "9 h"}})"}) ==
        std::vector{Part::work});
  CHECK(parts_of({R"(/requests/profile/window="until_stage_ends")"}) == std::vector{Part::work});
  CHECK(parts_of({"/pathways/seizure/stages/seized/needs/hearing/probability=0.5"}) ==
        std::vector{Part::work});
  CHECK(parts_of({"/streams/north-cash/rate=61 /y"}) == std::vector{Part::demand});
  CHECK(parts_of({"/assets/dissipation=null"}) == std::vector{Part::assets});
  CHECK(parts_of({"/asset_profiles/seizure/kinds/accounts=1"}) == std::vector{Part::assets});
}

TEST_CASE("titles, names, sources and ranges are no difference") {
  CHECK(parts_of({"/title=Another", "/requests/claim/name=Another", "/streams/north-cash/name=X"})
            .empty());
  CHECK(parts_of({R"(/asking/floor={"value": 0.1, "low": 0, "high": 0.2, "grade": "C"})"}).empty());
}

TEST_CASE("several changes are several parts, in a fixed order") {
  CHECK(parts_of({"/assets/dissipation=null",
                  "/asking/floor=0.2",
                  "/from_start/policies/allocation=value_per_hour"}) ==
        std::vector{Part::rules, Part::trust, Part::assets});
}

TEST_CASE("a scenario with all differing parts of another comes to the same as that") {
  const auto base = test::scenario(test::small_region);
  const auto option =
      test::scenario(test::small_region,
                     {"/from_start/teams/north-fi/strength=6",
                      "/from_start/teams/north-fi/establishment=6",
                      "/asking/floor=0.2",
                      "/assets/dissipation=null",
                      "/streams/north-cash/rate=90 /y",
                      R"(/requests/claim/tasks/0/effort={"fixed": {"value": "9 h"}})",
                      "/from_start/policies/allocation=value_per_hour"});
  const auto parts = study::differing_parts(base, option);
  CHECK(parts.size() == study::part_count);
  CHECK(World{study::mixed(base, option, parts)}.future(1) == World{option}.future(1));
  CHECK(World{study::mixed(base, option, {})}.future(1) == World{base}.future(1));
  const auto some = study::mixed(base, option, {Part::people, Part::demand});
  CHECK(study::differing_parts(base, some) == std::vector{Part::people, Part::demand});
  CHECK(study::differing_parts(some, option) ==
        std::vector{Part::rules, Part::trust, Part::work, Part::assets});
}

TEST_CASE("what is taken can cite its sources") {
  const auto base = test::scenario(test::small_region);
  const auto option =
      test::scenario(test::small_region,
                     {R"(/evidence={"new": {"title": "A report"}})",
                      R"(/asking/floor={"value": 0.3, "source": "new", "grade": "B"})"});
  const auto scenario = study::mixed(base, option, {Part::trust});
  CHECK(models::check(scenario).empty());
  CHECK(scenario.planned.evidence.contains("new"));
}

TEST_CASE("a mixture may break rules that both scenarios keep") {
  const auto base = test::scenario(test::small_region);
  const auto option = test::scenario(test::small_region,
                                     {R"(/skills/new={"name": "New"})",
                                      "/roles/fi/skills=[\"investigation\", \"new\"]",
                                      R"(/requests/claim/tasks/0/skill="new")"});
  CHECK(models::check(study::mixed(base, option, {Part::people, Part::work})).empty());
  CHECK_FALSE(models::check(study::mixed(base, option, {Part::work})).empty());
}

TEST_CASE("each part has its sections, and none is of two parts") {
  std::vector<std::string> all;
  for (std::size_t number = 0; number < study::part_count; ++number) {
    for (const auto section : study::sections_of(static_cast<Part>(number)))
      all.emplace_back(section);
  }
  std::sort(all.begin(), all.end());
  CHECK(std::adjacent_find(all.begin(), all.end()) == all.end());
  // All sections of a scenario but those that both scenarios must share.
  std::vector<std::string> of_setting{"title", "description", "plan", "start", "evidence"};
  of_setting.insert(of_setting.end(), all.begin(), all.end());
  std::vector<std::string> listed;
  const models::Setting setting;
  models::Setting::fields(setting, [&](const models::Field& field, const auto& /*member*/) {
    listed.emplace_back(field.name);
  });
  std::sort(of_setting.begin(), of_setting.end());
  std::sort(listed.begin(), listed.end());
  CHECK(of_setting == listed);
}
