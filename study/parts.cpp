#include "study/parts.hpp"

#include <algorithm>
#include <array>

#include "models/same_values.hpp"

namespace ficap::study {

namespace {

using models::Setting;

constexpr std::array<std::string_view, part_count> names{
    "people", "rules", "trust", "work", "demand", "assets"};

/// Calls visit(part, name of the section, its member).
template <class Visit>
void for_each_section(Visit&& visit) {
  visit(Part::people, "skills", &Setting::skills);
  visit(Part::people, "roles", &Setting::roles);
  visit(Part::people, "calendars", &Setting::calendars);
  visit(Part::people, "teams", &Setting::teams);
  visit(Part::people, "staffing", &Setting::staffing);
  visit(Part::rules, "policies", &Setting::policies);
  visit(Part::trust, "belief", &Setting::belief);
  visit(Part::trust, "asking", &Setting::asking);
  visit(Part::work, "pathways", &Setting::pathways);
  visit(Part::work, "requests", &Setting::requests);
  visit(Part::demand, "organisations", &Setting::organisations);
  visit(Part::demand, "threats", &Setting::threats);
  visit(Part::demand, "streams", &Setting::streams);
  visit(Part::assets, "asset_profiles", &Setting::asset_profiles);
  visit(Part::assets, "assets", &Setting::assets);
}

bool differs(const Setting& base, const Setting& option, Part which) {
  bool same = true;
  for_each_section([&](Part part, std::string_view /*name*/, const auto section) {
    if (part == which) same = same && models::SameValues::of(base.*section, option.*section);
  });
  return !same;
}

void take(Setting& into, const Setting& from, Part which) {
  for_each_section([&](Part part, std::string_view /*name*/, const auto section) {
    if (part == which) into.*section = from.*section;
  });
  // What is taken may cite sources of its own.
  into.evidence.insert(from.evidence.begin(), from.evidence.end());
}

}  // namespace

std::string_view name_of(Part part) noexcept {
  return names.at(static_cast<std::size_t>(part));
}

std::vector<std::string_view> sections_of(Part part) {
  std::vector<std::string_view> sections;
  for_each_section([&](Part of, std::string_view name, const auto /*section*/) {
    if (of == part) sections.push_back(name);
  });
  return sections;
}

std::vector<Part> differing_parts(const models::Scenario& base, const models::Scenario& option) {
  std::vector<Part> parts;
  for (std::size_t number = 0; number < part_count; ++number) {
    const auto part = static_cast<Part>(number);
    if (differs(base.before, option.before, part) || differs(base.planned, option.planned, part)) {
      parts.push_back(part);
    }
  }
  return parts;
}

models::Scenario mixed(const models::Scenario& base,
                       const models::Scenario& option,
                       const std::vector<Part>& taken) {
  models::Scenario scenario = base;
  for (const Part part : taken) {
    take(scenario.before, option.before, part);
    take(scenario.planned, option.planned, part);
  }
  return scenario;
}

}  // namespace ficap::study
