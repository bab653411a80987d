#include "io/list_figures.hpp"

#include <algorithm>

#include "io/appraisal_figures.hpp"
#include "io/figure_name.hpp"

namespace ficap::io {

namespace {

class Collector {
 public:
  void add(const FigureName& name, const std::string& unit) {
    std::string form;
    for (const Selector& each : name.of) {
      form += (form.empty() ? "[" : ",") + each.key + "=...";
      add_value(each);
    }
    form = name.name + form + (form.empty() ? "" : "]");
    const bool known = std::any_of(list_.forms.begin(),
                                   list_.forms.end(),
                                   [&](const FigureForm& other) { return other.form == form; });
    if (!known) list_.forms.push_back({.form = std::move(form), .unit = unit});
  }

  FigureList take() { return std::move(list_); }

 private:
  void add_value(const Selector& selector) {
    auto key = std::find_if(list_.keys.begin(), list_.keys.end(), [&](const FigureKey& other) {
      return other.key == selector.key;
    });
    if (key == list_.keys.end()) {
      list_.keys.push_back({.key = selector.key, .values = {}});
      key = list_.keys.end() - 1;
    }
    if (std::find(key->values.begin(), key->values.end(), selector.value) == key->values.end())
      key->values.push_back(selector.value);
  }

  FigureList list_;
};

const Object* object_at(const Node& node, std::string_view key) {
  const Object* const object = node.object();
  const Node* const found = object == nullptr ? nullptr : object->find(key);
  return found == nullptr ? nullptr : found->object();
}

std::string unit_of(const Node& measure) {
  const Object* const object = measure.object();
  const Node* const unit = object == nullptr ? nullptr : object->find("unit");
  return unit == nullptr || unit->string() == nullptr ? std::string{} : *unit->string();
}

}  // namespace

FigureList list_figures(const Node& document) {
  Collector collector;
  for (const AppraisalFigure& figure : appraisal_figures(document))
    collector.add(figure.name, figure.unit);
  const Object* const measures = object_at(document, "measures");
  if (measures == nullptr) return collector.take();
  for (const Member& measure : measures->members) {
    const std::string unit = unit_of(measure.value);
    const auto name = parse_figure_name(measure.key);
    if (name) collector.add(*name, unit);
    const Object* const by = object_at(measure.value, "by");
    if (by == nullptr) continue;
    for (const Member& dimension : by->members) {
      if (dimension.value.object() == nullptr) continue;
      for (const Member& cut : dimension.value.object()->members) {
        collector.add({.name = measure.key, .of = {{dimension.key, cut.key}}}, unit);
      }
    }
  }
  return collector.take();
}

}  // namespace ficap::io
