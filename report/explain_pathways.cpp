#include "report/explain_pathways.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "report/names.hpp"
#include "report/pathway_order.hpp"
#include "report/text_table.hpp"
#include "report/words.hpp"

namespace ficap::report {
namespace {

constexpr std::size_t line_width = 100;

std::string ways(const models::Pathway& pathway,
                 const models::Named<models::Sourced<models::Share>>& next) {
  std::vector<std::string> order = in_order_of_travel(pathway);
  order.emplace_back(models::closed_id);
  std::string text;
  for (const std::string& to : order) {
    const auto way = next.find(to);
    if (way == next.end() || !(way->second.value.value > 0.0)) continue;
    text += (text.empty() ? "" : ", ") + stage_name(pathway, to) + " " +
            percent(way->second.value.value);
  }
  return text;
}

std::string drawing(const models::Pathway& pathway) {
  std::vector<std::pair<std::string, std::string>> arrows;
  arrows.emplace_back("opens", ways(pathway, pathway.entry.values));
  for (const auto& by_origin : pathway.entry_by_origin.values) {
    std::string origin{name_of(by_origin.first)};
    std::replace(origin.begin(), origin.end(), '_', ' ');
    arrows.emplace_back("opens, if " + origin, ways(pathway, by_origin.second.values));
  }
  for (const std::string& id : in_order_of_travel(pathway)) {
    arrows.emplace_back(stage_name(pathway, id),
                        ways(pathway, pathway.stages.find(id)->second.next.values));
  }
  std::size_t width = 0;
  for (const auto& arrow : arrows)
    width = std::max(width, width_of(arrow.first));
  std::string text;
  for (const auto& [from, to] : arrows) {
    // Longer lists go on below themselves.
    std::string lead = "  " + from + std::string(width - width_of(from), ' ') + " → ";
    const std::string list = wrapped(to, std::max<std::size_t>(30, line_width - width - 5));
    for (std::size_t begin = 0; begin < list.size();) {
      const std::size_t end = list.find('\n', begin) + 1;
      text += lead + list.substr(begin, end - begin);
      lead.assign(width + 5, ' ');
      begin = end;
    }
  }
  return text;
}

std::string stage_table(const models::Setting& setting,
                        const models::Pathway& pathway,
                        const models::PathwayFlow& flow) {
  const Names names{setting};
  TextTable table{{"Stages, and what is needed there",
                   "",
                   "of 100 cases\nreach it",
                   "visits by\n100 cases",
                   "days\na visit",
                   "needs of\n100 cases"},
                  44};
  for (const std::string& id : in_order_of_travel(pathway)) {
    const auto stage = std::find_if(
        flow.stages.begin(), flow.stages.end(), [&](const auto& s) { return s.id == id; });
    const models::Stage& defined = pathway.stages.find(id)->second;
    table.add_row({stage_name(pathway, id),
                   std::string{name_of(defined.phase)},
                   decimal(100.0 * stage->reached, 1),
                   decimal(100.0 * stage->visits, 1),
                   decimal(stage->stay.days, stage->stay.days < 10.0 ? 1 : 0),
                   ""});
    for (const auto& need : stage->needs) {
      const std::string& request = defined.needs.find(need.id)->second.request.id;
      table.add_row({"  " + names.of(models::Dimension::request, request),
                     std::string{name_of(setting.requests.find(request)->second.work_class)},
                     "",
                     "",
                     "",
                     decimal(100.0 * need.per_case, 1)});
    }
  }
  return table.text();
}

}  // namespace

std::string pathway_text(const models::Setting& setting, const models::PathwayFlow& flow) {
  const models::Pathway& pathway = setting.pathways.find(flow.id)->second;
  std::string title = pathway.name + ": ";
  if (flow.rate.per_year > 0.0) {
    title += decimal(flow.rate.per_year, flow.rate.per_year < 10.0 ? 1 : 0) +
             " cases a year, open for " + decimal(flow.open.days, 0) + " days on average";
  } else {
    title += "no cases";
  }
  std::string text = wrapped(title, line_width) + "\n" + drawing(pathway);
  if (flow.rate.per_year > 0.0) text += "\n" + stage_table(setting, pathway, flow);
  return text;
}

}  // namespace ficap::report
