#include "cli/appraisal_study.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <variant>

#include "cli/compared.hpp"
#include "cli/files.hpp"
#include "io/extends.hpp"
#include "io/read_precision.hpp"
#include "io/read_scenario.hpp"
#include "models/simulator.hpp"
#include "report/diagnostics.hpp"
#include "study/check_study.hpp"

namespace ficap::cli {

namespace {

std::string title_of(const std::string& name, const models::Scenario& scenario) {
  return name.empty() ? scenario.planned.title : name;
}

models::Diagnostic error_at(std::string pointer,
                            std::string found,
                            std::string expected,
                            std::string help) {
  models::Diagnostic diagnostic;
  diagnostic.pointer = std::move(pointer);
  diagnostic.found = std::move(found);
  diagnostic.expected = std::move(expected);
  diagnostic.help = std::move(help);
  return diagnostic;
}

// A scenario that a study names and that cannot be read is the study's mistake.
models::Diagnostic not_there(const std::string& pointer,
                             const std::string& name,
                             const std::string& path) {
  return error_at(pointer + "/scenario",
                  '"' + name + '"',
                  "the name of a scenario, relative to the study's folder",
                  path + " cannot be read");
}

class ScenarioReader {
 public:
  ScenarioReader(StudyInput& input, const std::string& path, std::ostream& err)
      : input_{input}, path_{path}, err_{err} {}

  void read(const std::string& pointer,
            const std::string& name,
            const std::vector<std::string>& set) {
    const std::string path = io::name_relative_to(path_ == "-" ? "" : path_, name);
    const auto text = scenario_files()(path);
    if (!text) {
      missing_.push_back(not_there(pointer, name, path));
      return;
    }
    input_.paths.push_back(path);
    io::ScenarioReading reading =
        io::read_scenario(path, *text, scenario_files(), io::settings_of(input_.study(), set));
    err_ << report::to_text(of_study(std::move(reading.problems), pointer, set.size()));
    if (reading.scenario) input_.scenarios.push_back(std::move(*reading.scenario));
  }

  /// @returns whether all of them are there
  [[nodiscard]] bool is_done() {
    err_ << report::to_text(input_.text.located(std::move(missing_)));
    return input_.scenarios.size() == input_.study().options.size() + 1;
  }

 private:
  /// Where a setting stands that a scenario knows as an argument, "--set 3": first come those of
  /// the study's plan.
  /// @returns its pointer in the study; empty for any other text
  [[nodiscard]] std::string pointer_of(const std::string& text,
                                       const std::string& pointer,
                                       std::size_t own) const {
    constexpr std::string_view argument = "--set ";
    if (!text.starts_with(argument)) return {};
    const std::size_t number = std::stoul(text.substr(argument.size())) - 1;
    const std::vector<std::string> of_plan = io::settings_of(input_.study(), {});
    if (number >= of_plan.size() + own) return {};
    if (number >= of_plan.size())
      return pointer + "/set/" + std::to_string(number - of_plan.size());
    return of_plan[number].substr(0, of_plan[number].find('='));
  }

  /// Problems of a scenario, those of settings at the place where the study makes them.
  [[nodiscard]] std::vector<models::LocatedDiagnostic> of_study(
      std::vector<models::LocatedDiagnostic> problems,
      const std::string& pointer,
      std::size_t own) const {
    const auto place = [&](const std::string& at) {
      return input_.text.located({error_at(at, "", "", "")}).front().at;
    };
    for (models::LocatedDiagnostic& problem : problems) {
      const std::string at = pointer_of(problem.at.file, pointer, own);
      if (!at.empty()) {
        problem.at = place(at);
        if (!problem.what.pointer.empty()) {
          problem.what.help += (problem.what.help.empty() ? "" : "; ") +
                               std::string{"it is set here, for "} + problem.what.pointer +
                               " of the scenario";
        }
        problem.what.pointer = at;
      }
      for (models::Location& other : problem.also) {
        const std::string also = pointer_of(other.file, pointer, own);
        if (!also.empty()) other = place(also);
      }
    }
    return problems;
  }

  StudyInput& input_;
  const std::string& path_;
  std::ostream& err_;
  models::Diagnostics missing_;
};

/// What a study asks for that only its scenarios can say is possible.
models::Diagnostics check_precision(const StudyInput& input) {
  models::Diagnostics found;
  const std::vector<std::string>& texts = input.study().plan.precision;
  if (texts.empty()) return found;
  const models::Compiled base{input.scenarios.front()};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const auto read = io::read_precision(texts[i], base.ids());
    if (const auto* const problem = std::get_if<io::NoSuchPrecision>(&read)) {
      found.push_back(error_at("/plan/precision/" + std::to_string(i),
                               '"' + texts[i] + '"',
                               R"(a measure and how precise it is to be, such as "served:10")",
                               problem->why));
    }
  }
  return found;
}

models::Diagnostics check_comparable(const StudyInput& input) {
  models::Diagnostics found;
  for (const Incomparable& reason : incomparable(input.scenarios)) {
    const std::string& id = input.study().options.at(reason.option - 1).id;
    found.push_back(error_at("/options/" + std::to_string(reason.option - 1) + "/scenario",
                             "option \"" + id + "\", which " + reason.of_option,
                             "a scenario that can go through the same futures as business as "
                             "usual, which " +
                                 reason.of_base,
                             "\"years\" in the study's \"plan\" is for all of them; all else is "
                             "changed by the \"set\" of one"));
  }
  return found;
}

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
  return read_study(path, read_text(path), err);
}

std::optional<StudyInput> read_study(const std::string& path,
                                     const std::string& text,
                                     std::ostream& err) {
  io::StudyReading reading = io::read_study(path == "-" ? "standard input" : path, text);
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
  for (const models::Diagnostics& more : {check_precision(input), check_comparable(input)})
    found.insert(found.end(), more.begin(), more.end());
  if (!found.empty()) {
    err << report::to_text(input.text.located(std::move(found)));
    return std::nullopt;
  }
  return input;
}

}  // namespace ficap::cli
