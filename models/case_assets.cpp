#include "models/case_assets.hpp"

#include <algorithm>
#include <numeric>

#include "sim/elementary.hpp"

namespace ficap::models {

namespace {

std::int64_t total(const CaseAssets::ByKind& amounts) noexcept {
  return std::accumulate(amounts.begin(), amounts.end(), std::int64_t{0});
}

std::int64_t share_of(std::int64_t pence, double share) noexcept {
  return part_of(Money{pence}, Share{std::clamp(share, 0.0, 1.0)}).pence;
}

// Takes up to `amount` out of the kinds, in their order. @returns what was taken
std::int64_t take(CaseAssets::ByKind& from, std::int64_t amount) noexcept {
  std::int64_t taken = 0;
  for (std::int64_t& held : from) {
    const std::int64_t part = std::min(held, amount - taken);
    held -= part;
    taken += part;
  }
  return taken;
}

void lose(CaseAssets& assets, std::size_t kind, double share) {
  std::int64_t lost = 0;
  for (CaseAssets::ByKind* place : {&assets.unidentified, &assets.identified}) {
    const std::int64_t part = share_of((*place)[kind], share);
    (*place)[kind] -= part;
    lost += part;
  }
  (assets.engaged ? assets.lost_after_engagement : assets.lost_before_engagement) += lost;
}

constexpr double ms_per_month = days_per_month * 86'400'000.0;

}  // namespace

std::int64_t CaseAssets::sum_of_places() const noexcept {
  return total(hidden) + total(unidentified) + total(identified) + total(secured) +
         lost_before_engagement + lost_after_engagement + ordered;
}

CaseAssets open_assets(std::int64_t benefit,
                       std::int64_t realisable,
                       const std::array<double, kind_count>& mix,
                       const AssetProfileRow& profile,
                       sim::Time now) {
  CaseAssets assets;
  assets.benefit = benefit;
  assets.realisable = realisable;
  assets.settled_to = now;
  std::int64_t dealt = 0;
  std::size_t first = kind_count;
  CaseAssets::ByKind amounts{};
  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    if (mix[kind] <= 0.0) continue;
    first = std::min(first, kind);
    amounts[kind] = std::min(share_of(realisable, mix[kind]), realisable - dealt);
    dealt += amounts[kind];
  }
  if (first < kind_count) amounts[first] += realisable - dealt;  // the odd pence
  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    if (profile.seized[kind]) {
      assets.secured[kind] = amounts[kind];
      continue;
    }
    assets.hidden[kind] = share_of(amounts[kind], profile.hidden[kind]);
    assets.unidentified[kind] = amounts[kind] - assets.hidden[kind];
  }
  assets.ever_secured = total(assets.secured);
  return assets;
}

void settle(CaseAssets& assets, const Dissipations& rules, sim::Time now) {
  const double months = static_cast<double>((now - assets.settled_to).count()) / ms_per_month;
  assets.settled_to = now;
  if (months <= 0.0) return;
  const auto visibility =
      static_cast<std::size_t>(assets.overt ? Visibility::overt : Visibility::covert);
  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    const double log_kept = rules[kind].log_kept_per_month[visibility];
    if (log_kept == 0.0 || assets.unidentified[kind] + assets.identified[kind] == 0) continue;
    lose(assets, kind, -sim::expm1(log_kept * months));
  }
}

void lose_at_first_overt_act(CaseAssets& assets, const Dissipations& rules) {
  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    lose(assets, kind, rules[kind].at_first_overt_act);
  }
  assets.overt = true;
}

void identify(CaseAssets& assets, const RequestTypeRow& type, Phase phase) {
  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    const std::int64_t found =
        share_of(assets.unidentified[kind], type.identifies[kind][static_cast<std::size_t>(phase)]);
    assets.unidentified[kind] -= found;
    assets.identified[kind] += found;
  }
}

bool secure(CaseAssets& assets, const RequestTypeRow& type) {
  std::int64_t all = 0;
  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    const std::int64_t part = share_of(assets.identified[kind], type.protects[kind]);
    assets.identified[kind] -= part;
    assets.secured[kind] += part;
    all += part;
  }
  assets.ever_secured += all;
  if (!assets.overt) assets.secured_before_overt += all;
  return all > 0;
}

void release(CaseAssets& assets, Kinds kinds) {
  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    if (!kinds.contains(kind)) continue;
    assets.let_go += assets.secured[kind];
    assets.identified[kind] += assets.secured[kind];
    assets.secured[kind] = 0;
  }
}

double paid_share(const Collection& rules, std::int64_t value) {
  if (value <= 0) return 0.0;
  const double thousands = static_cast<double>(value) / 100'000.0;
  return std::clamp(
      rules.at_1000.value.value + (rules.per_tenfold.value.value * sim::log10(thousands)),
      rules.lowest.value.value,
      rules.highest.value.value);
}

CourtOrder confiscate(CaseAssets& assets, const Collection& rules, double lost_to_delay) {
  const std::int64_t available = total(assets.secured) + total(assets.identified);
  const std::int64_t contested = std::min(assets.benefit, available);
  const std::int64_t value = contested - share_of(contested, lost_to_delay);
  const std::int64_t secured = take(assets.secured, value);
  const std::int64_t unsecured = take(assets.identified, value - secured);
  assets.ordered += value;
  return {value, secured + share_of(unsecured, paid_share(rules, value))};
}

CourtOrder forfeit(CaseAssets& assets, const std::array<bool, kind_count>& kinds) {
  std::int64_t value = 0;
  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    if (!kinds[kind]) continue;
    value += assets.secured[kind];
    assets.secured[kind] = 0;
  }
  assets.ordered += value;
  return {value, value};
}

}  // namespace ficap::models
