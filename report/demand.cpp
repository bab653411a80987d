#include "report/demand.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "report/words.hpp"

namespace ficap::report {

namespace {

using study::DemandOverTime;
using study::Estimate;
using study::RecordTells;

constexpr double hundredth = 0.01;

// A change of less than this is the same to whoever reads it.
constexpr double too_small_to_show = 0.0005;

bool is_above_chance(const Estimate& change) {
  return change.mean && change.half_width && *change.mean > *change.half_width;
}
bool is_below_chance(const Estimate& change) {
  return change.mean && change.half_width && *change.mean < -*change.half_width;
}

// "27 ± 1": the size of a change, whose direction is said in words.
std::string size_of(Estimate change) {
  change.mean = std::fabs(*change.mean);
  return with_interval(change, hundredth);
}

std::string of_100(const Estimate& share) {
  return decimal(100.0 * *share.mean, 0);
}

std::string need_of_the_years(const Estimate& change) {
  if (std::fabs(*change.mean) < too_small_to_show) return "while the need stayed the same";
  if (is_above_chance(change)) return "while the need rose by " + size_of(change) + " %";
  if (is_below_chance(change)) return "while the need fell by " + size_of(change) + " %";
  return "while the need changed by no more than chance (" + with_interval(change, hundredth) +
         " %)";
}

std::string years(const DemandOverTime& demand) {
  return demand.from_year_before ? " from the year before the plan to its last year, "
                                 : " from the first year of the plan to its last, ";
}

std::string behind_a_rise(const Estimate& need_change) {
  return is_above_chance(need_change)
             ? "A record would show demand that grows faster than the need: what is more was there "
               "before, and nobody asked."
             : "A record would show more demand where there is no more need: it was there before, "
               "and nobody asked.";
}

std::string behind_a_fall(const Estimate& need_change) {
  return is_below_chance(need_change)
             ? "A record would show demand that shrinks faster than the need: what is missing is "
               "still there, and nobody asks."
             : "A record would show less demand where there is no less need: it is still there, "
               "and "
               "nobody asks.";
}

std::string moved_by(double change, const std::string& than_nothing) {
  const double percent = 100.0 * change;
  if (std::fabs(change) < too_small_to_show) return than_nothing;
  const int decimals = std::fabs(percent) < 9.5 ? decimals_for(std::fabs(percent) / 5.0, 1) : 0;
  return (change > 0.0 ? "up " : "down ") + decimal(std::fabs(percent), decimals) + " %";
}

std::string moves_of(const study::DemandAgainstBase& demand) {
  return "discretionary requests " + moved_by(*demand.requests_change.mean, "the same") +
         ", need " +
         (demand.same_need ? "the same" : moved_by(*demand.need_change.mean, "much the same"));
}

// Why, as far as it can be said without guessing.
std::string reason_of(const OptionDemand& option) {
  const bool more = *option.demand->requests_change.mean > 0.0;
  const Estimate& belief = option.demand->belief_change;
  const bool believed = more ? is_above_chance(belief) : is_below_chance(belief);
  const std::string asked = more ? "More is asked" : "Less is asked";
  const bool alike = option.asks_by_belief_alike;
  if (!believed) return asked + (alike ? "" : " by rule, not by trust");
  return asked + (alike ? " because " : " by rule and because ") +
         (more ? "more is believed" : "less is believed");
}

}  // namespace

std::string demand_sentences(const DemandOverTime& demand) {
  const RecordTells tells = study::what_a_record_tells(demand);
  if (tells == RecordTells::nothing_else) return {};
  const bool grows = tells == RecordTells::growing_need;
  return "Requests that officers are free to make " + std::string{grows ? "rose" : "fell"} +
         " by " + size_of(demand.requests_change) + " %" + years(demand) +
         need_of_the_years(demand.need_change) + " and the unmet share of it " +
         (grows ? "fell" : "rose") + " from " + of_100(demand.unmet_share_of_need.then) + " to " +
         of_100(demand.unmet_share_of_need.now) + " in 100. " +
         (grows ? behind_a_rise(demand.need_change) : behind_a_fall(demand.need_change));
}

std::string asked_sentence(const OptionDemand& option) {
  if (!option.demand || !study::asks_otherwise(*option.demand)) return {};
  return reason_of(option) + ": " + moves_of(*option.demand) + ".";
}

std::vector<std::string> asked_sentences(const std::vector<OptionDemand>& options,
                                         const std::vector<std::string>& titles) {
  std::vector<std::string> reasons;
  std::vector<std::string> lists;
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (!options[i].demand || !study::asks_otherwise(*options[i].demand)) continue;
    const std::string reason = reason_of(options[i]);
    const auto found = std::find(reasons.begin(), reasons.end(), reason);
    const std::string item = titles.at(i + 1) + " (" + moves_of(*options[i].demand) + ")";
    if (found == reasons.end()) {
      reasons.push_back(reason);
      lists.push_back(item);
    } else {
      lists[static_cast<std::size_t>(found - reasons.begin())] += "; " + item;
    }
  }
  for (std::size_t i = 0; i < reasons.size(); ++i)
    reasons[i] += ": " + lists[i] + ".";
  return reasons;
}

}  // namespace ficap::report
