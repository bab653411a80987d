#include "study/check_study.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "models/title.hpp"
#include "study/discounting.hpp"

namespace ficap::study {

namespace {

using models::Diagnostic;
using models::Diagnostics;

constexpr std::size_t longest_id = 60;
/// Years before the plan: for longer, one rate of inflation says little of what a price has become.
constexpr int oldest_prices = 10;

bool is_id(std::string_view text) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !text.empty() && text.size() <= longest_id && plain(text.front()) &&
         std::all_of(
             text.begin(), text.end(), [&](char c) { return plain(c) || c == '-' || c == '_'; });
}

std::string quoted(std::string_view text) {
  return '"' + std::string{text} + '"';
}

bool is_whole(double number) {
  return number == std::floor(number);
}

std::string number_text(double number) {
  std::string text = std::to_string(number);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

/// "one of "a", "b" and "c"", at most a few.
std::string among(const std::vector<std::string>& known) {
  constexpr std::size_t most = 12;
  std::string text;
  for (std::size_t i = 0; i < known.size() && i < most; ++i)
    text += (i > 0 ? ", " : "") + quoted(known[i]);
  return known.size() > most ? text + ", ..." : text;
}

Diagnostic problem(std::string pointer,
                   std::string found,
                   std::string expected,
                   std::string help = {}) {
  Diagnostic diagnostic;
  diagnostic.pointer = std::move(pointer);
  diagnostic.found = std::move(found);
  diagnostic.expected = std::move(expected);
  diagnostic.help = std::move(help);
  return diagnostic;
}

class Checker {
 public:
  explicit Checker(const StudyDocument& study) : study_{study} {}

  Diagnostics check() {
    if (study_.title.empty()) say("/title", R"("")", "what the case is about");
    check_title("/title", study_.title);
    check_title("/base/name", study_.base.name);
    whole("/plan/years", study_.plan.years);
    whole("/plan/replications", study_.plan.replications);
    whole("/plan/seed", study_.plan.seed);
    if (!financial_year_in(study_.terms.price_base)) {
      say("/terms/price_base",
          quoted(study_.terms.price_base),
          R"(a financial year as "2025-26": money of later years is turned into cash from it)");
    }
    if (study_.terms.green_book.empty())
      say("/terms/green_book", R"("")", R"(the edition that is followed, as "2026")");
    if (study_.options.empty())
      say("/options", "no option", "at least one", R"({"id": "more", "scenario": "more.json"})");
    for (std::size_t i = 0; i < study_.options.size(); ++i)
      check(study_.options[i], i);
    for (std::size_t i = 0; i < study_.equal_cost.size(); ++i)
      check_group(study_.equal_cost[i], "/equal_cost/" + std::to_string(i));
    return std::move(found_);
  }

 private:
  void say(std::string pointer, std::string found, std::string expected, std::string help = {}) {
    found_.push_back(
        problem(std::move(pointer), std::move(found), std::move(expected), std::move(help)));
  }
  void whole(const std::string& pointer, const std::optional<double>& number) {
    if (number && !is_whole(*number)) say(pointer, number_text(*number), "a whole number");
  }

  void check_title(const std::string& pointer, const std::string& title) {
    std::string found = models::too_long(title);
    if (!found.empty()) say(pointer, std::move(found), models::short_title());
  }

  void check(const StudyOption& option, std::size_t at) {
    const std::string pointer = "/options/" + std::to_string(at);
    check_title(pointer + "/name", option.name);
    if (!is_id(option.id)) {
      say(pointer + "/id",
          quoted(option.id),
          R"(an id of 1 to 60 small letters, digits, "_" and "-", beginning with a letter or )"
          "digit");
    }
    if (option.id == "base") {
      say(pointer + "/id", R"("base")", "another id", "business as usual is called so in results");
    }
    for (std::size_t i = 0; i < at; ++i) {
      if (study_.options[i].id != option.id) continue;
      say(pointer + "/id", quoted(option.id), "an id that no other option has");
      found_.back().also.push_back("/options/" + std::to_string(i) + "/id");
      break;
    }
    for (const auto& [id, cost] : option.extra_costs)
      check(cost, pointer + "/extra_costs/" + id);
  }

  void check(const ExtraCost& cost, const std::string& pointer) {
    whole(pointer + "/first_year", cost.first_year);
    whole(pointer + "/last_year", cost.last_year);
    if (cost.last_year && *cost.last_year < cost.first_year) {
      say(pointer + "/last_year",
          number_text(*cost.last_year),
          "a year from " + number_text(cost.first_year) + ", its first, on");
    }
  }

  void check_group(const std::vector<std::string>& ids, const std::string& pointer) {
    if (ids.size() < 2) say(pointer, "fewer than two options", "the ids of at least two");
    std::vector<std::string> known;
    for (const StudyOption& option : study_.options)
      known.push_back(option.id);
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const std::string place = pointer + "/" + std::to_string(i);
      if (std::find(known.begin(), known.end(), ids[i]) == known.end()) {
        say(place, quoted(ids[i]), "the id of an option: " + among(known));
      } else if (std::find(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(i), ids[i]) !=
                 ids.begin() + static_cast<std::ptrdiff_t>(i)) {
        say(place, quoted(ids[i]) + " a second time", "each option once");
      }
    }
  }

  const StudyDocument& study_;
  Diagnostics found_;
};

std::vector<std::string> organisations_of(const models::Scenario& scenario) {
  std::vector<std::string> ids;
  for (const auto& organisation : scenario.planned.organisations)
    ids.push_back(organisation.first);
  return ids;
}

}  // namespace

Diagnostics check_study(const StudyDocument& study) {
  return Checker{study}.check();
}

Diagnostics check_study(const StudyDocument& study, std::span<const models::Scenario> scenarios) {
  Diagnostics found;
  const models::Scenario& base = scenarios.front();
  const std::vector<std::string> known = organisations_of(base);
  const auto check_organisation = [&](const std::string& pointer, const std::string& id) {
    if (std::find(known.begin(), known.end(), id) != known.end()) return;
    found.push_back(problem(
        pointer, quoted(id), "the id of an organisation of business as usual: " + among(known)));
  };
  check_organisation("/pays", study.pays.id);
  const sim::Date start = base.planned.plan.start;
  if (start.month != 4 || start.day != 1) {
    found.push_back(problem(
        "/base/scenario",
        "a plan that starts on " + std::to_string(start.day) + "/" + std::to_string(start.month),
        "one that starts on 1 April, so that its years are financial years",
        R"(add "set": ["/plan/start=)" + std::to_string(start.year) +
            R"(-04-01"] to it and to each option)"));
  }
  const int first = start.month < 4 ? start.year - 1 : start.year;
  const std::optional<int> price_base = financial_year_in(study.terms.price_base);
  if (price_base && (*price_base > first || *price_base < first - oldest_prices)) {
    found.push_back(problem("/terms/price_base",
                            quoted(study.terms.price_base),
                            "a financial year from " +
                                quoted(financial_year(first - oldest_prices)) + " to " +
                                quoted(financial_year(first)) + ", in which the plan starts",
                            "bring the prices of another year to one of these, and say so in their "
                            "sources"));
  }
  const double years = base.planned.plan.years;
  for (std::size_t i = 0; i < study.options.size(); ++i) {
    const std::string pointer = "/options/" + std::to_string(i);
    if (organisations_of(scenarios[i + 1]) != known) {
      found.push_back(
          problem(pointer + "/scenario",
                  "a scenario with the organisations " + among(organisations_of(scenarios[i + 1])),
                  "those of business as usual: " + among(known)));
    }
    for (const auto& [id, cost] : study.options[i].extra_costs) {
      const std::string at = pointer + "/extra_costs/" + id;
      if (cost.paid_by) check_organisation(at + "/paid_by", cost.paid_by->id);
      if (cost.first_year > years) {
        found.push_back(problem(at + "/first_year",
                                number_text(cost.first_year),
                                "a year of the study, 1 to " + number_text(years)));
      }
      if (cost.last_year && *cost.last_year > years) {
        found.push_back(problem(at + "/last_year",
                                number_text(*cost.last_year),
                                "a year of the study, 1 to " + number_text(years),
                                "leave it out for a cost that goes on to the study's end"));
      }
    }
  }
  return found;
}

}  // namespace ficap::study
