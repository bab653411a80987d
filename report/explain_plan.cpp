#include "report/explain_plan.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "models/posts.hpp"
#include "report/names.hpp"
#include "report/words.hpp"

namespace ficap::report {

namespace {

constexpr std::size_t line_width = 100;

class PlanWords {
 public:
  explicit PlanWords(const models::Setting& setting) : setting_{setting}, names_{setting} {}

  std::vector<std::string> sentences() {
    const models::StaffingPlan& plan = setting_.staffing;
    for (const auto& entry : plan.posts)
      say(entry.second);
    for (const auto& entry : plan.hiring_freezes)
      for_a_time(entry.second, teams(entry.second.teams) + ": nobody is recruited");
    for (const auto& entry : plan.overtime)
      for_a_time(entry.second,
                 teams(entry.second.teams) + ": up to " + percent(entry.second.up_to.value.value) +
                     " overtime while work waits, at " + decimal(entry.second.paid.value.value, 1) +
                     " times the hourly pay");
    for (const auto& entry : plan.agency)
      for_a_time(entry.second,
                 team(entry.second.team.id) + ": " +
                     people(entry.second.people.value.value, " of an agency") + ", " +
                     money(entry.second.day_rate.value) + " a day each");
    for (const auto& entry : plan.loans)
      for_a_time(entry.second,
                 team(entry.second.team.id) + ": " + people(entry.second.people.value.value, "") +
                     (entry.second.people.value.value == 1.0 ? " works for " : " work for ") +
                     names_.of(models::Dimension::organisation, entry.second.to.id));
    for (const auto& entry : plan.supplements)
      for_a_time(entry.second,
                 teams(entry.second.teams) + ": a supplement of " + money(entry.second.pay.value) +
                     " a year, and " + percent(1.0 - entry.second.leaving.value.value) +
                     " fewer leave");
    std::stable_sort(lines_.begin(), lines_.end(), [](const auto& a, const auto& b) {
      return a.first < b.first;
    });
    std::vector<std::string> sentences;
    sentences.reserve(lines_.size());
    for (const auto& line : lines_)
      sentences.push_back(line.second + ".");
    return sentences;
  }

 private:
  void say(const models::PostsChange& posts) {
    const auto change = static_cast<std::int64_t>(posts.change.value.value);
    std::string words = team(posts.team.id) + ": " + counted(std::abs(change), "post", "posts");
    if (change < 0) {
      words += " fewer";
    } else {
      const models::Role& role =
          setting_.roles.find(setting_.teams.find(posts.team.id)->second.role.id)->second;
      const bool on_the_day = models::filled(posts, role) == models::Filled::on_the_day;
      words += on_the_day ? " more, filled on the day" : " more, to be recruited for";
      if (on_the_day && !posts.filled) words += ", since its role recruits nobody";
    }
    lines_.emplace_back(posts.from, "from " + in_words(posts.from) + ", " + words);
  }

  template <class Entry>
  void for_a_time(const Entry& entry, const std::string& what) {
    lines_.emplace_back(entry.from,
                        "from " + in_words(entry.from) +
                            (entry.until ? " until " + in_words(*entry.until) : "") + ", " + what);
  }

  [[nodiscard]] std::string team(const std::string& id) const {
    return names_.of(models::Dimension::team, id);
  }
  [[nodiscard]] std::string teams(
      const std::vector<models::Ref<models::Entity::team>>& some) const {
    if (some.empty()) return "all teams";
    std::vector<std::string> words;
    words.reserve(some.size());
    for (const auto& one : some)
      words.push_back(team(one.id));
    return joined(words);
  }
  [[nodiscard]] static std::string people(double number, const std::string& of_what) {
    return counted(static_cast<std::int64_t>(number), "person", "people") + of_what;
  }
  [[nodiscard]] static std::string percent(double share) {
    return decimal(100.0 * share, 0) + " %";
  }
  [[nodiscard]] static std::string money(models::Money amount) {
    return "£" + with_commas((amount.pence + 50) / 100);
  }

  const models::Setting& setting_;
  Names names_;
  std::vector<std::pair<sim::Date, std::string>> lines_;
};

}  // namespace

std::vector<std::string> plan_sentences(const models::Setting& planned) {
  return PlanWords{planned}.sentences();
}

std::string explain_plan(const models::Setting& planned) {
  const std::vector<std::string> changes = plan_sentences(planned);
  if (changes.empty()) return {};
  const std::string title = "What the staffing plan changes";
  std::string text = title + "\n" + std::string(width_of(title), '=') + "\n\n";
  for (const std::string& change : changes)
    text += wrapped("- " + change, line_width);
  return text;
}

}  // namespace ficap::report
