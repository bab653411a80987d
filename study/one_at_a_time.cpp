#include "study/one_at_a_time.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "sim/expects.hpp"
#include "study/comparison.hpp"

namespace ficap::study {

namespace {

constexpr double confidence = 0.95;
constexpr double within = 0.001;  // of the range

// A mean lies between what its field allows, not at its ends.
double low_of(const models::UncertainNumber& n) {
  return n.is_mean && n.low <= n.at_least ? n.low + within * (n.high - n.low) : n.low;
}
double high_of(const models::UncertainNumber& n) {
  return n.is_mean && n.high >= n.at_most ? n.high - within * (n.high - n.low) : n.high;
}

std::vector<PairedDifference> apart(const std::vector<SeenMeasure>& end,
                                    const std::vector<SeenMeasure>& stated) {
  std::vector<PairedDifference> differences;
  differences.reserve(end.size());
  for (std::size_t m = 0; m < end.size(); ++m) {
    differences.push_back(
        paired_difference(end[m].over_futures, stated[m].over_futures, confidence));
  }
  return differences;
}

bool shows(const PairedDifference& difference) {
  return difference.verdict == Verdict::lower || difference.verdict == Verdict::higher;
}

bool is_same(const MovedNumber& moved, std::span<const std::size_t> measures) {
  return std::all_of(measures.begin(), measures.end(), [&](std::size_t m) {
    return moved.at_low[m].verdict == Verdict::same && moved.at_high[m].verdict == Verdict::same;
  });
}

RankedNumbers ranked(const OneAtATime& study, std::span<const std::size_t> measures) {
  std::vector<double> scores(study.moved.size(), 0.0);
  for (const std::size_t m : measures) {
    double most = 0.0;
    for (const MovedNumber& moved : study.moved)
      most = std::max(most, effect_that_shows(moved, m));
    for (std::size_t i = 0; most > 0.0 && i < scores.size(); ++i)
      scores[i] = std::max(scores[i], effect_that_shows(study.moved[i], m) / most);
  }
  RankedNumbers ranks;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    auto& group = scores[i] > 0.0                     ? ranks.matter
                  : is_same(study.moved[i], measures) ? ranks.nothing
                                                      : ranks.cannot_tell;
    group.push_back(i);
  }
  std::stable_sort(ranks.matter.begin(), ranks.matter.end(), [&](std::size_t a, std::size_t b) {
    return scores[a] > scores[b];
  });
  return ranks;
}

}  // namespace

OneAtATime one_at_a_time(const Experiment& experiment,
                         std::span<const std::size_t> numbers,
                         std::uint32_t futures,
                         const Executor& executor,
                         const Watch& watch) {
  FICAP_EXPECTS(futures >= 2);
  std::vector<double> stated;
  for (const models::UncertainNumber& number : experiment.numbers())
    stated.push_back(number.value);
  OneAtATime result{.seed = experiment.seed(),
                    .futures = futures,
                    .measures = experiment.measures(),
                    .as_stated = {},
                    .moved = {},
                    .interrupted = false,
                    .failures = {}};
  // The scenario as it is stated, then the low and the high of each number.
  std::vector<std::vector<SeenMeasure>> seen((2 * numbers.size()) + 1);
  PointsDone done = for_each_point(
      seen.size(),
      [&](std::size_t /*worker*/, std::size_t point) {
        std::vector<double> values = stated;
        if (point > 0) {
          const std::size_t number = numbers[(point - 1) / 2];
          const models::UncertainNumber& moved = experiment.numbers()[number];
          values[number] = point % 2 == 1 ? low_of(moved) : high_of(moved);
        }
        const auto first = static_cast<std::uint32_t>(point * futures);
        seen[point] = experiment.at_values(
            values, {.first = 0, .count = futures, .simulation = first}, watch.should_stop);
      },
      executor,
      watch);
  result.interrupted = done.interrupted;
  result.failures = std::move(done.failures);
  if (done.finished < seen.size()) return result;
  for (const SeenMeasure& each : seen.front())
    result.as_stated.push_back(each.over_futures.value);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    result.moved.push_back({.number = numbers[i],
                            .at_low = apart(seen[(2 * i) + 1], seen.front()),
                            .at_high = apart(seen[(2 * i) + 2], seen.front())});
  }
  return result;
}

bool is_judged(const models::UncertainNumber& number) {
  return number.grade && *number.grade == models::Grade::judgement;
}

std::vector<MeasureRef> measures_to_rank_by(const models::Setting& setting) {
  return {{.measure = models::find_measure("unmet_share_of_need"),
           .cut = of_discretionary_work(setting)},
          {.measure = models::find_measure("assets_collected"), .cut = std::nullopt}};
}

double effect_that_shows(const MovedNumber& moved, std::size_t measure) {
  double most = 0.0;
  for (const auto* const end : {&moved.at_low, &moved.at_high}) {
    const PairedDifference& difference = end->at(measure);
    if (shows(difference)) most = std::max(most, std::fabs(*difference.value));
  }
  return most;
}

RankedNumbers ranked_by(const OneAtATime& study, std::size_t measure) {
  return ranked(study, {&measure, 1});
}

RankedNumbers ranked_by_all(const OneAtATime& study) {
  std::vector<std::size_t> all(study.measures.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return ranked(study, all);
}

}  // namespace ficap::study
