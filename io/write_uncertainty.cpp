#include "io/write_uncertainty.hpp"

#include <cstddef>
#include <optional>
#include <utility>

#include "io/json_text.hpp"
#include "io/number_text.hpp"
#include "io/run_info.hpp"
#include "io/sha256.hpp"
#include "io/value_text.hpp"

namespace ficap::io {

namespace {

std::string_view unit_of(models::Counts counts) {
  using enum models::Counts;
  switch (counts) {
    case number:
      return "number";
    case share:
      return "share";
    case hours:
      return "hours";
    case days:
      return "days";
    case pounds:
      return "pounds";
    case per_year:
      return "per year";
  }
  return "";
}

Node count(std::size_t number) {
  return make_node(static_cast<double>(number));
}

std::string id_of(const RunInfo& info, const study::UncertaintyStudy& study) {
  std::string named = info.scenario_sha256 + " " + std::to_string(study.seed) + " " +
                      std::to_string(study.draws.seen.size()) + " " +
                      std::to_string(study.plan.draws) + " " + std::to_string(study.plan.futures) +
                      " " + info.version;
  if (study.was_screened) named += " " + std::to_string(study.ranking.trajectories);
  if (!study.went_on.empty()) named += " " + std::to_string(study.ranking.rows);
  for (const study::RankedMeasure& ranked : study.ranked)
    named += " " + ranked.name;
  const std::string digest = sha256_hex(named);
  return "FU-" + digest.substr(0, 4) + "-" + digest.substr(4, 4);
}

Node run_node(const RunInfo& info, const study::UncertaintyStudy& study) {
  Object run;
  add(run, "command", make_node("uncertainty"));
  add(run, "id", make_node(id_of(info, study)));
  add(run, "scenario", make_node(info.scenario));
  add(run, "scenario_sha256", make_node(info.scenario_sha256));
  add(run, "seed", make_node(static_cast<double>(study.seed)));
  add(run, "draws_asked_for", count(study.plan.draws));
  add(run, "draws", count(study.draws.seen.size()));
  add(run, "replications", count(study.plan.futures));
  add(run, "rank_measures", written(study.to_rank));
  if (study.was_screened) add(run, "trajectories", count(study.ranking.trajectories));
  if (!study.went_on.empty()) add(run, "rows", count(study.ranking.rows));
  add(run, "start", make_node(to_string(info.start)));
  add(run, "end", make_node(to_string(info.end)));
  add(run, "period_years", make_node(static_cast<double>(info.end.year - info.start.year)));
  add(run, "version", make_node(info.version));
  return make_node(std::move(run));
}

Node inputs_node(const study::UncertaintyStudy& study) {
  Array inputs;
  for (const models::UncertainNumber& number : study.numbers) {
    Object input;
    add(input, "pointer", make_node(number.pointer));
    if (!number.also.empty()) add(input, "also", written(number.also));
    add(input, "meaning", make_node(number.meaning));
    add(input, "grade", number.grade ? written(*number.grade) : Node{Null{}, {}});
    add(input, "source", make_node(number.source));
    add(input, "unit", make_node(unit_of(number.counts)));
    add(input, "is_mean", make_node(number.is_mean));
    add(input, "low", make_node(number.low));
    add(input, "value", make_node(number.value));
    add(input, "high", make_node(number.high));
    add(input, "spread", written(number.spread));
    inputs.push_back(make_node(std::move(input)));
  }
  return make_node(std::move(inputs));
}

Node curve_node(const study::Percentiles& all) {
  Array values;
  for (const double value : all)
    values.push_back(make_node(value));
  return make_node(std::move(values));
}

Node interval_node(const study::Percentiles& all) {
  return make_object({{"p10", make_node(study::percentile(all, 10))},
                      {"p90", make_node(study::percentile(all, 90))}});
}

Node measure_node(const study::MeasureUncertainty& measure, std::optional<double> as_stated) {
  Object node;
  add(node, "unit", make_node(measure.measure.measure->unit));
  add(node, "draws", count(measure.draws));
  if (!measure.split) {
    add(node, "mean", Node{Null{}, {}});
    return make_node(std::move(node));
  }
  const study::VarianceSplit& split = *measure.split;
  add(node, "as_stated", as_stated ? make_node(*as_stated) : Node{Null{}, {}});
  add(node, "mean", make_node(split.mean));
  add(node, "expected", interval_node(measure.expected));
  add(node, "single_future", interval_node(measure.single));
  add(node,
      "variance",
      make_object({{"evidence", make_node(split.evidence)},
                   {"chance", make_node(split.chance)},
                   {"share", make_node(split.share)},
                   {"share_low", make_node(split.share_low)},
                   {"share_high", make_node(split.share_high)},
                   {"evidence_set_to_0", make_node(split.evidence_set_to_0)}}));
  add(node,
      "s_curve",
      make_object({{"expected", curve_node(measure.expected)},
                   {"single_future", curve_node(measure.single)}}));
  return make_node(std::move(node));
}

Node part_node(const study::VariancePart& part) {
  return make_object({{"value", make_node(part.value)},
                      {"low", make_node(part.low)},
                      {"high", make_node(part.high)}});
}

void add_index(Object& node, const study::SobolIndex& index) {
  add(node, "first", part_node(index.first));
  add(node, "total", part_node(index.total));
}

Node ranked_node(const study::UncertaintyStudy& study, const study::RankedMeasure& ranked) {
  Array inputs;
  for (std::size_t i = 0; i < ranked.effects.size(); ++i) {
    const study::ElementaryEffects& effects = ranked.effects[i];
    Object input;
    add(input, "pointer", make_node(study.numbers[i].pointer));
    add(input, "mu_star", make_node(effects.mu_star));
    add(input, "mu", make_node(effects.mu));
    add(input, "sigma", make_node(effects.sigma));
    add(input, "chance", make_node(effects.chance));
    add(input, "stands_out", make_node(effects.stands_out));
    for (std::size_t place = 0; place < study.went_on.size(); ++place) {
      if (study.went_on[place] == i && !ranked.indices.empty())
        add_index(input, ranked.indices[place]);
    }
    inputs.push_back(make_node(std::move(input)));
  }
  Object node;
  add(node, "inputs", make_node(std::move(inputs)));
  if (!ranked.indices.empty()) {
    Object others;
    add_index(others, ranked.indices.back());
    add(node, "all_others", make_node(std::move(others)));
  }
  return make_node(std::move(node));
}

std::string quoted_cell(const std::string& text) {
  return text.find(',') == std::string::npos ? text : '"' + text + '"';
}

}  // namespace

std::string uncertainty_id(const models::Scenario& scenario, const study::UncertaintyStudy& study) {
  return id_of(run_info(scenario, {.seed = study.seed}), study);
}

std::string uncertainty_json(const models::Scenario& scenario,
                             const study::UncertaintyStudy& study,
                             std::string_view version) {
  const RunInfo info = run_info(scenario, {.seed = study.seed}, version);
  Object measures;
  for (std::size_t i = 0; i < study.measures.size(); ++i)
    add(measures, study.names[i], measure_node(study.measures[i], study.as_stated[i]));
  Object ranking;
  for (const study::RankedMeasure& ranked : study.ranked)
    add(ranking, ranked.name, ranked_node(study, ranked));
  Object whole;
  add(whole, "run", run_node(info, study));
  add(whole, "inputs", inputs_node(study));
  add(whole, "measures", make_node(std::move(measures)));
  add(whole, "ranking", make_node(std::move(ranking)));
  add(whole, "scenario", info.resolved);
  return pretty(make_node(std::move(whole)));
}

std::string uncertainty_json(const models::Scenario& scenario,
                             const study::UncertaintyStudy& study) {
  return uncertainty_json(scenario, study, FICAP_VERSION);
}

std::string draws_csv(const study::UncertaintyStudy& study) {
  std::string text = "draw";
  for (const models::UncertainNumber& number : study.numbers)
    text += "," + number.pointer;
  for (const std::string& name : study.names)
    text += "," + quoted_cell(name);
  text += "\n";
  for (std::size_t draw = 0; draw < study.draws.seen.size(); ++draw) {
    text += std::to_string(draw);
    for (const double value : study.draws.values[draw])
      text += "," + shortest(value);
    for (const study::SeenMeasure& seen : study.draws.seen[draw]) {
      text += ",";
      if (seen.over_futures.value) text += shortest(*seen.over_futures.value);
    }
    text += "\n";
  }
  return text;
}

std::string s_curve_csv(const study::UncertaintyStudy& study) {
  std::string text = "measure,percent,expected,single_future\n";
  for (std::size_t i = 0; i < study.measures.size(); ++i) {
    const study::MeasureUncertainty& measure = study.measures[i];
    if (!measure.split) continue;
    for (std::size_t percent = 1; percent <= 99; ++percent) {
      text += quoted_cell(study.names[i]) + "," + std::to_string(percent) + "," +
              shortest(study::percentile(measure.expected, percent)) + "," +
              shortest(study::percentile(measure.single, percent)) + "\n";
    }
  }
  return text;
}

}  // namespace ficap::io
