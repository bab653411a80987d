#include "report/citation.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "report/diagnostics.hpp"
#include "report/marking.hpp"
#include "report/shell_word.hpp"
#include "report/words.hpp"

namespace ficap::report {

namespace {

constexpr std::size_t most_named = 4;
constexpr std::size_t short_digest = 12;

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
  if (cited.file.empty()) return harmless(cited.again);
  return "ficap verify " + harmless(shell_word(cited.file));
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

std::string command_again(const Citation& cited,
                          const std::string& inputs,
                          const std::string& output,
                          const std::string& marking) {
  std::string command = "ficap " + inputs + " --seed " + std::to_string(cited.seed) +
                        " --replications " + std::to_string(cited.replications);
  if (!output.empty()) command += " " + output;
  if (marking != usual_marking) command += " --marking " + shell_word(marking);
  return command;
}

std::string sentence(const Citation& cited) {
  std::string text = cited.measure ? in_words(*cited.measure, years(cited)) + ". " : "";
  text += titles(cited);
  const auto last = last_day(cited);
  if (last) text += ", " + in_words(*cited.start) + " to " + in_words(*last) + ",";
  return text + " as simulated by ficap " + harmless(cited.version) + " (run " +
         harmless(cited.id) + ": " + digests(cited, short_digest) + ", " + futures(cited) +
         "; recomputed by `" + verification(cited) + "`).";
}

std::string footnote(const Citation& cited) {
  std::string text =
      "ficap " + harmless(cited.version) + ", run " + harmless(cited.id) + ", " + titles(cited);
  const auto last = last_day(cited);
  if (last) {
    text += "; measured period " + to_string(*cited.start) + " to " + to_string(*last);
  }
  text += "; " + futures(cited) + "; SHA-256 of the " + digests(cited, short_digest) + ". ";
  if (cited.measure) text += as_written(*cited.measure) + ". ";
  text += "To recompute it, to the bit: " + verification(cited);
  if (!cited.file.empty() && !cited.again.empty()) {
    text += std::string{"; or, from the "} + (cited.study ? "study" : "scenario") +
            " of that digest, " + harmless(cited.again);
  }
  return text + ".";
}

std::string bibtex(const Citation& cited) {
  std::string note = futures(cited);
  const auto last = last_day(cited);
  if (last) note += "; measured period " + to_string(*cited.start) + " to " + to_string(*last);
  note += "; SHA-256 of the " + digests(cited, std::string::npos);
  if (cited.measure) note += "; " + as_written(*cited.measure);
  std::string commands = "\\texttt{" + latex(verification(cited)) + "}";
  return "@misc{" + key(cited.id) + ",\n  title        = {{" + latex(title_of_entry(cited)) +
         "}},\n  howpublished = {Simulation with ficap " + latex(cited.version) + ", run " +
         latex(cited.id) + "},\n  note         = {" + latex(note) + "; recomputed by " + commands +
         "}\n}\n";
}

}  // namespace ficap::report
