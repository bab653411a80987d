#include <algorithm>

#include "models/sourced.hpp"
#include "report/names.hpp"
#include "report/words.hpp"
#include "report/workbook/sheets.hpp"
#include "study/discounting.hpp"

namespace ficap::report::workbook {

namespace {

constexpr std::array<std::string_view, study::cost_kinds> costs_called{
    "Pay",
    "Employer's on-costs",
    "Supplements, with on-costs",
    "Overtime, with what an employer pays on it",
    "Agency",
    "Overhead",
    "Recruitment",
    "Training",
    "Equipment",
    "Cover at hearings",
    "Other (what the study adds)"};
constexpr std::array<std::string_view, study::receipt_kinds> receipts_called{
    "Kept by the force: confiscation",
    "Kept by the force: forfeiture",
    "Compensation to victims",
    "Rest of the public sector"};
constexpr std::array<std::string_view, study::views> of_views{"Society", "Public purse", "Force"};

constexpr std::size_t digest_shown = 12;

}  // namespace

std::string Case::organisation(std::size_t index) const {
  const Names names{facts_.scenarios.front().planned};
  return names.of(models::Dimension::organisation, appraisal().organisations.at(index));
}

std::string Case::role(const std::string& id) const {
  for (const models::Scenario& scenario : facts_.scenarios) {
    for (const models::Setting* setting : {&scenario.planned, &scenario.before}) {
      const auto found = setting->roles.find(id);
      if (found != setting->roles.end() && !found->second.name.empty()) return found->second.name;
    }
  }
  return id;
}

std::string Case::year(std::size_t index) const {
  return study::financial_year(appraisal().years.at(index));
}

std::string Case::identity() const {
  std::string text = "run " + facts_.run_id;
  if (!facts_.digests.empty())
    text += " · digest " + facts_.digests.front().substr(0, digest_shown);
  return text + " · ficap " + facts_.version + " · seed " + std::to_string(facts_.seed) + " · " +
         counted(static_cast<std::int64_t>(appraisal().replications), "future", "futures");
}

void Case::head(Sheet& sheet, const std::string& title, std::uint16_t last_column) const {
  sheet.text(0, 0, title, Look::title);
  sheet.height(0, 2);
  sheet.across(1,
               {.first = 0, .last = last_column},
               facts_.marking + " · " + facts_.study.title + " · " + identity(),
               Look::note);
}

const std::array<std::string_view, study::cost_kinds>& cost_kinds_called() noexcept {
  return costs_called;
}
const std::array<std::string_view, study::receipt_kinds>& receipt_kinds_called() noexcept {
  return receipts_called;
}
const std::array<std::string_view, study::views>& views_called() noexcept {
  return of_views;
}

std::string grade_in_words(const std::optional<models::Grade>& grade) {
  for (const auto& each : enumerators(models::Grade{})) {
    if (grade && each.value == *grade) return std::string{each.name} + ": " + std::string{each.doc};
  }
  return "none stated";
}

}  // namespace ficap::report::workbook
