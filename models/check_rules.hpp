#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "models/scenario.hpp"

namespace ficap::models {

/// What the rules across fields of a setting find, in the order in which they find it.
class Findings {
 public:
  void error(std::string pointer,
             std::string found,
             std::string expected,
             std::string help = "",
             std::vector<std::string> also = {}) {
    problems_.push_back({std::move(pointer),
                         std::move(found),
                         std::move(expected),
                         std::move(help),
                         Diagnostic::Severity::error,
                         std::move(also)});
  }

  void warning(std::string pointer,
               std::string found,
               std::string expected,
               std::string help = "") {
    problems_.push_back({std::move(pointer),
                         std::move(found),
                         std::move(expected),
                         std::move(help),
                         Diagnostic::Severity::warning,
                         {}});
  }

  /// A count: finds an error where it has a fraction.
  void whole(const std::string& pointer, double value) {
    if (value != static_cast<double>(static_cast<std::int64_t>(value)))
      error(pointer, "a number with a fraction", "a whole number");
  }

  void append(const Diagnostics& more) {
    problems_.insert(problems_.end(), more.begin(), more.end());
  }

  [[nodiscard]] bool empty() const noexcept { return problems_.empty(); }

  [[nodiscard]] Diagnostics take() { return std::move(problems_); }

 private:
  Diagnostics problems_;
};

// The rules, subject by subject.
//
// @pre check_references(setting) finds nothing: what is referred to exists
void check_time(const Setting& setting, Findings& findings);    ///< the plan and office hours
void check_demand(const Setting& setting, Findings& findings);  ///< organisations and weights
void check_pathways(const Setting& setting, Findings& findings);
void check_requests(const Setting& setting, Findings& findings);
void check_people(const Setting& setting, Findings& findings);
void check_staffing(const Setting& setting, Findings& findings);
void check_policies(const Setting& setting, Findings& findings);
void check_engagement(const Setting& setting, Findings& findings);  ///< what a unit says
void check_embedding(const Setting& setting, Findings& findings);   ///< who sits with whom
/// The rules of a day within the plan. @param before  what holds before the plan, as help
void check_day(const std::string& pointer,
               sim::Date day,
               const Plan& plan,
               const std::string& before,
               Findings& findings);
/// The rule of a time that ends: `entry`/until lies after `entry`/from.
void check_until(const std::string& entry,
                 sim::Date from,
                 std::optional<sim::Date> until,
                 Findings& findings);
/// The rules of a profile of months, `at`/monthly_profile; an empty one says nothing.
void check_monthly_profile(const std::string& at,
                           const std::vector<double>& profile,
                           Findings& findings);
void check_start(const Setting& setting, Findings& findings);  ///< what there is at first, and who
void check_open_cases(const Setting& planned, Findings& findings);
/// What a list of open cases may say and probably does not mean, as warnings.
/// @pre check_open_cases finds no error
void doubt_open_cases(const Setting& planned, Findings& findings);
void check_addresses(const Setting& setting, Findings& findings);  ///< of random numbers

}  // namespace ficap::models
