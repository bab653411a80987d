#include "report/html/appraisal_pictures.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

#include "report/words.hpp"

namespace ficap::report::html {

namespace {

using study::View;

// More curves than this lie on each other.
constexpr std::size_t most_curves = 5;

std::string in_view(View view) {
  switch (view) {
    case View::society:
      return "to society";
    case View::public_purse:
      return "to the public purse";
    case View::force:
      return "in the force's own cash";
  }
  return {};
}

const std::string& title_of(const AppraisalFacts& facts, std::size_t option) {
  return facts.titles.at(option + 1);
}

std::optional<chart::Interval> around(double middle, const std::optional<double>& half_width) {
  if (!half_width) return std::nullopt;
  return chart::Interval{.low = middle - *half_width, .high = middle + *half_width};
}

std::string said(const study::Mean& mean) {
  return pounds_with_interval({.mean = mean.value, .half_width = mean.half_width});
}

chart::Mark mark_of(const study::Mean& net) {
  const double reach = net.half_width.value_or(0.0);
  if (net.value - reach > 0.0) return chart::Mark::better;
  return net.value + reach < 0.0 ? chart::Mark::worse : chart::Mark::undecided;
}

/// Options in the order of their net, the highest first.
std::vector<std::size_t> by_net(View view, const study::Appraisal& appraisal) {
  std::vector<std::size_t> order(appraisal.options.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return appraisal.options[a].of(view).net.value > appraisal.options[b].of(view).net.value;
  });
  return order;
}

}  // namespace

Figure cost_against_needs(const study::Appraisal& appraisal,
                          const AppraisalFacts& facts,
                          Table table) {
  chart::Plane plane{.words = {},
                     .x = {.title = "additional needs met", .unit = chart::Unit::number},
                     .y = {.title = "additional cost", .unit = chart::Unit::pounds},
                     .places = {}};
  std::string described;
  // Of those to choose from, where there are any.
  std::optional<std::size_t> most;
  const auto is_to_choose = [&](std::size_t i) {
    return facts.study.options.at(i).kind != study::OptionKind::sensitivity;
  };
  const auto needs_of = [&](std::size_t i) {
    return appraisal.options[i].needs_met.value.value_or(0.0);
  };
  for (std::size_t i = 0; i < appraisal.options.size(); ++i) {
    const study::OptionAppraisal& option = appraisal.options[i];
    const double needs = needs_of(i);
    plane.places.push_back(
        {.name = title_of(facts, i) + (is_to_choose(i) ? "" : " (a sensitivity)"),
         .x = needs,
         .y = option.more_cost.value,
         .x_interval = around(needs, option.needs_met.half_width),
         .y_interval = around(option.more_cost.value, option.more_cost.half_width)});
    described += (i == 0 ? "" : "; ") + title_of(facts, i) + " meets " + decimal(needs, 0) +
                 " needs more for " + said(option.more_cost);
    const bool is_first = !most || (is_to_choose(i) && !is_to_choose(*most));
    if (is_first || (is_to_choose(i) == is_to_choose(*most) && needs > needs_of(*most))) most = i;
  }
  plane.words = {.headline = "On average most additional needs are met by " +
                             title_of(facts, most.value()) + ", for " +
                             said(appraisal.options[*most].more_cost),
                 .subtitle =
                     "Additional cost to all organisations over the years appraised, before "
                     "discounting, against additional needs met; intervals of 95 % for luck",
                 .description = "Options in a plane: " + described + "."};
  return {.chart = std::move(plane), .table = std::move(table)};
}

Figure present_values(View view,
                      const study::Appraisal& appraisal,
                      const AppraisalFacts& facts,
                      Table table) {
  chart::Bars bars{
      .words = {}, .axis = {.title = "net present value", .unit = chart::Unit::pounds}, .bars = {}};
  const std::vector<std::size_t> order = by_net(view, appraisal);
  std::string described;
  for (const std::size_t i : order) {
    const study::Mean& net = appraisal.options[i].of(view).net;
    bars.bars.push_back({.label = title_of(facts, i),
                         .value = net.value,
                         .interval = around(net.value, net.half_width),
                         .said = said(net),
                         .mark = mark_of(net)});
    described += (described.empty() ? "" : "; ") + title_of(facts, i) + " " + said(net);
  }
  const study::Mean& best = appraisal.options[order.front()].of(view).net;
  const bool counts_nothing =
      view == View::society && facts.study.terms.society.value_of_recovery.value.value == 0.0;
  std::string headline =
      title_of(facts, order.front()) + " is worth most " + in_view(view) + ": " + said(best);
  if (counts_nothing) {
    headline =
        "To society each option is what it costs: the study states no social value of what "
        "is recovered";
  } else if (mark_of(best) == chart::Mark::undecided) {
    headline = "It cannot be told whether any option is worth more " + in_view(view) +
               " than business as usual";
  } else if (best.value <= 0.0) {
    headline = "No option is worth more " + in_view(view) + " than business as usual";
  }
  bars.words = {
      .headline = std::move(headline),
      .subtitle =
          "Net present value against business as usual, with optimism bias; intervals of "
          "95 % for luck",
      .description = "Bars to either side of nothing, one for each option: " + described + "."};
  return {.chart = std::move(bars), .table = std::move(table)};
}

Figure chances(View view, const study::Appraisal& appraisal, const AppraisalFacts& facts) {
  std::vector<std::size_t> order = by_net(view, appraisal);
  if (order.size() > most_curves) order.resize(most_curves);
  chart::Curves curves{.words = {},
                       .x = {.title = "net present value", .unit = chart::Unit::pounds},
                       .y = {.title = "chance of less", .unit = chart::Unit::per_cent},
                       .lines = {}};
  Table table{.caption = "Net present value " + in_view(view) + ": chance of less, £k",
              .columns = {"Option", "5 %", "25 %", "50 %", "75 %", "95 %", "above 0"},
              .rows = {}};
  std::string described;
  for (const std::size_t i : order) {
    const study::ViewOfOption& of = appraisal.options[i].of(view);
    chart::Line line{.name = title_of(facts, i), .points = {}};
    for (std::size_t t = 0; t < of.twentieths_with_ranges.size(); ++t) {
      line.points.push_back(
          {.x = of.twentieths_with_ranges[t], .y = 0.05 * static_cast<double>(t + 1)});
    }
    curves.lines.push_back(std::move(line));
    Row row{.cells = {title_of(facts, i)}};
    for (const std::size_t t : {0U, 4U, 9U, 14U, 18U})
      row.cells.push_back(decimal(of.twentieths_with_ranges.at(t) / 1000.0, 0));
    row.cells.push_back(decimal(of.chance_positive_with_ranges.value_or(0.0) * 100.0, 0) + " %");
    described += (described.empty() ? "" : "; ") + title_of(facts, i) + " lies between " +
                 pounds(of.twentieths_with_ranges.front()) + " and " +
                 pounds(of.twentieths_with_ranges.back()) + " in nine of ten draws";
    table.rows.push_back(std::move(row));
  }
  curves.words = {
      .headline = "How likely it is that an option is worth less than so much " + in_view(view),
      .subtitle = with_commas(static_cast<std::int64_t>(appraisal.draws)) +
                  " draws of the study's prices and shares with a range, with luck, of scenarios "
                  "as they are "
                  "stated; " +
                  (order.size() < appraisal.options.size()
                       ? "the " + std::to_string(order.size()) + " options with the highest net"
                       : std::string{"all options"}),
      .description = "Rising curves, one for each option: " + described + "."};
  return {.chart = std::move(curves), .table = std::move(table)};
}

}  // namespace ficap::report::html
