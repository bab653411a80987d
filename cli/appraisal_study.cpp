#include "cli/appraisal_study.hpp"

#include <algorithm>
#include <utility>

#include "cli/compared.hpp"
#include "cli/files.hpp"
#include "cli/scenario_input.hpp"
#include "io/extends.hpp"
#include "report/diagnostics.hpp"
#include "study/check_study.hpp"

namespace ficap::cli {

namespace {

std::string title_of(const std::string& name, const models::Scenario& scenario) {
  return name.empty() ? scenario.planned.title : name;
}

// A scenario that a study names and that cannot be read is the study's mistake.
models::Diagnostic not_there(const std::string& pointer,
                             const std::string& name,
                             const std::string& path) {
  models::Diagnostic diagnostic;
  diagnostic.pointer = pointer + "/scenario";
  diagnostic.found = '"' + name + '"';
  diagnostic.expected = "the name of a scenario, relative to the study's folder";
  diagnostic.help = path + " cannot be read";
  return diagnostic;
}

class ScenarioReader {
 public:
  ScenarioReader(StudyInput& input, const std::string& path, std::ostream& err)
      : input_{input}, path_{path}, err_{err} {}

  void read(const std::string& pointer,
            const std::string& name,
            const std::vector<std::string>& set) {
    const std::string path = io::name_relative_to(path_ == "-" ? "" : path_, name);
    if (!scenario_files()(path)) {
      missing_.push_back(not_there(pointer, name, path));
      return;
    }
    input_.paths.push_back(path);
    auto scenario = read_scenario(
        ScenarioArgument{
            .path = path, .sets = io::settings_of(input_.study(), set), .skips_bad_rows = false},
        err_);
    if (scenario) input_.scenarios.push_back(std::move(*scenario));
  }

  /// @returns whether all of them are there
  [[nodiscard]] bool is_done() {
    err_ << report::to_text(input_.text.located(std::move(missing_)));
    return input_.scenarios.size() == input_.study().options.size() + 1;
  }

 private:
  StudyInput& input_;
  const std::string& path_;
  std::ostream& err_;
  models::Diagnostics missing_;
};

}  // namespace

std::vector<std::string> titles_of(const study::StudyDocument& study,
                                   const std::vector<models::Scenario>& scenarios) {
  std::vector<std::string> titles{title_of(study.base.name, scenarios.front())};
  for (std::size_t i = 0; i < study.options.size(); ++i)
    titles.push_back(title_of(study.options[i].name, scenarios.at(i + 1)));
  for (std::size_t i = 1; i < titles.size(); ++i) {
    if (std::count(titles.begin(), titles.end(), titles[i]) > 1)
      titles[i] += " (" + study.options[i - 1].id + ")";
  }
  return titles;
}

std::vector<std::string> StudyInput::titles() const {
  return titles_of(text.study, scenarios);
}

std::optional<StudyInput> read_study(const std::string& path, std::ostream& err) {
  io::StudyReading reading = io::read_study(path == "-" ? "standard input" : path, read_text(path));
  err << report::to_text(reading.problems);
  if (!reading.text) return std::nullopt;
  StudyInput input{.text = std::move(*reading.text), .paths = {path}, .scenarios = {}};
  ScenarioReader scenarios{input, path, err};
  scenarios.read("/base", input.study().base.scenario, input.study().base.set);
  for (std::size_t i = 0; i < input.study().options.size(); ++i) {
    const study::StudyOption& option = input.study().options[i];
    scenarios.read("/options/" + std::to_string(i), option.scenario, option.set);
  }
  if (!scenarios.is_done()) return std::nullopt;
  models::Diagnostics found = study::check_study(input.study(), input.scenarios);
  if (!found.empty()) {
    err << report::to_text(input.text.located(std::move(found)));
    return std::nullopt;
  }
  Compared compared{.paths = {input.paths.begin() + 1, input.paths.end()},
                    .names = {},
                    .scenarios = input.scenarios};
  if (says_incomparable(compared, err)) return std::nullopt;
  return input;
}

}  // namespace ficap::cli
