#include "tests/architecture/rules.hpp"

#include <algorithm>
#include <cctype>
#include <regex>
#include <stdexcept>

#include "tests/architecture/source_text.hpp"

namespace ficap::test {
namespace {

using Names = std::set<std::string>;

const Names impure_headers{"condition_variable",
                           "ctime",
                           "filesystem",
                           "fstream",
                           "future",
                           "iostream",
                           "mutex",
                           "random",
                           "shared_mutex",
                           "thread"};
const Names impure_names{
    "async", "getenv", "high_resolution_clock", "random_device", "steady_clock", "system_clock"};

const Names pathed_headers{"filesystem", "fstream", "iostream"};

// em++ 3.1.6, and in part clang 14 and g++ 12, lack these.
const Names unportable_headers{"coroutine",
                               "expected",
                               "format",
                               "mdspan",
                               "memory_resource",
                               "ranges",
                               "source_location",
                               "stop_token"};
const Names unportable_names{"bit_cast",
                             "expected",
                             "format",
                             "jthread",
                             "mdspan",
                             "pmr",
                             "ranges",
                             "source_location",
                             "views"};

// Their results, or the order of their sums, belong to the library that ships them.
const Names inexact_names{"execution", "hash", "reduce", "transform_reduce"};

// All of <cmath> that takes a double, but sqrt, floor and fabs, which IEEE 754 settles.
const Names libm{"acos",  "acosh",  "asin",      "asinh",     "atan",   "atan2",     "atanh",
                 "cbrt",  "ceil",   "cos",       "cosh",      "erf",    "erfc",      "exp",
                 "exp2",  "expm1",  "fdim",      "fma",       "fmax",   "fmin",      "fmod",
                 "frexp", "hypot",  "ilogb",     "ldexp",     "lgamma", "llrint",    "llround",
                 "log",   "log10",  "log1p",     "log2",      "logb",   "lrint",     "lround",
                 "modf",  "nan",    "nearbyint", "nextafter", "pow",    "remainder", "remquo",
                 "rint",  "round",  "scalbln",   "scalbn",    "sin",    "sinh",      "tan",
                 "tanh",  "tgamma", "trunc"};

// "case" and "cases" stand apart: English and C++ use them too.
const Names domain_words{
    "accredited", "arrest",        "arrests",  "asset",    "assets",   "belief",   "beliefs",
    "caseload",   "court",         "courts",   "crime",    "crimes",   "criminal", "detective",
    "ecu",        "establishment", "harm",     "harms",    "money",    "offence",  "offences",
    "offender",   "officer",       "officers", "pathway",  "pathways", "pence",    "police",
    "policing",   "pounds",        "recruit",  "recruits", "request",  "requests", "requested",
    "skill",      "skilled",       "skills",   "stage",    "stages",   "suspect",  "suspects",
    "threat",     "threats",       "triage",   "tutor",    "vacancy",  "victim",   "victims"};
const std::vector<std::string> domain_stems{
    "confiscat", "forfeit", "investigat", "prosecut", "restrain"};
// The words before "case" that make it plain English.
const Names not_a_file{"any",     "base", "best",     "both",  "corner", "edge",  "either",
                       "general", "in",   "limiting", "lower", "no",     "other", "special",
                       "test",    "that", "this",     "upper", "usual",  "which", "worst"};

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}
bool is_upper(char c) {
  return std::isupper(static_cast<unsigned char>(c)) != 0;
}
bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// A run of letters, lower case, cut where camel case starts a new one.
struct Word {
  std::size_t at;
  std::string text;
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_letter(text[i])) continue;
    const bool starts =
        i == 0 || !is_letter(text[i - 1]) || (is_upper(text[i]) && !is_upper(text[i - 1]));
    if (starts) words.push_back({i, {}});
    words.back().text += static_cast<char>(std::tolower(static_cast<unsigned char>(text[i])));
  }
  return words;
}

/// Is the identifier at `at` exactly as long as `length`, and not part of a longer one?
bool stands_alone(std::string_view text, std::size_t at, std::size_t length) {
  const bool open = at == 0 || !is_word(text[at - 1]);
  return open && (at + length == text.size() || !is_word(text[at + length]));
}

bool is_domain_word(const std::string& word) {
  return domain_words.contains(word) ||
         std::any_of(domain_stems.begin(), domain_stems.end(), [&](const std::string& stem) {
           return word.starts_with(stem);
         });
}

bool is_header_allowed(const Layer& layer, const std::string& header) {
  const bool standard = header.find('/') == std::string::npos && !header.ends_with(".h");
  if (standard) {
    const auto broken = [&](Promise promise, const Names& banned) {
      return layer.promises.contains(promise) && banned.contains(header);
    };
    return !broken(Promise::pure, impure_headers) && !broken(Promise::pathless, pathed_headers) &&
           !broken(Promise::portable, unportable_headers);
  }
  if (header.starts_with(layer.name + "/")) return true;
  return std::any_of(
      layer.may_include.begin(), layer.may_include.end(), [&](const std::string& below) {
        return header == below || header.starts_with(below + "/") ||
               header.starts_with(below + ".");
      });
}

/// Collects the violations of one source, rule by rule.
class Reader {
 public:
  Reader(const Layer& layer, std::string_view file, std::string_view text)
      : layer_{layer}, file_{file}, text_{text}, split_{split_source(text)} {}

  void read_includes() {
    for_each_match(split_.includes,
                   R"(#\s*include\s*["<]([^">]+)[">])",
                   [&](std::size_t at, const std::string& header) {
                     if (!is_header_allowed(layer_, header)) {
                       add(at, layer_.name + " includes " + header);
                     }
                   });
  }

  void read_qualified(Promise promise, const Names& banned) {
    if (!layer_.promises.contains(promise)) return;
    for_each_match(split_.code,
                   R"(\bstd::(?:chrono::)?([a-z_0-9]+))",
                   [&](std::size_t at, const std::string& name) {
                     if (banned.contains(name)) add(at, layer_.name + " uses std::" + name);
                   });
  }

  void read_libm(const Names& own_functions) {
    if (!layer_.promises.contains(Promise::exact)) return;
    read_qualified(Promise::exact, libm);
    for_each_match(
        split_.code, R"(([a-z_0-9]+)\s*\()", [&](std::size_t at, const std::string& name) {
          const std::string_view before = std::string_view{split_.code}.substr(0, at);
          const bool elsewhere = before.ends_with('.') || before.ends_with("->") ||
                                 (!before.empty() && is_word(before.back()));
          // "sim::log(" is ours, "::log(" and a bare "log(" are not.
          const bool qualified =
              before.size() > 2 && before.ends_with("::") && is_word(before[before.size() - 3]);
          if (!libm.contains(name) || elsewhere || qualified || own_functions.contains(name))
            return;
          add(at, layer_.name + " calls " + name + "() of libm; sim/elementary.hpp has ours");
        });
  }

  void read_words() {
    if (!layer_.promises.contains(Promise::any_domain)) return;
    read_words_in(split_.code, false);
    read_words_in(split_.prose, true);
  }

  void read_namespaces() {
    if (!layer_.promises.contains(Promise::namespaced)) return;
    // A folder within a layer has a namespace within the layer's: chart/look.cpp, ::chart.
    std::string own = "ficap::" + layer_.name;
    for (std::size_t from = 0, to = 0; (to = file_.find('/', from)) != std::string::npos;
         from = to + 1)
      own += "::" + file_.substr(from, to - from);
    bool opens_own = false;
    for_each_match(split_.code,
                   R"(\bnamespace\s+(ficap[a-z_:]*)\s*\{)",
                   [&](std::size_t at, const std::string& name) {
                     opens_own = opens_own || name == own;
                     if (name != own) add(at, layer_.name + " opens namespace " + name);
                   });
    if (!opens_own && file_ != "main.cpp") add(0, file_ + " is not in namespace " + own);
    for_each_match(
        split_.code, R"(#\s*define\s+(\w+))", [&](std::size_t at, const std::string& name) {
          if (name != "FICAP_EXPECTS") add(at, layer_.name + " defines the macro " + name);
        });
    if (file_.ends_with(".hpp") && text_.find("#pragma once") == std::string_view::npos) {
      add(0, file_ + " has no #pragma once");
    }
  }

  [[nodiscard]] std::vector<Violation> take() { return std::move(found_); }

 private:
  template <class Use>
  static void for_each_match(const std::string& text, const char* pattern, Use use) {
    const std::regex regex{pattern};
    for (std::sregex_iterator it{text.begin(), text.end(), regex}, end; it != end; ++it) {
      use(static_cast<std::size_t>(it->position(1)), it->str(1));
    }
  }

  void read_words_in(const std::string& text, bool is_prose) {
    std::string previous;
    for (const Word& word : words_of(text)) {
      const bool is_case = word.text == "case" || word.text == "cases";
      const bool excused =
          is_prose ? not_a_file.contains(previous) : stands_alone(text, word.at, 4);
      if (is_domain_word(word.text) || (is_case && !excused)) {
        add(word.at, layer_.name + " says \"" + word.text + "\", a word of the domain");
      }
      previous = word.text;
    }
  }

  void add(std::size_t at, std::string what) {
    found_.push_back({line_of(text_, at), std::move(what)});
  }

  const Layer& layer_;
  std::string file_;
  std::string_view text_;
  SourceText split_;
  std::vector<Violation> found_;
};

}  // namespace

const std::vector<Layer>& layers() {
  using enum Promise;
  static const std::vector<Layer> table{
      {"sim", {}, {pure, exact, portable, any_domain, namespaced}},
      {"models", {"sim", "Eigen", "boost/graph"}, {pure, exact, portable, namespaced}},
      {"study", {"models", "sim", "Eigen"}, {pure, exact, portable, namespaced}},
      {"io", {"study", "models", "sim", "nlohmann"}, {pathless, portable, namespaced}},
      {"report", {"study", "models", "sim", "xlsxwriter", "nlohmann"}, {pathless, namespaced}},
      {"store", {"study", "models", "sim", "sqlite3"}, {namespaced}},
      {"cli",
       {"report",
        "store",
        "io",
        "study",
        "models",
        "sim",
        "boost/program_options",
        "sys",
        "fcntl",
        "signal",
        "spawn",
        "unistd"},
       {namespaced}},
      {"python", {"io", "report", "study", "models", "sim", "nanobind"}, {}},
      {"web", {"io", "report", "study", "models", "sim", "emscripten"}, {portable}},
      {"bench", {"cli", "report", "store", "io", "study", "models", "sim"}, {}},
  };
  return table;
}

const Layer& layer_named(std::string_view name) {
  const auto found = std::find_if(
      layers().begin(), layers().end(), [&](const Layer& layer) { return layer.name == name; });
  if (found == layers().end()) throw std::invalid_argument{"no layer " + std::string{name}};
  return *found;
}

std::vector<Violation> violations(const Layer& layer,
                                  std::string_view file,
                                  std::string_view text,
                                  const std::set<std::string>& own_functions) {
  Reader reader{layer, file, text};
  reader.read_includes();
  reader.read_qualified(Promise::pure, impure_names);
  reader.read_qualified(Promise::portable, unportable_names);
  reader.read_qualified(Promise::exact, inexact_names);
  reader.read_libm(own_functions);
  reader.read_words();
  reader.read_namespaces();
  return reader.take();
}

std::set<std::string> functions_declared_in(std::string_view header) {
  const std::string code = split_source(header).code;
  const std::regex declaration{R"(\bdouble\s+([a-z_0-9]+)\s*\(\s*double\b)"};
  std::set<std::string> names;
  for (std::sregex_iterator it{code.begin(), code.end(), declaration}, end; it != end; ++it) {
    if (libm.contains(it->str(1))) names.insert(it->str(1));
  }
  return names;
}

}  // namespace ficap::test
