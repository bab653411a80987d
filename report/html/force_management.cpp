#include "report/html/force_management.hpp"

#include <cstddef>
#include <string>
#include <utility>

#include "report/explain_plan.hpp"
#include "report/html/pictures.hpp"
#include "report/summary.hpp"
#include "report/summary_tables.hpp"
#include "report/words.hpp"

namespace ficap::report::html {

namespace {

using models::Dimension;

double unmet_a_year(const Figures& figures, std::optional<Place> at) {
  return (figures.mean("suppressed", at) + figures.mean("declined", at) +
          figures.mean("expired", at)) /
         figures.years();
}

Table unmet_by_harm(const Figures& figures) {
  Table table{.caption = "Need that is not met, by harm",
              .columns = {"Harm of the case",
                          "needs a year",
                          "unmet a year",
                          "unmet of need, %",
                          "of it, never asked, points"},
              .rows = {}};
  const auto add = [&](std::string label, std::optional<Place> at, bool is_total) {
    const study::Estimate unmet = figures.at("unmet_share_of_need", at);
    const auto parts = in_parts(unmet,
                                {figures.mean("suppressed", at),
                                 figures.mean("declined", at) + figures.mean("expired", at)},
                                per_cent,
                                1);
    table.rows.push_back({.cells = {std::move(label),
                                    figures.a_year("needs", at),
                                    decimal(unmet_a_year(figures, at), 0),
                                    with_interval(unmet, per_cent),
                                    parts.front()},
                          .is_total = is_total});
  };
  const auto& ids = figures.results().ids.at(static_cast<std::size_t>(Dimension::harm));
  for (std::size_t id = 0; id < ids.size(); ++id) {
    const Place place{.dimension = Dimension::harm, .id = id};
    if (figures.mean("needs", place) > 0.0)
      add(figures.names().of(Dimension::harm, ids[id]), place, false);
  }
  add("all", std::nullopt, true);
  return table;
}

}  // namespace

Section force_management(const Figures& figures,
                         const models::Setting& planned,
                         const std::vector<study::DemandMonth>& months,
                         FourSteps more) {
  Section section{.heading = "Force management statement, in four steps", .blocks = {}};
  auto& blocks = section.blocks;
  const auto end_of_step = [&](std::size_t step) {
    for (Block& block : more.at(step - 1))
      blocks.push_back(std::move(block));
  };
  blocks.emplace_back(Heading{"Step 1: the demand, recorded and latent"});
  blocks.emplace_back(
      Paragraph{"Recorded demand is what is asked for. Latent demand is need in which nobody asks: "
                "it is in no record, and moves with trust as well as with crime."});
  if (months.size() >= 12) {
    blocks.emplace_back(demand_by_year({Demand{.title = {}, .months = months}}));
    blocks.emplace_back(Paragraph{
        .words = "Means over futures. A need may be asked about more than once or in a later "
                 "year, so the latent column is a balance and may be below 0.",
        .tone = Tone::note});
  }
  blocks.emplace_back(table_of(needs_table(figures)));
  end_of_step(1);
  blocks.emplace_back(Heading{"Step 2: the workforce"});
  for (const TextTable& table : tables_of_people(figures))
    blocks.emplace_back(table_of(table));
  end_of_step(2);
  blocks.emplace_back(Heading{"Step 3: what is planned"});
  const std::vector<std::string> plan = plan_sentences(planned);
  if (plan.empty()) {
    blocks.emplace_back(Paragraph{
        "This scenario has no dated changes of staffing: posts, overtime, agencies, loans "
        "and supplements stay as they are at the start."});
  } else {
    blocks.emplace_back(Bullets{plan});
  }
  end_of_step(3);
  blocks.emplace_back(Heading{"Step 4: demand that is not met, by harm"});
  blocks.emplace_back(unmet_by_harm(figures));
  end_of_step(4);
  return section;
}

}  // namespace ficap::report::html
