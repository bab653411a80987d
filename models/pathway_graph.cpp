#include "models/pathway_graph.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

#include <Eigen/Core>
#include <Eigen/LU>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/reverse_graph.hpp>

#include "sim/distributions.hpp"
#include "sim/expects.hpp"

namespace ficap::models {
namespace {

using Ways = Named<Sourced<Share>>;
using ByRows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// A JSON pointer one step further down (RFC 6901).
std::string below(std::string pointer, std::string_view key) {
  pointer += '/';
  for (const char c : key) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
  return pointer;
}

std::string text_of(double x) {
  std::array<char, 32> text{};
  static_cast<void>(std::snprintf(text.data(), text.size(), "%.10g", x));
  return text.data();
}

std::string ids_of(const Named<Stage>& stages) {
  std::string list;
  for (const auto& stage : stages)
    list += (list.empty() ? "" : ", ") + stage.first;
  return list;
}

std::size_t place_of(const Named<Stage>& stages, const std::string& id) {
  return static_cast<std::size_t>(std::distance(stages.begin(), stages.find(id)));
}

/// Collects what is wrong with one pathway.
class Checker {
 public:
  Checker(const std::string& id, const Pathway& pathway)
      : at_{below("/pathways", id)}, pathway_{pathway} {}

  Diagnostics all() {
    const std::string stages_at = below(at_, "stages");
    if (pathway_.stages.empty()) {
      report(stages_at, "no stage", "at least one stage", "");
      return std::move(problems_);
    }
    if (pathway_.stages.contains(closed_id)) {
      report(below(stages_at, closed_id),
             "a stage with the id \"closed\"",
             "another id",
             "\"closed\" is how `next` names the end of a case");
    }
    check_ways(below(at_, "entry"), pathway_.entry.values, false);
    for (const auto& by_origin : pathway_.entry_by_origin.values) {
      check_ways(below(below(at_, "entry_by_origin"), name_of(by_origin.first)),
                 by_origin.second.values,
                 false);
    }
    for (const auto& [id, stage] : pathway_.stages) {
      check_ways(below(below(stages_at, id), "next"), stage.next.values, true);
    }
    if (names_known_) check_reachability(stages_at);
    return std::move(problems_);
  }

 private:
  void report(std::string pointer,
              std::string found,
              std::string expected,
              std::string help,
              std::vector<std::string> also = {}) {
    problems_.push_back({.pointer = std::move(pointer),
                         .found = std::move(found),
                         .expected = std::move(expected),
                         .help = std::move(help),
                         .severity = Diagnostic::Severity::error,
                         .also = std::move(also)});
  }

  static std::string_view name_of(Origin origin) {
    return enumerators(origin)[static_cast<std::size_t>(origin)].name;
  }

  void check_ways(const std::string& pointer, const Ways& ways, bool may_close) {
    double sum = 0.0;
    std::vector<std::string> contributors;
    for (const auto& [to, probability] : ways) {
      const std::string here = below(pointer, to);
      sum += probability.value.value;
      contributors.push_back(here);
      if ((may_close && to == closed_id) || pathway_.stages.contains(to)) continue;
      names_known_ = false;
      report(here,
             '"' + to + '"',
             "the id of a stage of this pathway: " + ids_of(pathway_.stages) +
                 (may_close ? ", closed" : ""),
             "");
    }
    if (ways.empty()) {
      report(pointer, "no stage", "probabilities that sum to 1", "");
    } else if (std::fabs(sum - 1.0) > 1e-9) {
      report(pointer,
             "probabilities that sum to " + text_of(sum),
             "probabilities that sum to 1",
             sum < 1.0 ? text_of(1.0 - sum) + " is missing" : text_of(sum - 1.0) + " is too much",
             std::move(contributors));
    }
  }

  void check_reachability(const std::string& stages_at) {
    using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;
    const std::size_t n = pathway_.stages.size();
    const std::size_t opening = n;
    const std::size_t closing = n + 1;
    Graph graph{n + 2};
    const auto add = [&](std::size_t from, const Ways& ways) {
      for (const auto& way : ways) {
        if (!(way.second.value.value > 0.0)) continue;
        const bool closes = way.first == closed_id;
        boost::add_edge(from, closes ? closing : place_of(pathway_.stages, way.first), graph);
      }
    };
    add(opening, pathway_.entry.values);
    for (const auto& by_origin : pathway_.entry_by_origin.values) {
      add(opening, by_origin.second.values);
    }
    std::size_t from = 0;
    for (const auto& stage : pathway_.stages)
      add(from++, stage.second.next.values);

    using Colour = boost::default_color_type;
    std::vector<Colour> reached(n + 2, Colour::white_color);
    std::vector<Colour> closes(n + 2, Colour::white_color);
    const auto index = boost::get(boost::vertex_index, graph);
    boost::breadth_first_search(
        graph,
        opening,
        boost::color_map(boost::make_iterator_property_map(reached.begin(), index)));
    const auto backwards = boost::make_reverse_graph(graph);
    boost::breadth_first_search(
        backwards,
        closing,
        boost::color_map(boost::make_iterator_property_map(closes.begin(), index)));

    std::size_t i = 0;
    for (const auto& stage : pathway_.stages) {
      const std::string here = below(stages_at, stage.first);
      if (reached[i] == Colour::white_color) {
        report(here,
               "a stage that no case reaches",
               "a stage that `entry` or another stage's `next` leads to",
               "give it a probability there, or take the stage out");
      }
      if (closes[i] == Colour::white_color) {
        report(below(here, "next"),
               "a stage from which no case ever closes",
               "a way to \"closed\", directly or through other stages",
               "");
      }
      ++i;
    }
  }

  std::string at_;
  const Pathway& pathway_;
  Diagnostics problems_;
  bool names_known_{true};
};

}  // namespace

Diagnostics check_pathway(const std::string& id, const Pathway& pathway) {
  return Checker{id, pathway}.all();
}

StageChain::StageChain(const Pathway& pathway) {
  const Named<Stage>& stages = pathway.stages;
  const std::size_t n = stages.size();
  routing_.assign(n * n, 0.0);
  closing_.assign(n, 0.0);
  for (const auto& [id, stage] : stages) {
    const std::size_t from = ids_.size();
    ids_.push_back(id);
    for (const auto& [to, probability] : stage.next.values) {
      if (to == closed_id) {
        closing_[from] = probability.value.value;
        continue;
      }
      FICAP_EXPECTS(stages.contains(to));
      routing_[from * n + place_of(stages, to)] = probability.value.value;
    }
  }
  for (const auto& origin : enumerators(Origin{})) {
    const auto own = pathway.entry_by_origin.values.find(origin.value);
    const Ways& ways =
        own == pathway.entry_by_origin.values.end() ? pathway.entry.values : own->second.values;
    std::vector<double> row(n, 0.0);
    for (const auto& [to, probability] : ways) {
      FICAP_EXPECTS(stages.contains(to));
      row[place_of(stages, to)] = probability.value.value;
    }
    entry_by_origin_.push_back(std::move(row));
  }
  const auto order = static_cast<Eigen::Index>(n);
  const ByRows everything = ByRows::Identity(order, order);
  const ByRows inverse = (everything - Eigen::Map<const ByRows>(routing_.data(), order, order))
                             .partialPivLu()
                             .solve(everything);
  fundamental_.assign(inverse.data(), inverse.data() + inverse.size());
}

std::size_t StageChain::index_of(std::string_view id) const {
  const auto found = std::lower_bound(ids_.begin(), ids_.end(), id);
  FICAP_EXPECTS(found != ids_.end() && *found == id);
  return static_cast<std::size_t>(found - ids_.begin());
}

double StageChain::visits(std::size_t from, std::size_t to) const {
  FICAP_EXPECTS(from < size() && to < size());
  return fundamental_[from * size() + to];
}

std::vector<double> StageChain::entry(const ByEnum<Origin, Sourced<Number>>& origins) const {
  double total = 0.0;
  for (const auto& origin : origins.values)
    total += origin.second.value.value;
  if (!(total > 0.0)) return entry_by_origin_[static_cast<std::size_t>(Origin::reactive)];
  std::vector<double> mixed(size(), 0.0);
  for (const auto& [origin, weight] : origins.values) {
    const std::vector<double>& row = entry_by_origin_[static_cast<std::size_t>(origin)];
    for (std::size_t i = 0; i < size(); ++i)
      mixed[i] += weight.value.value / total * row[i];
  }
  return mixed;
}

std::vector<double> StageChain::expected_visits(const std::vector<double>& entry) const {
  FICAP_EXPECTS(entry.size() == size());
  std::vector<double> sum(size(), 0.0);
  for (std::size_t i = 0; i < size(); ++i) {
    for (std::size_t j = 0; j < size(); ++j)
      sum[j] += entry[i] * visits(i, j);
  }
  return sum;
}

std::vector<double> StageChain::reached(const std::vector<double>& entry) const {
  // From its first entry on, a case makes visits(j, j) visits to j, whatever went before.
  std::vector<double> probability = expected_visits(entry);
  for (std::size_t j = 0; j < size(); ++j)
    probability[j] /= visits(j, j);
  return probability;
}

std::vector<double> StageChain::expected_total(const std::vector<double>& per_visit) const {
  FICAP_EXPECTS(per_visit.size() == size());
  std::vector<double> sum(size(), 0.0);
  for (std::size_t i = 0; i < size(); ++i) {
    for (std::size_t j = 0; j < size(); ++j)
      sum[i] += visits(i, j) * per_visit[j];
  }
  return sum;
}

double StageChain::goes_beyond(std::size_t stages) const {
  const auto order = static_cast<Eigen::Index>(size());
  const Eigen::Map<const ByRows> routing(routing_.data(), order, order);
  // From the end: the probability of so many stages more, from each.
  Eigen::VectorXd more = Eigen::VectorXd::Ones(order);
  for (std::size_t stage = 0; stage < stages; ++stage)
    more = routing * more;
  double likeliest = 0.0;
  for (const std::vector<double>& entry : entry_by_origin_)
    likeliest =
        std::max(likeliest, Eigen::Map<const Eigen::VectorXd>(entry.data(), order).dot(more));
  return likeliest;
}

std::vector<double> StageChain::expected_product(const std::vector<double>& factor) const {
  FICAP_EXPECTS(factor.size() == size());
  // g(i) = closing(i) + sum over j of P(i, j) factor(j) g(j)
  const auto order = static_cast<Eigen::Index>(size());
  const Eigen::Map<const ByRows> routing(routing_.data(), order, order);
  const Eigen::Map<const Eigen::VectorXd> factors(factor.data(), order);
  const Eigen::Map<const Eigen::VectorXd> closing(closing_.data(), order);
  const ByRows kept = ByRows::Identity(order, order) - routing * factors.asDiagonal();
  const Eigen::VectorXd product = kept.partialPivLu().solve(closing);
  return {product.data(), product.data() + product.size()};
}

Elapsed mean_stay(const Stage& stage, const std::string& threat) {
  const auto own = stage.lasts_by_threat.values.find(threat);
  const auto& lasts = own == stage.lasts_by_threat.values.end() ? stage.lasts : own->second;
  return {sim::mean(lasts.value.distribution)};
}

}  // namespace ficap::models
