#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "models/check_rules.hpp"
#include "models/resolve.hpp"

namespace ficap::models {

namespace {

void organisations(const Setting& setting, Findings& findings) {
  std::map<std::string, std::string> seen;
  for (const auto& organisation : setting.organisations) {
    for (const auto& area : organisation.second.areas) {
      const std::string at = "/organisations/" + organisation.first + "/areas/" + area.first;
      if (area.first == no_area_id)
        findings.error(
            at, "the id \"none\"", "another id: \"none\" stands for cases without an area");
      const auto first = seen.emplace(area.first, at);
      if (!first.second)
        findings.error(at,
                       "an area id that another organisation uses",
                       "an id of its own",
                       "",
                       {first.first->second});
    }
  }
}

template <class Map>
void positive_sum(const std::string& pointer,
                  const Map& weights,
                  const char* what,
                  Findings& findings) {
  double total = 0.0;
  for (const auto& entry : weights) {
    const double weight = entry.second.value.value;
    if (weight < 0.0)
      findings.error(pointer, "a negative weight", std::string{what} + " of at least 0");
    total += weight;
  }
  if (total <= 0.0)
    findings.error(
        pointer, "weights that sum to 0", std::string{what} + ", at least one of them above 0");
}

void growth(const std::string& at, const CaseStream& stream, const Plan& plan, Findings& findings) {
  constexpr double most = 1e6;  // cases a year
  double rate = stream.rate.value.per_year;
  const auto years = static_cast<int>(plan.years);
  for (int year = 1; year < years && rate <= most; ++year) {
    rate *= 1.0 + stream.growth.value.value;
  }
  if (rate > most) {
    findings.error(at + "/growth",
                   "growth to more than a million cases a year within the plan",
                   "a smaller growth",
                   "",
                   {at + "/rate"});
  }
  const double variation = stream.variation_between_years.value.value;
  if (variation > 0.0 && variation < 0.01) {
    findings.error(at + "/variation_between_years", "a variation below 0.01", "0, or 0.01 to 3");
  }
}

void weights(const Setting& setting, Findings& findings) {
  for (const auto& threat : setting.threats) {
    positive_sum("/threats/" + threat.first + "/harm",
                 threat.second.harm.values,
                 "weights of harm bands",
                 findings);
  }
  for (const auto& profile : setting.asset_profiles) {
    positive_sum("/asset_profiles/" + profile.first + "/kinds",
                 profile.second.kinds.values,
                 "weights of kinds",
                 findings);
  }
  for (const auto& stream : setting.streams) {
    const std::string at = "/streams/" + stream.first;
    if (!stream.second.origins.values.empty()) {
      positive_sum(at + "/origins", stream.second.origins.values, "weights of origins", findings);
    }
    growth(at, stream.second, setting.plan, findings);
    check_monthly_profile(at, stream.second.monthly_profile, findings);
  }
  if (setting.asking.ceiling.value < setting.asking.floor.value) {
    findings.error("/asking/ceiling",
                   "a ceiling below the floor",
                   "at least the floor",
                   "",
                   {"/asking/floor"});
  }
  const Collection& c = setting.assets.collection;
  if (c.highest.value < c.lowest.value) {
    findings.error("/assets/collection/highest",
                   "a highest share below the lowest",
                   "at least the lowest",
                   "",
                   {"/assets/collection/lowest"});
  }
}

}  // namespace

void check_monthly_profile(const std::string& at,
                           const std::vector<double>& profile,
                           Findings& findings) {
  if (profile.empty()) return;
  double total = 0.0;
  for (const double weight : profile)
    total += weight;
  if (profile.size() != 12) {
    findings.error(at + "/monthly_profile",
                   std::to_string(profile.size()) + " numbers",
                   "twelve weights, January first");
  } else if (total <= 0.0 || *std::min_element(profile.begin(), profile.end()) < 0.0) {
    findings.error(at + "/monthly_profile",
                   "weights that are negative or all 0",
                   "twelve weights of at least 0");
  }
}

void check_demand(const Setting& setting, Findings& findings) {
  organisations(setting, findings);
  weights(setting, findings);
}

}  // namespace ficap::models
