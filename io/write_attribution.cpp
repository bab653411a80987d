#include "io/write_attribution.hpp"

#include <cstddef>
#include <optional>
#include <utility>

#include "io/json_text.hpp"
#include "io/measure_kind.hpp"
#include "io/number_text.hpp"
#include "io/verdict_words.hpp"

namespace ficap::io {

namespace {

constexpr std::string_view rule =
    "Shapley: what switching a lever from the base to the option changes, as a mean over all "
    "orders in which the levers could be switched. Terms are shares of a difference by this rule, "
    "not causes.";

Node number(const std::optional<double>& value) {
  return value ? make_node(*value) : Node{};
}

std::string cell(const std::optional<double>& value) {
  return value ? shortest(*value) : "";
}

Node texts(const std::vector<std::string>& all) {
  Array array;
  array.reserve(all.size());
  for (const std::string& text : all)
    array.push_back(make_node(text));
  return make_node(std::move(array));
}

Node term_node(const study::Term& term) {
  return make_object({{"mean", number(term.value)},
                      {"half_width", number(term.half_width)},
                      {"verdict", make_node(verdict_words(term.verdict))}});
}

Node world_node(study::World world,
                const study::WorldValue& value,
                const std::vector<std::string>& levers) {
  std::vector<std::string> as_option;
  for (std::size_t j = 0; j < levers.size(); ++j) {
    if (study::is_on(world, j)) as_option.push_back(levers[j]);
  }
  return make_object({{"as_option", texts(as_option)},
                      {"mean", number(value.value)},
                      {"half_width", number(value.half_width)}});
}

Node measure_node(const AttributionInfo& info, const study::MeasureAttribution& attributed) {
  const std::vector<std::string>& levers = info.among.levers;
  Object terms;
  for (std::size_t j = 0; j < levers.size(); ++j)
    add(terms, levers[j], term_node(attributed.terms.at(j)));
  Array worlds;
  worlds.reserve(attributed.worlds.size());
  for (study::World world = 0; world < attributed.worlds.size(); ++world)
    worlds.push_back(world_node(world, attributed.worlds[world], levers));
  const models::Measure& measure = *attributed.measure.measure;
  return make_object({{"unit", make_node(measure.unit)},
                      {"of", make_node(kind_of(measure))},
                      {"total", term_node(attributed.total)},
                      {"terms", make_node(std::move(terms))},
                      {"worlds", make_node(std::move(worlds))}});
}

Node run_node(const AttributionInfo& info, const study::Attribution& attribution) {
  const RunInfo& base = info.scenarios.front().run;
  return make_object(
      {{"command", make_node("attribute")},
       {"id", make_node(info.id)},
       {"by", make_node(info.among.by)},
       {"levers", texts(info.among.levers)},
       {"measures", texts(info.measures)},
       {"confidence", make_node(attribution.confidence)},
       {"seed", make_node(static_cast<double>(base.seed))},
       {"replications", make_node(static_cast<double>(base.replications))},
       {"start", make_node(to_string(base.start))},
       {"end", make_node(to_string(base.end))},
       {"period_years", make_node(static_cast<double>(base.end.year - base.start.year))},
       {"version", make_node(base.version)}});
}

std::string term_row(const std::string& measure,
                     std::string_view unit,
                     const std::string& lever,
                     const study::Term& term) {
  return measure + "," + std::string{unit} + "," + lever + "," + cell(term.value) + "," +
         cell(term.half_width) + "," + std::string{verdict_words(term.verdict)} + "\n";
}

}  // namespace

AttributionInfo attribution_info(ComparisonInfo comparison,
                                 LeverSet among,
                                 study::StudyPlan plan,
                                 std::string_view version) {
  AttributionInfo info{.id = {},
                       .scenarios = std::move(comparison.scenarios),
                       .among = std::move(among),
                       .measures = std::move(comparison.measures)};
  std::string text = "attribute by " + info.among.by;
  for (const ComparedScenario& scenario : info.scenarios)
    text += " " + scenario.run.scenario_sha256;
  for (const std::string& measure : info.measures)
    text += " " + measure;
  info.id = run_id(text, plan, version);
  return info;
}

std::string attribution_json(const AttributionInfo& info, const study::Attribution& attribution) {
  Object measures;
  for (std::size_t m = 0; m < attribution.measures.size(); ++m)
    add(measures, info.measures.at(m), measure_node(info, attribution.measures[m]));
  return pretty(make_object({{"run", run_node(info, attribution)},
                             {"rule", make_node(rule)},
                             {"measures", make_node(std::move(measures))},
                             {"scenarios", scenarios_node(info.scenarios)}}));
}

// No cell needs quotes: names of measures and levers hold neither commas nor quotes.
std::string attribution_csv(const AttributionInfo& info, const study::Attribution& attribution) {
  std::string text = "measure,unit,lever,difference,half_width,verdict\n";
  for (std::size_t m = 0; m < attribution.measures.size(); ++m) {
    const study::MeasureAttribution& attributed = attribution.measures[m];
    const std::string_view unit = attributed.measure.measure->unit;
    for (std::size_t j = 0; j < info.among.levers.size(); ++j)
      text += term_row(info.measures.at(m), unit, info.among.levers[j], attributed.terms.at(j));
    text += term_row(info.measures.at(m), unit, "total", attributed.total);
  }
  return text;
}

std::string worlds_csv(const AttributionInfo& info, const study::Attribution& attribution) {
  std::string text = "measure,unit";
  for (const std::string& lever : info.among.levers)
    text += "," + lever;
  text += ",mean,half_width\n";
  for (std::size_t m = 0; m < attribution.measures.size(); ++m) {
    const study::MeasureAttribution& attributed = attribution.measures[m];
    for (study::World world = 0; world < attributed.worlds.size(); ++world) {
      text += info.measures.at(m) + "," + std::string{attributed.measure.measure->unit};
      for (std::size_t j = 0; j < info.among.levers.size(); ++j)
        text += study::is_on(world, j) ? ",option" : ",base";
      text += "," + cell(attributed.worlds[world].value) + "," +
              cell(attributed.worlds[world].half_width) + "\n";
    }
  }
  return text;
}

}  // namespace ficap::io
