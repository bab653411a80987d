#include "report/explain_loads.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "report/names.hpp"
#include "report/pathway_order.hpp"
#include "report/text_table.hpp"
#include "report/words.hpp"

namespace ficap::report {
namespace {

constexpr std::size_t line_width = 100;
constexpr double tight = 0.9;  // above it, waits grow many times longer than the work
// Between them the approximations of an offered load do not tell which is larger.
constexpr double about_as_many_from = 0.95;
constexpr double about_as_many_to = 1.05;

std::string whole(double x) {
  return decimal(x, 0);
}

std::string ratio(double load, double capacity) {
  if (capacity > 0.0) return decimal(load / capacity, 2);
  return load > 0.0 ? "nobody" : std::string{no_number};
}

/// @returns "1.17 times the hours they have", "about as many hours as they have"
std::string hours_for(double ratio) {
  if (std::isinf(ratio)) return "hours, and they have none";
  if (ratio >= about_as_many_from && ratio <= about_as_many_to) {
    return "about as many hours as they have";
  }
  return decimal(ratio, ratio < 10.0 ? 2 : 0) + " times the hours they have";
}

/// Skills are listed by what stands before a colon: what follows explains it.
std::string short_name(const models::Setting& setting, const std::string& skill) {
  const std::string name = Names{setting}.of(models::Dimension::skill, skill);
  return name.substr(0, name.find(':'));
}

/// @returns "a", "a and b", "a, b and c"
std::string listed(const std::vector<std::string>& items) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? " and " : ", ";
    text += items[i];
  }
  return text;
}

std::string load_table(const models::Setting& setting, const models::OrganisationLoad& load) {
  TextTable table{{"Skill",
                   "needed\nhours",
                   "by law\nhours",
                   "asked\nhours",
                   "people",
                   "their\nhours",
                   "needed\n/ hours",
                   "asked\n/ hours",
                   "needed\n/ slots",
                   "asked\n/ slots"},
                  30};
  for (const models::SkillLoad& skill : load.skills) {
    table.add_row({short_name(setting, skill.skill),
                   whole(skill.hours.full_need),
                   whole(skill.by_class[static_cast<std::size_t>(models::WorkClass::statutory)]),
                   whole(skill.hours.asked),
                   whole(skill.people),
                   whole(skill.productive_hours),
                   ratio(skill.hours.full_need, skill.productive_hours),
                   ratio(skill.hours.asked, skill.productive_hours),
                   ratio(skill.slots.full_need, skill.caseload),
                   ratio(skill.slots.asked, skill.caseload)});
  }
  if (load.hours_full.skills.size() > 1) {
    const auto of = [](const models::Bottleneck& b) { return ratio(b.load, b.capacity); };
    table.add_row({"busiest group of skills",
                   "",
                   "",
                   "",
                   "",
                   "",
                   of(load.hours_full),
                   of(load.hours_asked),
                   of(load.slots_full),
                   of(load.slots_asked)});
  }
  return table.text();
}

/// "The people of Staffordshire Police for "tracing" and "restraint""
std::string people_of(const models::Setting& setting,
                      const models::OrganisationLoad& load,
                      const models::Bottleneck& bottleneck) {
  const Names names{setting};
  std::vector<std::string> skills;
  for (const std::string& id : bottleneck.skills) {
    skills.push_back('"' + short_name(setting, id) + '"');
  }
  return "The people of " + names.of(models::Dimension::organisation, load.organisation) + " for " +
         listed(skills);
}

std::string hours_sentence(const models::Setting& setting, const models::OrganisationLoad& load) {
  const models::Bottleneck& full = load.hours_full;
  const models::Bottleneck& asked = load.hours_asked;
  const std::string trust =
      "the trust with which the run starts (" + percent(setting.belief.initial.value.value) + ")";
  const auto busy = [&] { return percent(std::floor(asked.ratio() * 100.0 + 0.5) / 100.0); };
  if (asked.ratio() > about_as_many_to) {
    return people_of(setting, load, asked) + " would be asked for " + hours_for(asked.ratio()) +
           " at " + trust +
           ". It could not all be done; the tables of a run show what is left undone.";
  }
  if (asked.ratio() >= about_as_many_from) {
    return people_of(setting, load, asked) + " would be asked for " + hours_for(asked.ratio()) +
           " at " + trust + ": little is left for busy weeks, and requests will wait.";
  }
  if (full.ratio() >= about_as_many_from) {
    return people_of(setting, load, full) + " would be asked for " + hours_for(full.ratio()) +
           " if every need were asked for; at " + trust + " those who are busiest are asked for " +
           busy() + " of theirs. The difference is work that nobody requests.";
  }
  if (asked.ratio() > tight) {
    return people_of(setting, load, asked) + " would be asked for " + busy() +
           " of the hours they have at " + trust +
           ": little is left for busy weeks, and requests will wait.";
  }
  return {};
}

std::string slots_sentence(const models::Setting& setting, const models::OrganisationLoad& load) {
  const models::Bottleneck& asked = load.slots_asked;
  if (!(asked.ratio() > 1.0)) return {};
  const std::string requests = std::isinf(asked.ratio())
                                   ? "requests in hand, and no caseload to hold them"
                                   : decimal(asked.ratio(), asked.ratio() < 10.0 ? 2 : 0) +
                                         " times as many requests in hand as their caseload allows";
  return people_of(setting, load, asked) + " would have " + requests +
         ": requests will wait even while there are hours to work on them.";
}

std::vector<std::string> warnings_of(const models::Setting& setting,
                                     const models::OrganisationLoad& load) {
  const Names names{setting};
  std::vector<std::string> sentences;
  for (const models::SkillLoad& skill : load.skills) {
    if (skill.people > 0.0 || !(skill.hours.full_need > 0.0)) continue;
    sentences.push_back("Nobody of " +
                        names.of(models::Dimension::organisation, load.organisation) + " can do " +
                        '"' + short_name(setting, skill.skill) + "\"; " +
                        whole(skill.hours.full_need) + " hours of it are needed a year.");
  }
  for (std::string sentence : {hours_sentence(setting, load), slots_sentence(setting, load)}) {
    if (!sentence.empty()) sentences.push_back(std::move(sentence));
  }
  return sentences;
}

/// Who sits with whom, and what they would be asked for.
std::string embedded_sentence(const models::Setting& setting, const models::EmbeddedLoad& load) {
  const models::Embedding& embedding = setting.policies.embedded.find(load.embedding)->second;
  const models::Team& team = setting.teams.find(embedding.team.id)->second;
  const auto& areas = setting.organisations.find(team.organisation.id)->second.areas;
  std::vector<std::string> names;
  names.reserve(embedding.with.size());
  for (const std::string& id : embedding.with) {
    const auto area = areas.find(id);
    names.push_back(area == areas.end() ? "its investigators" : area->second.name);
  }
  std::string text =
      counted(static_cast<std::int64_t>(load.people), "person of ", "people of ") +
      Names{setting}.of(models::Dimension::team, embedding.team.id) +
      (load.people == 1.0 ? " sits with " : " sit with ") + joined(names) + ", who have " +
      percent(std::floor(load.share_of_cases * 100.0 + 0.5) / 100.0) + " of the cases";
  if (!(load.productive_hours > 0.0)) return text + ".";
  const auto against = [&](double hours) { return decimal(hours / load.productive_hours, 2); };
  return text + ". What they take of these would come to " + against(load.hours.full_need) +
         " hours of work for each hour that they have if every need were asked for, and " +
         against(load.hours.asked) + " at the trust with which the run starts.";
}

}  // namespace

std::string load_text(const models::Setting& setting, const models::OrganisationLoad& load) {
  std::string text = load_table(setting, load);
  for (const models::EmbeddedLoad& embedded : load.embedded)
    text += "\n" + wrapped(embedded_sentence(setting, embedded), line_width);
  for (const std::string& sentence : warnings_of(setting, load)) {
    text += "\n" + wrapped("! " + sentence, line_width);
  }
  return text;
}

std::vector<std::string> load_warnings(const models::Setting& setting) {
  auto loads = models::offered_load(setting);
  std::stable_sort(loads.begin(), loads.end(), [](const auto& a, const auto& b) {
    return a.hours_asked.ratio() > b.hours_asked.ratio();
  });
  std::vector<std::string> sentences;
  for (const models::OrganisationLoad& load : loads) {
    for (std::string& sentence : warnings_of(setting, load)) {
      sentences.push_back(std::move(sentence));
    }
  }
  return sentences;
}

}  // namespace ficap::report
