#include "report/pathway_order.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "report/words.hpp"

namespace ficap::report {
namespace {

using Ways = models::Named<models::Sourced<models::Share>>;

/// Depth first; a stage is written down when all that follows it has been.
class Traveller {
 public:
  explicit Traveller(const models::Pathway& pathway) : pathway_{pathway} {}

  void follow(const Ways& ways) {
    for (const auto& way : ways) {
      if (way.second.value.value > 0.0 && way.first != models::closed_id) visit(way.first);
    }
  }

  [[nodiscard]] std::vector<std::string> order() const { return {seen_.rbegin(), seen_.rend()}; }

 private:
  void visit(const std::string& id) {
    if (!entered_.insert(id).second) return;
    follow(pathway_.stages.find(id)->second.next.values);
    seen_.push_back(id);
  }

  const models::Pathway& pathway_;
  std::set<std::string> entered_;
  std::vector<std::string> seen_;
};

}  // namespace

std::vector<std::string> in_order_of_travel(const models::Pathway& pathway) {
  Traveller traveller{pathway};
  for (const auto& by_origin : pathway.entry_by_origin.values) {
    traveller.follow(by_origin.second.values);
  }
  traveller.follow(pathway.entry.values);
  return traveller.order();
}

std::string stage_name(const models::Pathway& pathway, const std::string& id) {
  const auto found = pathway.stages.find(id);
  return found == pathway.stages.end() || found->second.name.empty() ? id : found->second.name;
}

std::string percent(double share) {
  const double hundredths = 100.0 * share;
  int decimals = 0;
  double scaled = hundredths;
  while (decimals < 2 && std::fabs(scaled - std::floor(scaled + 0.5)) > 1e-6) {
    ++decimals;
    scaled *= 10.0;
  }
  return decimal(hundredths, decimals) + " %";
}

}  // namespace ficap::report
