#include "io/appraisal_figures.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "io/pointer.hpp"

namespace ficap::io {

namespace {

constexpr std::string_view pounds = "pounds";

/// A member that is a figure.
struct Known {
  std::string_view key;
  std::string_view unit;
};

constexpr std::array<Known, 9> of_a_view{{{"present_value_of_costs", pounds},
                                          {"present_value_of_benefits", pounds},
                                          {"net_present_value", pounds},
                                          {"net_without_optimism_bias", pounds},
                                          {"benefit_cost_ratio", "to 1"},
                                          {"chance_positive", "share"},
                                          {"chance_positive_with_ranges", "share"},
                                          {"switching_factor_of_recoveries", "times"},
                                          {"switching_factor_of_costs", "times"}}};
constexpr std::array<Known, 7> of_an_option{{{"needs_met", "needs"},
                                             {"recovered", pounds},
                                             {"more_cost", pounds},
                                             {"cost_per_need", pounds},
                                             {"cost_per_pound", pounds},
                                             {"switching_value_of_recovery", pounds},
                                             {"payback_year", "financial year"}}};
constexpr std::array<Known, 4> of_an_organisation{{{"present_value_of_costs", pounds},
                                                   {"present_value_of_receipts", pounds},
                                                   {"needs_met", "needs"},
                                                   {"unmet_share_of_need", "share"}}};
constexpr std::array<Known, 7> of_a_role{{{"fte", "full-time equivalents"},
                                          {"training_fte", "full-time equivalents"},
                                          {"joiners", "people"},
                                          {"trainees", "people"},
                                          {"supplements", pounds},
                                          {"overtime", pounds},
                                          {"agency", pounds}}};
constexpr std::array<Known, 4> of_a_budget{
    {{"cost", pounds}, {"receipts", pounds}, {"budget", pounds}, {"left", pounds}}};
/// A value of the document, and its pointer.
struct At {
  const Node* node{};
  std::string pointer;

  [[nodiscard]] At operator[](std::string_view key) const {
    const Object* const object = node == nullptr ? nullptr : node->object();
    return {object == nullptr ? nullptr : object->find(key), pointer + "/" + pointer_token(key)};
  }
  [[nodiscard]] std::string text() const {
    const std::string* const found = node == nullptr ? nullptr : node->string();
    return found == nullptr ? std::string{} : *found;
  }
};

template <class Do>
void for_items(const At& list, Do&& act) {
  const Array* const items = list.node == nullptr ? nullptr : list.node->array();
  for (std::size_t i = 0; items != nullptr && i < items->size(); ++i)
    act(At{&(*items)[i], list.pointer + "/" + std::to_string(i)});
}

template <class Do>
void for_members(const At& object, Do&& act) {
  const Object* const members = object.node == nullptr ? nullptr : object.node->object();
  if (members == nullptr) return;
  for (const Member& member : members->members)
    act(member.key, object[member.key]);
}

class Lister {
 public:
  explicit Lister(const Node& document) : root_{&document, ""} {}

  std::vector<AppraisalFigure> list() {
    if (root_["run"]["command"].text() != "appraise") return {};
    price_base_ = root_["run"]["price_base"].text();
    for_items(root_["years"], [&](const At& year) {
      const std::vector<Selector> of{{"year", year["year"].text()}};
      add("discount_factor", of, year["discount_factor"], "times");
      add("price_index", of, year["prices"], "times");
    });
    const Selector base{"option", "base"};
    list_scenario(root_["base"], base);
    for_items(root_["options"], [&](const At& option) {
      list_option(option, {"option", option["id"].text()});
    });
    for_items(root_["sensitivity"], [&](const At& row) { list_sensitivity(row); });
    for_items(root_["switching"], [&](const At& between) {
      add("switching_factor_of_recoveries",
          {{"ahead", between["ahead"].text()},
           {"behind", between["behind"].text()},
           {"view", between["view"].text()}},
          between["factor_of_recoveries"],
          "times");
    });
    return std::move(found_);
  }

 private:
  AppraisalFigure* add(std::string name, std::vector<Selector> of, At at, std::string_view unit) {
    if (at.node == nullptr) return nullptr;
    found_.push_back({.name = {.name = std::move(name), .of = std::move(of)},
                      .pointer = std::move(at.pointer),
                      .node = at.node,
                      .unit = std::string{unit},
                      .prices = unit == pounds ? price_base_ : std::string{}});
    return &found_.back();
  }

  template <std::size_t N>
  void add_changes(const std::array<Known, N>& known,
                   const At& parent,
                   const std::vector<Selector>& of) {
    for (const Known& each : known)
      add_change(std::string{each.key}, of, parent[each.key], each.unit);
  }
  void add_change(std::string name, std::vector<Selector> of, At at, std::string_view unit) {
    AppraisalFigure* const figure = add(std::move(name), std::move(of), std::move(at), unit);
    if (figure == nullptr) return;
    figure->less_base = true;
    figure->is_change =
        figure->node->object() != nullptr && figure->node->object()->find("difference") != nullptr;
  }

  void list_option(const At& option, const Selector& which) {
    for_members(option["views"], [&](const std::string& view, const At& figures) {
      const std::vector<Selector> of{which, {"view", view}};
      add_changes(of_a_view, figures, of);
      int percentile = 0;
      for_items(figures["twentieths_with_ranges"], [&](const At& net) {
        percentile += 5;
        auto with_percentile = of;
        with_percentile.push_back({"percentile", std::to_string(percentile)});
        add_change("net_present_value_with_ranges", std::move(with_percentile), net, pounds);
      });
    });
    add_change("lead_at_least", {which}, option["lead"]["at_least"], pounds);
    add_change("lead_at_most", {which}, option["lead"]["at_most"], pounds);
    add_changes(of_an_option, option, {which});
    for_members(option["parties"], [&](const std::string& party, const At& value) {
      add_change("present_value_to_party", {which, {"party", party}}, value, pounds);
    });
    for_members(option["organisations"], [&](const std::string& id, const At& change) {
      add_changes(of_an_organisation, change, {which, {"organisation", id}});
    });
    list_scenario(option, which);
  }

  // What a scenario has by itself, business as usual as well.
  void list_scenario(const At& scenario, const Selector& which) {
    for_items(scenario["affordability"], [&](const At& row) {
      const std::string year = row["year"].text();
      for (const Known& each : of_a_budget) {
        AppraisalFigure* const figure = add("affordability_" + std::string{each.key},
                                            {which, {"year", year}},
                                            row[each.key],
                                            each.unit);
        if (figure != nullptr) figure->prices = year;  // the money of each year
      }
    });
    for_members(scenario["money"]["organisations"], [&](const std::string& id, const At& years) {
      for_items(years, [&](const At& year) {
        const std::vector<Selector> of{which, {"organisation", id}, {"year", year["year"].text()}};
        list_kinds("cost_of_year", of, year["costs"]);
        list_kinds("receipt_of_year", of, year["receipts"]);
      });
    });
    for_items(scenario["money"]["roles"], [&](const At& role) {
      const std::vector<Selector> of{
          which, {"organisation", role["organisation"].text()}, {"role", role["role"].text()}};
      add("pay", of, role["pay"], pounds);
      add("on_costs", of, role["on_costs"], "times");
      for_items(role["years"], [&](const At& year) {
        auto in_year = of;
        in_year.push_back({"year", year["year"].text()});
        for (const Known& each : of_a_role)
          add(std::string{each.key}, in_year, year[each.key], each.unit);
      });
    });
  }

  void list_kinds(const std::string& name, const std::vector<Selector>& of, const At& kinds) {
    for_members(kinds, [&](const std::string& kind, const At& value) {
      auto with_kind = of;
      with_kind.push_back({"kind", kind});
      add(name, std::move(with_kind), value, pounds);
    });
  }

  void list_sensitivity(const At& row) {
    std::string number;
    for_items(row["number"], [&](const At& place) {
      if (number.empty()) number = place.text();
    });
    for_members(row["net_present_value"], [&](const std::string& view, const At& options) {
      for_members(options, [&](const std::string& option, const At& nets) {
        for (const std::string_view at : {"low", "high"}) {
          add_change(
              "net_present_value_at",
              {{"option", option}, {"view", view}, {"number", number}, {"at", std::string{at}}},
              nets["at_" + std::string{at}],
              pounds);
        }
      });
    });
  }

  At root_;
  std::string price_base_;
  std::vector<AppraisalFigure> found_;
};

}  // namespace

std::vector<AppraisalFigure> appraisal_figures(const Node& document) {
  return Lister{document}.list();
}

}  // namespace ficap::io
