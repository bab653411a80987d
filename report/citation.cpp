#include "report/citation.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "report/diagnostics.hpp"
#include "report/measure_text.hpp"
#include "report/shell_word.hpp"
#include "report/words.hpp"

namespace ficap::report {

namespace {

constexpr std::size_t most_named = 4;
constexpr std::size_t short_digest = 12;

std::string in_quotes(const std::string& title) {
  return "“" + harmless(title) + "”";
}

// "“A”", "“A” against “B” and “C”", "“A” against 12 others".
std::string titles(const Citation& cited) {
  std::string text = cited.study ? in_quotes(cited.study->title) + ", " : "";
  text += in_quotes(cited.scenarios.front().title);
  const std::size_t others = cited.scenarios.size() - 1;
  if (others == 0) return text;
  text += " against ";
  if (others >= most_named) return text + std::to_string(others) + " others";
  std::vector<std::string> named;
  for (std::size_t i = 1; i <= others; ++i)
    named.push_back(in_quotes(cited.scenarios[i].title));
  return text + joined(named);
}

// A bibliography sets a title apart by itself.
std::string title_of_entry(const Citation& cited) {
  return !cited.study && cited.scenarios.size() == 1 ? harmless(cited.scenarios.front().title)
                                                     : titles(cited);
}

std::string digests(const Citation& cited, std::size_t digits) {
  const bool one = cited.scenarios.size() == 1;
  const bool all = cited.scenarios.size() <= most_named;
  std::string text =
      cited.study ? "study " + harmless(cited.study->sha256.substr(0, digits)) + ", " : "";
  text += one ? "scenario " : all ? "scenarios " : "base scenario ";
  for (std::size_t i = 0; i < (all ? cited.scenarios.size() : 1); ++i) {
    if (i > 0) text += ", ";
    text += harmless(cited.scenarios[i].sha256.substr(0, digits));
  }
  return text;
}

std::string futures(const Citation& cited) {
  std::string text = counted(cited.replications, "replication", "replications");
  if (cited.draws) text = counted(*cited.draws, "draw", "draws") + " of " + text + " each";
  return text + ", seed " + std::to_string(cited.seed);
}

std::optional<sim::Date> last_day(const Citation& cited) {
  if (!cited.start || !cited.end) return std::nullopt;
  return sim::civil_from_days(sim::days_from_civil(*cited.end) - 1);
}

double years(const Citation& cited) {
  if (!cited.start || !cited.end) return 1.0;
  return cited.end->year > cited.start->year ? cited.end->year - cited.start->year : 1.0;
}

std::string verification(const Citation& cited) {
  return "ficap verify " + harmless(shell_word(cited.file));
}

std::string rerun(const Citation& cited) {
  return "ficap run SCENARIO.json --seed " + std::to_string(cited.seed) + " --replications " +
         std::to_string(cited.replications);
}

/// The number as a planner reads it: "52 ± 3 %", "£8.4m ± 0.4m a year".
std::string rounded(const CitedMeasure& measure, const CitedFigure& figure, double years) {
  const bool difference = figure.kind != CitedFigure::Kind::value;
  const double worth = measure.over_period ? years : 1.0;
  const std::string per = measure.over_period ? " a year" : "";
  const bool interval = figure.low && figure.high && figure.estimate.mean;
  if (measure.unit == "share") {
    const std::string unit = difference ? " points" : " %";
    if (!interval) return with_interval(figure.estimate, 0.01) + unit;
    return decimal(*figure.estimate.mean / 0.01, 0) + " % (" + decimal(*figure.low / 0.01, 0) +
           " to " + decimal(*figure.high / 0.01, 0) + " %)";
  }
  if (measure.unit == "pounds") {
    if (!interval) return pounds_with_interval(study::scaled(figure.estimate, 1.0 / worth)) + per;
    return pounds(*figure.estimate.mean / worth) + per + " (" + pounds(*figure.low / worth) +
           " to " + pounds(*figure.high / worth) + ")";
  }
  const std::string unit = measure.over_period ? per : " " + harmless(measure.unit);
  if (!interval) return with_interval(figure.estimate, worth) + unit;
  return decimal(*figure.estimate.mean / worth, 1) + unit + " (" + decimal(*figure.low / worth, 1) +
         " to " + decimal(*figure.high / worth, 1) + ")";
}

/// What the number says: of a scenario a value, of an option a change.
std::string placed(const CitedFigure& figure, const std::string& number) {
  std::string lever = harmless(figure.of);
  switch (figure.kind) {
    case CitedFigure::Kind::value:
      return figure.of.empty() ? number : number + " in " + in_quotes(figure.of);
    case CitedFigure::Kind::difference:
      return "changed by " + number + (figure.of.empty() ? "" : " in " + in_quotes(figure.of));
    case CitedFigure::Kind::part:
      std::replace(lever.begin(), lever.end(), '_', ' ');
      return "of that " + number + " by " + lever;
  }
  return number;
}

std::string interval_in_words(const CitedMeasure& measure) {
  for (const CitedFigure& figure : measure.figures) {
    if (figure.low) return "80 % interval for what nobody has measured";
    if (figure.estimate.half_width) return "± 95 % interval for chance alone";
  }
  return "no interval";
}

template <class Say>
std::string listed(const CitedMeasure& measure, Say&& say) {
  std::string text;
  for (const CitedFigure& figure : measure.figures)
    text += (text.empty() ? "" : "; ") + placed(figure, say(figure));
  return text;
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

// "called (cut)" wants the cut whole.
std::string name_in_words(const std::string& name) {
  const bool whole = name.find('[') == std::string::npos ||
                     (name.find('=') != std::string::npos && name.back() == ']');
  return harmless(whole ? called(name) : name);
}

std::string measure_in_words(const Citation& cited) {
  const CitedMeasure& measure = *cited.measure;
  const double length = years(cited);
  return capital(name_in_words(measure.name)) + ": " +
         listed(measure,
                [&](const CitedFigure& figure) { return rounded(measure, figure, length); }) +
         " (" + interval_in_words(measure) + "). ";
}

std::string measure_as_written(const CitedMeasure& measure) {
  const std::string unit =
      " " + harmless(measure.unit) + (measure.over_period ? " over the period" : "");
  return harmless(measure.name) + " = " +
         listed(measure,
                [&](const CitedFigure& figure) { return harmless(figure.written) + unit; }) +
         " (" + interval_in_words(measure) + ")";
}

/// A text as LaTeX prints it. What stands for a brace has none of its own but pairs, since BibTeX
/// counts braces even behind a backslash.
std::string latex(std::string_view text) {
  constexpr std::array<std::pair<char, std::string_view>, 14> special{{{'\\', "\\textbackslash{}"},
                                                                       {'{', "\\textbraceleft{}"},
                                                                       {'}', "\\textbraceright{}"},
                                                                       {'$', "\\$"},
                                                                       {'&', "\\&"},
                                                                       {'#', "\\#"},
                                                                       {'%', "\\%"},
                                                                       {'_', "\\_"},
                                                                       {'^', "\\textasciicircum{}"},
                                                                       {'~', "\\textasciitilde{}"},
                                                                       {'<', "\\textless{}"},
                                                                       {'>', "\\textgreater{}"},
                                                                       {'|', "\\textbar{}"},
                                                                       {'"', "{\\textquotedbl}"}}};
  std::string result;
  for (const char c : harmless(text)) {
    std::string_view said{&c, 1};
    for (const auto& [sign, spelt] : special) {
      if (c == sign) said = spelt;
    }
    result += said;
  }
  return result;
}

// What may stand in a key of BibTeX.
std::string key(std::string_view id) {
  std::string text;
  for (const char c : id) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    text += plain ? c : '-';
  }
  return text.empty() ? "ficap" : text;
}

}  // namespace

std::string sentence(const Citation& cited) {
  std::string text = cited.measure ? measure_in_words(cited) : "";
  text += titles(cited);
  const auto last = last_day(cited);
  if (last) text += ", " + in_words(*cited.start) + " to " + in_words(*last) + ",";
  return text + " as simulated by ficap " + harmless(cited.version) + " (run " +
         harmless(cited.id) + ": " + digests(cited, short_digest) + ", " + futures(cited) +
         "; recomputed by `" + verification(cited) + "`).\n";
}

std::string footnote(const Citation& cited) {
  std::string text =
      "ficap " + harmless(cited.version) + ", run " + harmless(cited.id) + ", " + titles(cited);
  const auto last = last_day(cited);
  if (last) {
    text += "; measured period " + to_string(*cited.start) + " to " + to_string(*last);
  }
  text += "; " + futures(cited) + "; SHA-256 of the " + digests(cited, short_digest) + ". ";
  if (cited.measure) text += measure_as_written(*cited.measure) + ". ";
  text += "To recompute it, to the bit: " + verification(cited);
  if (cited.is_run) text += "; or, from the scenario of that digest, " + rerun(cited);
  return text + ".\n";
}

std::string bibtex(const Citation& cited) {
  std::string note = futures(cited);
  const auto last = last_day(cited);
  if (last) note += "; measured period " + to_string(*cited.start) + " to " + to_string(*last);
  note += "; SHA-256 of the " + digests(cited, std::string::npos);
  if (cited.measure) note += "; " + measure_as_written(*cited.measure);
  std::string commands = "\\texttt{" + latex(verification(cited)) + "}";
  return "@misc{" + key(cited.id) + ",\n  title        = {{" + latex(title_of_entry(cited)) +
         "}},\n  howpublished = {Simulation with ficap " + latex(cited.version) + ", run " +
         latex(cited.id) + "},\n  note         = {" + latex(note) + "; recomputed by " + commands +
         "}\n}\n";
}

std::string to_text(const RepeatedMeasure& repeated) {
  const std::string recorded = measure_as_written(repeated.recorded);
  if (repeated.same) return recorded + ": this matches, to the bit.\n";
  const std::string computed =
      repeated.computed ? measure_as_written(*repeated.computed) : "no such measure";
  return recorded + ": this does not match.\n  computed: " + computed + "\n";
}

}  // namespace ficap::report
