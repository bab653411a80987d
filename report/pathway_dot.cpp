#include "report/pathway_dot.hpp"

#include <algorithm>
#include <string_view>

#include "models/expected_flow.hpp"
#include "report/names.hpp"
#include "report/pathway_order.hpp"
#include "report/words.hpp"

namespace ficap::report {
namespace {

using Ways = models::Named<models::Sourced<models::Share>>;

/// A string of the DOT language. A line break centres the line before it, or moves it to the left.
std::string quoted(std::string_view text, std::string_view line_break = "\\n") {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '\n') {
      result += line_break;
      continue;
    }
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + '"';
}

/// Light enough for black text, and told apart without colour by their frames' labels.
std::string_view colour_of(models::Phase phase) {
  switch (phase) {
    case models::Phase::early:
      return "#d9ead3";
    case models::Phase::middle:
      return "#fff2cc";
    case models::Phase::late:
      return "#f4cccc";
  }
  return "white";
}

/// Draws one pathway.
class Drawing {
 public:
  Drawing(const models::Setting& setting, const models::PathwayFlow& flow)
      : setting_{setting}, flow_{flow}, pathway_{setting.pathways.find(flow.id)->second} {}

  std::string text() {
    std::string label = pathway_.name;
    if (flow_.rate.per_year > 0.0) {
      label += "\n" + decimal(flow_.rate.per_year, flow_.rate.per_year < 10.0 ? 1 : 0) +
               " cases a year, open for " + decimal(flow_.open.days, 0) + " days on average";
    }
    line(1, "subgraph " + quoted("cluster_" + flow_.id) + " {");
    line(2, "label=" + quoted(label) + "; fontsize=16; style=rounded; color=\"#666666\";");
    for (const auto& phase : enumerators(models::Phase{}))
      draw_phase(phase.value, phase.name);
    line(2, node("closed") + " [label=\"closed\", shape=oval];");
    draw_ways("opens", pathway_.entry.values);
    line(2, node("opens") + " [label=\"opens\", shape=oval];");
    for (const auto& by_origin : pathway_.entry_by_origin.values) {
      std::string origin{name_of(by_origin.first)};
      std::replace(origin.begin(), origin.end(), '_', ' ');
      const std::string opens = "opens " + origin;
      line(2, node(opens) + " [label=" + quoted("opens,\nif " + origin) + ", shape=oval];");
      draw_ways(opens, by_origin.second.values);
    }
    for (const auto& stage : pathway_.stages) {
      draw_ways("stage " + stage.first, stage.second.next.values);
    }
    line(1, "}");
    return std::move(text_);
  }

 private:
  void line(int depth, const std::string& content) {
    text_ += std::string(static_cast<std::size_t>(2 * depth), ' ') + content + "\n";
  }

  [[nodiscard]] std::string node(const std::string& name) const {
    return quoted(flow_.id + "/" + name);
  }

  void draw_ways(const std::string& from, const Ways& ways) {
    for (const auto& [to, probability] : ways) {
      if (!(probability.value.value > 0.0)) continue;
      line(2,
           node(from) + " -> " + node(to == models::closed_id ? "closed" : "stage " + to) +
               " [label=" + quoted(percent(probability.value.value)) + "];");
    }
  }

  void draw_phase(models::Phase phase, std::string_view phase_name) {
    const auto is_in_phase = [&](const auto& s) { return s.second.phase == phase; };
    if (std::none_of(pathway_.stages.begin(), pathway_.stages.end(), is_in_phase)) return;
    line(2, "subgraph " + quoted("cluster_" + flow_.id + "_" + std::string{phase_name}) + " {");
    line(3, "label=" + quoted(phase_name) + "; style=filled; color=\"#f7f7f7\";");
    for (const models::StageFlow& stage : flow_.stages) {
      const models::Stage& defined = pathway_.stages.find(stage.id)->second;
      if (defined.phase == phase) draw_stage(stage, defined);
    }
    line(2, "}");
  }

  void draw_stage(const models::StageFlow& stage, const models::Stage& defined) {
    const Names names{setting_};
    std::string label = stage_name(pathway_, stage.id);
    std::string needs;
    if (flow_.rate.per_year > 0.0) {
      label += "\n" + decimal(stage.stay.days, stage.stay.days < 10.0 ? 1 : 0) + " days, " +
               decimal(100.0 * stage.reached, 0) + " of 100 cases";
    }
    for (const auto& need : stage.needs) {
      const std::string& request = defined.needs.find(need.id)->second.request.id;
      needs += names.of(models::Dimension::request, request);
      if (flow_.rate.per_year > 0.0) needs += ": " + decimal(100.0 * need.per_case, 1);
      needs += "\n";
    }
    const std::string here = node("stage " + stage.id);
    line(3,
         here + " [label=" + quoted(label) +
             ", style=filled, fillcolor=" + quoted(colour_of(defined.phase)) + "];");
    if (needs.empty()) return;
    const std::string note = node("needs " + stage.id);
    line(3,
         note + " [label=" + quoted("needs of 100 cases:\n" + needs, "\\l") +
             ", shape=note, fontsize=9, style=filled, fillcolor=white];");
    line(3, here + " -> " + note + " [style=dashed, arrowhead=none, color=\"#999999\"];");
  }

  const models::Setting& setting_;
  const models::PathwayFlow& flow_;
  const models::Pathway& pathway_;
  std::string text_;
};

}  // namespace

std::string pathways_dot(const models::Setting& setting) {
  std::string text = "digraph " + quoted(setting.title) + " {\n";
  text += "  label=" + quoted(setting.title) + "; labelloc=t; fontsize=20;\n";
  text += "  graph [fontname=\"Helvetica\", rankdir=LR];\n";
  text += "  node [fontname=\"Helvetica\", fontsize=11, shape=box];\n";
  text += "  edge [fontname=\"Helvetica\", fontsize=9];\n";
  for (const models::PathwayFlow& flow : models::pathway_flows(setting)) {
    text += Drawing{setting, flow}.text();
  }
  return text + "}\n";
}

}  // namespace ficap::report
