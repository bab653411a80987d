#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "models/measures.hpp"
#include "study/uncertainty.hpp"

namespace ficap::test {

inline models::UncertainNumber uncertain_number(const std::string& pointer,
                                                const std::string& meaning,
                                                models::Counts counts,
                                                double low,
                                                double value,
                                                double high) {
  models::UncertainNumber number;
  number.pointer = pointer;
  number.meaning = meaning;
  number.grade = models::Grade::judgement;
  number.counts = counts;
  number.low = low;
  number.value = value;
  number.high = high;
  return number;
}

/// A measure whose expected values run from `low` in equal steps to `high`, a single future's
/// lie a twentieth of that further out.
inline study::MeasureUncertainty uncertain_measure(const char* name,
                                                   double share,
                                                   double low,
                                                   double high) {
  study::MeasureUncertainty measure;
  measure.measure = {.measure = models::find_measure(name), .cut = {}};
  measure.draws = 3;
  measure.split = study::VarianceSplit{.mean = 0.5 * (low + high),
                                       .evidence = share,
                                       .chance = 1.0 - share,
                                       .share = share,
                                       .share_low = share - 0.05,
                                       .share_high = share + 0.05};
  for (std::size_t i = 0; i < 99; ++i) {
    const double at = low + (high - low) * static_cast<double>(i) / 98.0;
    measure.expected.at(i) = at;
    measure.single.at(i) = at + (i < 49 ? -0.05 : 0.05) * (high - low);
  }
  return measure;
}

/// A finished study of two numbers and two measures, made by hand.
inline study::UncertaintyStudy uncertain_world() {
  study::UncertaintyStudy study;
  study.seed = 7;
  study.plan = {.draws = 3, .futures = 2};
  study.ranks = true;
  study.to_rank = {"unmet_share_of_need"};
  study.numbers = {
      uncertain_number("/asking/floor", "chance of asking", models::Counts::share, 0.05, 0.1, 0.25),
      uncertain_number(
          "/requests/help/tasks/0/effort", "hours of work", models::Counts::hours, 4, 8, 20)};
  study.numbers[1].also = {"/requests/other/tasks/0/effort"};
  study.numbers[1].is_mean = true;
  study.numbers[1].spread = models::Spread::lognormal;
  study.names = {"unmet_share_of_need", "assets_collected"};
  study.measures = {uncertain_measure("unmet_share_of_need", 0.83, 0.60, 0.80),
                    uncertain_measure("assets_collected", 0.25, 10e6, 20e6)};
  study.as_stated = {0.65, 14e6};
  for (std::size_t draw = 0; draw < 3; ++draw) {
    study.draws.values.push_back({0.125 + 0.125 * static_cast<double>(draw), 8.0});
    study::SeenMeasure defined;
    defined.over_futures.value = 0.7;
    study.draws.seen.push_back({defined, study::SeenMeasure{}});
  }
  study.was_screened = true;
  study.went_on = {1};
  study.ranked = {
      {.name = "unmet_share_of_need",
       .measure = study.measures[0].measure,
       .effects =
           {{.mu_star = 0.001, .mu = 0.001, .chance = 0.002},
            {.mu_star = 0.12, .mu = 0.11, .sigma = 0.02, .chance = 0.002, .stands_out = true}},
       .indices = {{.first = {0.70, 0.60, 0.80}, .total = {0.75, 0.65, 0.85}},
                   {.first = {0.20, 0.10, 0.30}, .total = {0.25, 0.15, 0.35}}}}};
  return study;
}

}  // namespace ficap::test
