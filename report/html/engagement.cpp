#include "report/html/engagement.hpp"

#include <cstdint>
#include <optional>
#include <utility>

#include "report/words.hpp"

namespace ficap::report::html {

namespace {

constexpr const char* heading = "When the unit joins";

std::string said(const study::Estimate& recovered) {
  return "£" + with_interval(recovered);
}

Figure bars_of(const study::Comparison& curve, const JoiningFacts& facts) {
  chart::Bars picture;
  picture.axis = {.title = "collected of every £100", .unit = chart::Unit::pounds};
  std::string described;
  const JoinedWorld* most = nullptr;
  const JoinedWorld* stated = nullptr;
  const std::vector<JoinedWorld> worlds = joined_worlds(curve, facts);
  for (const JoinedWorld& world : worlds) {
    if (!world.recovered.mean) continue;
    const double value = *world.recovered.mean;
    std::optional<chart::Interval> interval;
    if (world.recovered.half_width) {
      interval = chart::Interval{.low = value - *world.recovered.half_width,
                                 .high = value + *world.recovered.half_width};
    }
    picture.bars.push_back(
        {.label = world.label,
         .value = value,
         .interval = interval,
         .said = said(world.recovered),
         .mark = world.is_as_simulated ? chart::Mark::total : chart::Mark::plain});
    described += (described.empty() ? "" : "; ") + world.label + " " + said(world.recovered);
    if (world.is_as_simulated) {
      stated = &world;
    } else if (most == nullptr || value > *most->recovered.mean) {
      most = &world;
    }
  }
  if (most != nullptr) {
    picture.words.headline = "Of every £100, £" + decimal(*most->recovered.mean, 1) +
                             " would be collected had the unit joined " + most->label;
    if (stated != nullptr)
      picture.words.headline += "; as simulated it is £" + decimal(*stated->recovered.mean, 1);
  }
  picture.words.subtitle =
      "Collected of every £100 of modelled realisable assets of the same cases, by the moment at "
      "which the unit joins; people are enough, so that nobody waits; mean of " +
      counted(static_cast<std::int64_t>(curve.replications), "future", "futures") +
      ", the same for all, with 95 % intervals for luck. The first bar: as simulated, with the "
      "people "
      "there are";
  picture.words.description = "Bars, one for each moment: " + described + ".";
  Table table = table_of(joining_table(curve, facts), "Had the unit joined at each moment");
  return {.chart = std::move(picture), .table = std::move(table)};
}

}  // namespace

Section engagement(const study::Comparison& curve, const JoiningFacts& facts) {
  Section section{.heading = heading, .blocks = {Paragraph{joining_answer(curve, facts)}}};
  if (curve.measures.front().standings.front().value)
    section.blocks.emplace_back(bars_of(curve, facts));
  for (const std::string& note : joining_notes(curve, facts))
    section.blocks.emplace_back(Paragraph{.words = note, .tone = Tone::note});
  section.blocks.emplace_back(
      Paragraph{.words = "Of cases of pathways with an early stage alone, so not the share of all "
                         "cases that stands under \"Where every £100 goes\". By threat, and as a "
                         "result that can be repeated: ficap engage.",
                .tone = Tone::note});
  return section;
}

Section no_engagement(Unmade why) {
  std::string words =
      "What the same cases would have yielded, had the unit joined them at each stage, was not "
      "asked for: ficap run and appraise show it with --engagement-curve 20, from 20 futures; "
      "ficap engage shows it by threat, too.";
  if (why == Unmade::stopped)
    words = "The curve of engagement was stopped, and is not made. The same command makes it.";
  if (why == Unmade::failed)
    words = "The curve of engagement could not be made: a future of it could not be simulated.";
  return {.heading = heading, .blocks = {Paragraph{std::move(words)}}};
}

Section nowhere_to_join() {
  return {.heading = heading,
          .blocks = {Paragraph{"No pathway has a stage before the first overt act, so the unit "
                               "cannot join earlier or later."}}};
}

}  // namespace ficap::report::html
