#include "io/read_figures.hpp"

#include <algorithm>
#include <charconv>

#include "io/appraisal_figures.hpp"
#include "io/find_figure.hpp"
#include "io/nearest.hpp"
#include "io/pointer.hpp"
#include "io/read_measure_ref.hpp"
#include "models/measures.hpp"

namespace ficap::io {

namespace {

const Node* at(const Node* node, std::string_view key) {
  if (node == nullptr || node->object() == nullptr) return nullptr;
  return node->object()->find(key);
}

std::optional<Number> number_at(const Node* node, std::string_view key) {
  const Node* const found = at(node, key);
  if (found == nullptr || found->number() == nullptr) return std::nullopt;
  return *found->number();
}

std::string text_at(const Node* node, std::string_view key) {
  const Node* const found = at(node, key);
  return found == nullptr || found->string() == nullptr ? std::string{} : *found->string();
}

std::string quoted_name(std::string_view text) {
  return "\"" + std::string{text} + "\"";
}

NoSuchMeasure none(std::string_view text,
                   const Object& measures,
                   const std::vector<AppraisalFigure>& others = {}) {
  constexpr std::size_t few = 12;
  std::vector<std::string> names = names_of(others);
  std::string list;
  for (const Member& member : measures.members) {
    names.push_back(member.key);
    list += (list.empty() ? "" : ", ") + member.key;
  }
  std::string why = "the file has no measure " + quoted_name(text);
  const auto meant =
      nearest_or_whole(others.empty() ? text : text.substr(0, text.find('[')), names);
  if (meant) {
    why += "; did you mean " + quoted_name(*meant) + "?";
  } else if (names.size() <= few) {
    why += "; it has: " + list;
  } else {
    why += "; `ficap cite FILE --list` lists what it has";
  }
  return {why};
}

/// A part of a measure that `ficap run` wrote, in the tree of its cuts.
std::variant<const Node*, NoSuchMeasure> cut_of(const Object& measures, std::string_view text) {
  const std::size_t bracket = text.find('[');
  const std::size_t equals = text.find('=', std::min(bracket, text.size()));
  const std::string_view name = text.substr(0, bracket);
  const Node* const measure = measures.find(name);
  const Node* const by = at(measure, "by");
  if (by == nullptr || by->object() == nullptr) return none(text, measures);
  if (equals == std::string_view::npos || text.back() != ']') {
    return NoSuchMeasure{
        "a part of a measure is written like unmet_share_of_need[class=discretionary], not " +
        quoted_name(text)};
  }
  const std::string dimension{text.substr(bracket + 1, equals - bracket - 1)};
  const std::string id{text.substr(equals + 1, text.size() - equals - 2)};
  const auto among = [](const Node& node) {
    std::vector<std::string> names;
    for (const Member& member : node.object()->members)
      names.push_back(member.key);
    return names;
  };
  const auto advice = [&](const std::string& word, const Node& known) {
    const auto meant = nearest(word, among(known));
    return meant ? "; did you mean " + quoted_name(*meant) + "?" : std::string{};
  };
  const Node* const ids = at(by, dimension);
  if (ids == nullptr || ids->object() == nullptr) {
    return NoSuchMeasure{"the file does not have " + std::string{name} + " by " +
                         quoted_name(dimension) + advice(dimension, *by)};
  }
  const Node* const found = at(ids, id);
  if (found == nullptr) {
    return NoSuchMeasure{"the file knows no " + dimension + " " + quoted_name(id) +
                         (is_cut_twice(id) ? one_cut : advice(id, *ids))};
  }
  return found;
}

Figure figure(Figure::Kind kind, std::string of, const Node* node) {
  return {.kind = kind,
          .of = std::move(of),
          .value = number_at(node, "mean"),
          .half_width = number_at(node, "half_width"),
          .low = number_at(at(node, "expected"), "p10"),
          .high = number_at(at(node, "expected"), "p90")};
}

/// Every way in which a command says a measure.
std::vector<Figure> figures_of(const Node& node) {
  using enum Figure::Kind;
  if (const Node* const scenarios = at(&node, "scenarios"); at(&node, "scenarios") != nullptr) {
    std::vector<Figure> all;
    if (scenarios->object() == nullptr) return all;
    for (const Member& member : scenarios->object()->members) {
      all.push_back(figure(value, member.key, &member.value));
      const Node* const change = at(&member.value, "difference");
      if (change != nullptr) all.push_back(figure(difference, member.key, change));
    }
    return all;
  }
  if (const Node* const total = at(&node, "total"); total != nullptr) {
    std::vector<Figure> all{figure(difference, {}, total)};
    const Node* const terms = at(&node, "terms");
    if (terms == nullptr || terms->object() == nullptr) return all;
    for (const Member& member : terms->object()->members)
      all.push_back(figure(part, member.key, &member.value));
    return all;
  }
  return {figure(value, {}, &node)};
}

/// Whether a measure of the file is cut by what is asked for.
bool is_cut_of(const Object& measures, const FigureName& asked) {
  if (asked.of.empty()) return false;
  const std::string start = asked.name + "[" + asked.of.front().key + "=";
  return std::any_of(measures.members.begin(), measures.members.end(), [&](const Member& member) {
    return member.key.starts_with(start);
  });
}

/// "2027-28" as the year in which it begins, as it is written.
std::optional<Number> financial_year(const Node& node) {
  const std::string* const text = node.string();
  if (text == nullptr) return std::nullopt;
  int year = 0;
  const auto read = std::from_chars(text->data(), text->data() + text->size(), year);
  if (read.ec != std::errc{}) return std::nullopt;
  return Number{.value = static_cast<double>(year), .text = *text};
}

MeasureFigures figures_of(const AppraisalFigure& named) {
  Figure figure{.kind = named.is_change ? Figure::Kind::difference : Figure::Kind::value,
                .of = {},
                .value = number_at(named.node, named.is_change ? "difference" : "mean"),
                .half_width = number_at(named.node, "half_width"),
                .low = std::nullopt,
                .high = std::nullopt};
  if (const Number* const number = named.node->number()) figure.value = *number;
  if (named.unit == "financial year") figure.value = financial_year(*named.node);
  MeasureFigures read{.measure = to_string(named.name),
                      .unit = named.unit,
                      .over_period = false,
                      .figures = {},
                      .of = {},
                      .prices = named.prices,
                      .less_base = named.less_base};
  for (const Selector& each : named.name.of) {
    if (each.key == "option") figure.of = each.value;
    if (each.key != "option") read.of.push_back(each);
  }
  read.figures.push_back(std::move(figure));
  return read;
}

/// What a JSON pointer leads to: a figure that has a name is called by it.
std::variant<MeasureFigures, NoSuchMeasure> figure_at(const Node& document,
                                                      std::string_view pointer,
                                                      const std::vector<AppraisalFigure>& named) {
  const auto tokens = pointer_tokens(pointer);
  const Node* parent = nullptr;
  const Node* node = tokens ? &document : nullptr;
  for (std::size_t i = 0; node != nullptr && i < tokens->size(); ++i)
    node = step(*(parent = node), (*tokens)[i]);
  if (node == nullptr) return NoSuchMeasure{"nothing stands at " + std::string{pointer}};
  // The mean alone is cited with its interval.
  const std::string& last = tokens->back();
  const bool is_mean = last == "mean" || last == "difference";
  if (is_mean && at(parent, "half_width") != nullptr) {
    node = parent;
    pointer.remove_suffix(last.size() + 1);
  }
  const auto known = std::find_if(
      named.begin(), named.end(), [&](const AppraisalFigure& each) { return each.node == node; });
  if (known != named.end()) return figures_of(*known);
  const bool is_change = number_at(node, "difference").has_value();
  if (node->number() == nullptr && !is_change && !number_at(node, "mean")) {
    return NoSuchMeasure{std::string{pointer} + " leads to " + describe(*node) +
                         ", which is no number"};
  }
  AppraisalFigure figure{.name = {.name = std::string{pointer}, .of = {}},
                         .pointer = std::string{pointer},
                         .node = node,
                         .unit = text_at(node, "unit"),
                         .prices = {}};
  figure.is_change = is_change;
  return figures_of(figure);
}

bool same(const std::optional<Number>& a, const std::optional<Number>& b) {
  return a.has_value() == b.has_value() && (!a || a->text == b->text);
}

}  // namespace

std::variant<MeasureFigures, NoSuchMeasure> read_figures(const Node& document,
                                                         std::string_view measure) {
  const std::vector<AppraisalFigure> named = appraisal_figures(document);
  if (measure.starts_with('/')) return figure_at(document, measure, named);
  const Node* const measures = at(&document, "measures");
  if (measures == nullptr || measures->object() == nullptr) {
    return NoSuchMeasure{"the file has no measures"};
  }
  const Node* node = measures->object()->find(measure);
  if (node == nullptr && !named.empty()) {
    const auto asked = parse_figure_name(measure);
    if (!asked || !has_figure(named, asked->name)) return none(measure, *measures->object(), named);
    const auto found = find_figure(named, *asked);
    if (const auto* const problem = std::get_if<NoSuchMeasure>(&found)) {
      return is_cut_of(*measures->object(), *asked) ? none(measure, *measures->object()) : *problem;
    }
    return figures_of(std::get<AppraisalFigure>(found));
  }
  if (node == nullptr && measure.find('[') == std::string_view::npos) {
    return none(measure, *measures->object());
  }
  if (node == nullptr) {
    const auto cut = cut_of(*measures->object(), measure);
    if (const auto* const problem = std::get_if<NoSuchMeasure>(&cut)) return *problem;
    node = std::get<const Node*>(cut);
  }
  const std::string_view name = measure.substr(0, measure.find('['));
  const models::Measure* const known = models::find_measure(name);
  // A cut leaves its kind to the whole, and a study of uncertainty to the list of measures.
  std::string kind = text_at(node, "of");
  if (kind.empty()) kind = text_at(at(measures, name), "of");
  const bool total =
      kind.empty() ? known != nullptr && !known->is_ratio() : kind == "total over the period";
  return MeasureFigures{.measure = std::string{measure},
                        .unit = text_at(node, "unit"),
                        .over_period = total,
                        .figures = figures_of(*node)};
}

bool same_figures(const MeasureFigures& a, const MeasureFigures& b) {
  return a.unit == b.unit && std::equal(a.figures.begin(),
                                        a.figures.end(),
                                        b.figures.begin(),
                                        b.figures.end(),
                                        [](const Figure& x, const Figure& y) {
                                          return x.kind == y.kind && x.of == y.of &&
                                                 same(x.value, y.value) &&
                                                 same(x.half_width, y.half_width) &&
                                                 same(x.low, y.low) && same(x.high, y.high);
                                        });
}

std::optional<sim::Date> day_of_run(const ResultsDocument& document, std::string_view key) {
  return sim::parse_date(text_at(at(&document.root, "run"), key));
}

}  // namespace ficap::io
