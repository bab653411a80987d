#include "cli/cited.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "io/list_figures.hpp"
#include "report/diagnostics.hpp"
#include "report/marking.hpp"
#include "report/words.hpp"

namespace ficap::cli {

namespace {

std::string text_of(const io::Node& node, const char* key) {
  const io::Node* const found = node.object() == nullptr ? nullptr : node.object()->find(key);
  return found == nullptr || found->string() == nullptr ? std::string{} : *found->string();
}

std::optional<double> number(const std::optional<io::Number>& number) {
  if (!number) return std::nullopt;
  return number->value;
}

std::string written(const io::Figure& figure) {
  if (!figure.value) return "undefined";
  std::string text = figure.value->text;
  if (figure.half_width) text += " ± " + figure.half_width->text;
  if (figure.low && figure.high) text += " (" + figure.low->text + " to " + figure.high->text + ")";
  return text;
}

report::CitedFigure::Kind kind_of(io::Figure::Kind kind) {
  switch (kind) {
    case io::Figure::Kind::value:
      return report::CitedFigure::Kind::value;
    case io::Figure::Kind::difference:
      return report::CitedFigure::Kind::difference;
    case io::Figure::Kind::part:
      return report::CitedFigure::Kind::part;
  }
  return report::CitedFigure::Kind::value;
}

// What a study calls its base and its options, in the order of the scenarios; empty where it leaves
// that to them.
std::vector<std::string> names_in_study(const io::ResultsDocument& document) {
  const io::Node* const study = document.root.object()->find("study");
  const io::Object* const object = study == nullptr ? nullptr : study->object();
  if (object == nullptr) return {};
  std::vector<std::string> names;
  if (const io::Node* const base = object->find("base")) names.push_back(text_of(*base, "name"));
  const io::Node* const options = object->find("options");
  if (options == nullptr || options->array() == nullptr) return names;
  for (const io::Node& option : *options->array())
    names.push_back(text_of(option, "name"));
  return names;
}

// The titles of the scenarios, with the name behind those of which there are several.
std::vector<std::string> titles_of(const io::ResultsDocument& document) {
  std::vector<std::string> plain;
  for (const io::CarriedScenario& scenario : document.scenarios)
    plain.push_back(text_of(scenario.node, "title"));
  const std::vector<std::string> called = names_in_study(document);
  for (std::size_t i = 0; i < std::min(called.size(), plain.size()); ++i) {
    if (!called[i].empty()) plain[i] = called[i];
  }
  std::vector<std::string> titles = plain;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    if (std::count(plain.begin(), plain.end(), plain[i]) > 1)
      titles[i] += " (" + document.scenarios[i].name + ")";
  }
  return titles;
}

// What a figure is of: a scenario has a title, a lever has none.
std::string title_of(const io::ResultsDocument& document,
                     const std::vector<std::string>& titles,
                     const std::string& name) {
  if (name.empty()) return name;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    if (document.scenarios[i].name == name) return titles[i];
  }
  return name;
}

}  // namespace

report::Citation citation_of(const io::ResultsDocument& document, const std::string& file) {
  const io::Manifest& manifest = document.manifest;
  report::Citation citation{
      .id = manifest.id,
      .version = manifest.version,
      .scenarios = {},
      .study = std::nullopt,
      .seed = manifest.seed,
      .replications = manifest.replications,
      .draws = manifest.draws,
      .start = io::day_of_run(document, "start"),
      .end = io::day_of_run(document, "end"),
      // Where it lies on this machine is nobody else's business.
      .file = file == "-" ? "RESULTS.json" : std::filesystem::path{file}.filename().string(),
      .again = {},
      .measure = std::nullopt};
  const std::vector<std::string> titles = titles_of(document);
  for (std::size_t i = 0; i < titles.size(); ++i) {
    citation.scenarios.push_back(
        {.title = titles[i], .sha256 = document.scenarios[i].stated_sha256});
  }
  if (manifest.command == "run")
    citation.again = report::command_again(
        citation, "run SCENARIO.json", "", std::string{report::usual_marking});
  const io::Object* const root = document.root.object();
  const io::Node* const run = root == nullptr ? nullptr : root->find("run");
  if (run == nullptr) return citation;
  const std::string study = study_title(document);
  if (!study.empty()) {
    citation.study = report::CitedScenario{.title = study, .sha256 = text_of(*run, "study_sha256")};
  }
  return citation;
}

std::string study_title(const io::ResultsDocument& document) {
  const io::Node* const run = document.root.object()->find("run");
  return run == nullptr ? std::string{} : text_of(*run, "title");
}

report::CitedMeasure cited_measure(const io::ResultsDocument& document,
                                   const io::MeasureFigures& figures) {
  report::CitedMeasure cited{.name = figures.measure,
                             .unit = figures.unit,
                             .over_period = figures.over_period,
                             .figures = {},
                             .of = {},
                             .prices = figures.prices,
                             .less_base = figures.less_base};
  for (const io::Selector& each : figures.of)
    cited.of.emplace_back(each.key, each.value);
  const std::vector<std::string> titles = titles_of(document);
  for (const io::Figure& figure : figures.figures) {
    cited.figures.push_back(
        {.kind = kind_of(figure.kind),
         .of = title_of(document, titles, figure.of),
         .estimate = {.mean = number(figure.value), .half_width = number(figure.half_width)},
         .low = number(figure.low),
         .high = number(figure.high),
         .written = written(figure)});
  }
  return cited;
}

std::string citable(const io::ResultsDocument& document) {
  constexpr std::size_t width = 100;
  const io::FigureList list = io::list_figures(document.root);
  std::string text = "Figures, and their units\n";
  for (const io::FigureForm& form : list.forms) {
    text += "  " + report::harmless(form.form) +
            (form.unit.empty() ? "" : ": " + report::harmless(form.unit)) + "\n";
  }
  if (!list.keys.empty()) text += "\nWhat may stand after =\n";
  for (const io::FigureKey& key : list.keys) {
    std::string values;
    for (const std::string& value : key.values)
      values += (values.empty() ? "" : ", ") + report::harmless(value);
    text += report::wrapped(report::harmless(key.key) + ": " + values, width);
  }
  return text + "\nAny other number: the JSON pointer to it, e.g. /run/seed\n";
}

io::MeasureFigures figures_named(const io::ResultsDocument& document, const std::string& measure) {
  auto found = io::read_figures(document.root, measure);
  if (const auto* const problem = std::get_if<io::NoSuchMeasure>(&found)) {
    throw UsageError{"--measure: " + problem->why};
  }
  return std::move(std::get<io::MeasureFigures>(found));
}

}  // namespace ficap::cli
