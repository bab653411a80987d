#include "study/asset_split.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace ficap::study {

namespace {

using models::Counter;
using models::Measure;

template <Counter... counters>
constexpr std::array<Counter, sizeof...(counters)> sum{counters...};

constexpr std::span<const Counter> realisable = sum<Counter::assets_realisable>;
constexpr std::span<const Counter> benefit = sum<Counter::benefit_gone, Counter::assets_realisable>;

template <Counter part>
constexpr Measure share(std::string_view name, std::span<const Counter> whole) {
  return {.name = name,
          .unit = "share",
          .doc = {},
          .over = sum<part>,
          .under = whole,
          .scale = 1.0,
          .better = models::Better::neither};
}

constexpr std::array<Measure, parts_of_assets> shares_of(std::span<const Counter> whole) {
  return {share<Counter::assets_collected>("assets_collected", whole),
          share<Counter::assets_outstanding>("assets_outstanding", whole),
          share<Counter::assets_not_collected>("assets_not_collected", whole),
          share<Counter::assets_still_open>("assets_still_open", whole),
          share<Counter::assets_no_need_arose>("assets_no_need_arose", whole),
          share<Counter::assets_never_asked>("assets_never_asked", whole),
          share<Counter::assets_asked_but_unserved>("assets_asked_but_unserved", whole),
          share<Counter::assets_dissipated_before_engagement>("assets_dissipated_before_engagement",
                                                              whole),
          share<Counter::assets_dissipated_after_engagement>("assets_dissipated_after_engagement",
                                                             whole),
          share<Counter::assets_not_identified>("assets_not_identified", whole),
          share<Counter::assets_no_order_made>("assets_no_order_made", whole)};
}

constexpr std::array<Measure, parts_of_assets + 1> with_what_was_gone() {
  std::array<Measure, parts_of_assets + 1> all{};
  const auto parts = shares_of(benefit);
  for (std::size_t i = 0; i < parts.size(); ++i)
    all[i] = parts[i];
  all.back() = share<Counter::benefit_gone>("benefit_gone", benefit);
  return all;
}

constexpr std::array of_realisable = shares_of(realisable);
constexpr std::array of_benefit = with_what_was_gone();

std::vector<MeasureRef> refs_of(std::span<const Measure> measures) {
  std::vector<MeasureRef> refs;
  refs.reserve(measures.size());
  for (const Measure& measure : measures)
    refs.push_back({.measure = &measure, .cut = {}});
  return refs;
}

}  // namespace

std::span<const Measure> shares_of_realisable() noexcept {
  return of_realisable;
}

std::span<const Measure> shares_of_benefit() noexcept {
  return of_benefit;
}

AssetSplit split_assets(std::span<const Alternative> alternatives) {
  return {.of_realisable = compare(alternatives, refs_of(shares_of_realisable())),
          .of_benefit = compare(alternatives, refs_of(shares_of_benefit()))};
}

}  // namespace ficap::study
