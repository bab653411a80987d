#include "study/attribution.hpp"

#include <algorithm>
#include <string_view>

#include "sim/expects.hpp"

namespace ficap::study {

namespace {

std::size_t levers_of(std::size_t worlds) {
  std::size_t levers = 0;
  while (worlds_of(levers) < worlds)
    ++levers;
  FICAP_EXPECTS(levers >= 1 && levers <= most_levers && worlds_of(levers) == worlds);
  return levers;
}

std::size_t levers_on(World world) {
  std::size_t count = 0;
  for (; world != 0; world &= world - 1)
    ++count;
  return count;
}

double factorial(std::size_t n) {
  double product = 1.0;
  for (std::size_t i = 2; i <= n; ++i)
    product *= static_cast<double>(i);
  return product;
}

/// The share of all orders of k levers in which just these `before` others come before one.
std::vector<double> weights_of(std::size_t levers) {
  std::vector<double> weights;
  weights.reserve(levers);
  for (std::size_t before = 0; before < levers; ++before) {
    weights.push_back(factorial(before) * factorial(levers - before - 1) / factorial(levers));
  }
  return weights;
}

// What is equal in two worlds leaves exactly nothing.
Linearised term_of(std::size_t lever,
                   std::span<const Linearised> worlds,
                   const std::vector<double>& weights) {
  Linearised term{.value = 0.0, .residuals = std::vector<double>(worlds.front().replications())};
  for (World without = 0; without < worlds.size(); ++without) {
    if (is_on(without, lever)) continue;
    const Linearised& before = worlds[without];
    const Linearised& after = worlds[without | (World{1} << lever)];
    const double weight = weights[levers_on(without)];
    *term.value += weight * (*after.value - *before.value);
    for (std::size_t r = 0; r < term.residuals.size(); ++r)
      term.residuals[r] += weight * (after.residuals[r] - before.residuals[r]);
  }
  return term;
}

Linearised sum_of(const std::vector<Linearised>& terms) {
  Linearised sum = terms.front();
  for (std::size_t j = 1; j < terms.size(); ++j) {
    *sum.value += *terms[j].value;
    for (std::size_t r = 0; r < sum.residuals.size(); ++r)
      sum.residuals[r] += terms[j].residuals[r];
  }
  return sum;
}

Term said_of(const Linearised& part, double confidence) {
  Term term{.value = part.value, .half_width = part.half_width(confidence), .verdict = {}};
  term.verdict = verdict_on(part, term.half_width);
  return term;
}

MeasureAttribution attribute_measure(std::span<const Alternative> worlds,
                                     const MeasureRef& ref,
                                     double of_each) {
  MeasureAttribution attributed{.measure = ref, .worlds = {}, .terms = {}, .total = {}};
  std::vector<Linearised> quantities;
  quantities.reserve(worlds.size());
  for (const Alternative& world : worlds) {
    quantities.push_back(quantity_in(world, ref, worlds.front().ids));
    attributed.worlds.push_back(
        {.value = quantities.back().value, .half_width = quantities.back().half_width()});
  }
  const std::vector<Linearised> terms = shapley(quantities);
  for (const Linearised& term : terms)
    attributed.terms.push_back(said_of(term, of_each));
  const Linearised total =
      terms.front().value ? sum_of(terms) : difference(quantities.back(), quantities.front());
  attributed.total = said_of(total, of_each);
  return attributed;
}

}  // namespace

std::vector<Linearised> shapley(std::span<const Linearised> worlds) {
  const std::size_t levers = levers_of(worlds.size());
  const bool defined = std::all_of(worlds.begin(), worlds.end(), [](const Linearised& quantity) {
    return quantity.value.has_value();
  });
  if (!defined) return std::vector<Linearised>(levers);
  const std::vector<double> weights = weights_of(levers);
  std::vector<Linearised> terms;
  terms.reserve(levers);
  for (std::size_t lever = 0; lever < levers; ++lever)
    terms.push_back(term_of(lever, worlds, weights));
  return terms;
}

Attribution attribute(std::span<const Alternative> worlds,
                      std::span<const MeasureRef> measures,
                      double confidence) {
  FICAP_EXPECTS(!measures.empty());
  const std::size_t levers = levers_of(worlds.size());
  const double of_each = one_of_many(confidence, measures.size() * (levers + 1));
  Attribution attribution{.replications = worlds.front().outcomes.size(),
                          .levers = levers,
                          .confidence = confidence,
                          .measures = {}};
  attribution.measures.reserve(measures.size());
  for (const MeasureRef& ref : measures)
    attribution.measures.push_back(attribute_measure(worlds, ref, of_each));
  return attribution;
}

std::vector<MeasureRef> attributed_measures(const models::Setting& setting) {
  const auto named = [](std::string_view name, std::optional<Cut> cut = std::nullopt) {
    return MeasureRef{.measure = models::find_measure(name), .cut = cut};
  };
  return {named("assets_collected"),
          named("unmet_share_of_need", of_discretionary_work(setting)),
          named("early_engagement_share")};
}

}  // namespace ficap::study
