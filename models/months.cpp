#include "models/months.hpp"

#include <array>

namespace ficap::models {

namespace {

constexpr double thousandth = 0.001;
constexpr double pounds_of_pence = 0.01;
constexpr double hours_of_ms = 1.0 / 3'600'000.0;

constexpr std::array columns{
    MonthColumn{"needs", "needs", "that arose in the month", &MonthRow::needs},
    MonthColumn{"asked", "needs", "requests made in the month", &MonthRow::asked},
    MonthColumn{"served", "needs", "work begun in the month", &MonthRow::served},
    MonthColumn{
        "backlog", "requests", "waiting for a start at the end of the month", &MonthRow::backlog},
    MonthColumn{"belief",
                "share",
                "of the teams, at the end of the month",
                &MonthRow::belief_thousandths,
                thousandth},
    MonthColumn{"cash_from_confiscation",
                "pounds",
                "received in the month",
                &MonthRow::cash_confiscation,
                pounds_of_pence},
    MonthColumn{"cash_from_forfeiture",
                "pounds",
                "received in the month",
                &MonthRow::cash_forfeiture,
                pounds_of_pence},
    MonthColumn{
        "posts", "people", "of the establishment, at the end of the month", &MonthRow::posts},
    MonthColumn{"people", "people", "in post at the end of the month", &MonthRow::people},
    MonthColumn{"fte_productive",
                "FTE",
                "in post at the end of the month, as the measure of that name",
                &MonthRow::fte_thousandths,
                thousandth},
    MonthColumn{
        "on_loan", "people", "of those in post, at the end of the month", &MonthRow::on_loan},
    MonthColumn{"agency", "people", "of an agency, at the end of the month", &MonthRow::agency},
    MonthColumn{"leavers", "people", "in the month", &MonthRow::leavers},
    MonthColumn{"recruits_accredited", "people", "in the month", &MonthRow::recruits_accredited},
    MonthColumn{"hours_contracted", "hours", "in the month", &MonthRow::contracted_ms, hours_of_ms},
    MonthColumn{"hours_worked", "hours", "in the month", &MonthRow::worked_ms, hours_of_ms},
    MonthColumn{"hours_idle", "hours", "in the month", &MonthRow::idle_ms, hours_of_ms},
    MonthColumn{"hours_away", "hours", "in the month", &MonthRow::away_ms, hours_of_ms},
    MonthColumn{"hours_training", "hours", "in the month", &MonthRow::training_ms, hours_of_ms},
    MonthColumn{"hours_overtime", "hours", "in the month", &MonthRow::overtime_ms, hours_of_ms},
    MonthColumn{"hours_agency", "hours", "in the month", &MonthRow::agency_ms, hours_of_ms},
    MonthColumn{"discretionary_needs",
                "needs",
                "of discretionary work, that arose in the month",
                &MonthRow::discretionary_needs},
    MonthColumn{"discretionary_asked",
                "needs",
                "of discretionary work, requests made in the month",
                &MonthRow::discretionary_asked},
    MonthColumn{"discretionary_served",
                "needs",
                "of discretionary work, begun in the month",
                &MonthRow::discretionary_served},
    MonthColumn{"discretionary_covered",
                "needs",
                "of discretionary work, met by others in the month",
                &MonthRow::discretionary_covered},
    MonthColumn{"discretionary_unhelped",
                "needs",
                "of discretionary work, declined or expired in the month",
                &MonthRow::discretionary_unhelped},
    MonthColumn{"discretionary_never_asked",
                "needs",
                "of discretionary work, whose time ended in the month without a request",
                &MonthRow::discretionary_never_asked},
};
// Whoever adds a member gives it a column: nothing is kept that nobody reads, or read and not kept.
static_assert(sizeof(MonthRow) == columns.size() * sizeof(std::int64_t));

constexpr std::array hours{
    HoursColumn{Counter::contracted_ms, &MonthRow::contracted_ms},
    HoursColumn{Counter::worked_ms, &MonthRow::worked_ms},
    HoursColumn{Counter::idle_ms, &MonthRow::idle_ms},
    HoursColumn{Counter::away_ms, &MonthRow::away_ms},
    HoursColumn{Counter::training_ms, &MonthRow::training_ms},
    HoursColumn{Counter::overtime_ms, &MonthRow::overtime_ms},
    HoursColumn{Counter::agency_ms, &MonthRow::agency_ms},
};

}  // namespace

std::span<const MonthColumn> month_columns() noexcept {
  return columns;
}

std::span<const HoursColumn> hours_columns() noexcept {
  return hours;
}

}  // namespace ficap::models
