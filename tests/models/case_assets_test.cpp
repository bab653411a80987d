#include "models/case_assets.hpp"

#include <array>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/for_all.hpp"

namespace {

using namespace std::chrono_literals;
using ficap::models::AssetKind;
using ficap::models::AssetProfileRow;
using ficap::models::CaseAssets;
using ficap::models::Collection;
using ficap::models::CourtOrder;
using ficap::models::Dissipations;
using ficap::models::kind_count;
using ficap::models::Phase;
using ficap::models::RequestTypeRow;
using ficap::sim::Duration;
using ficap::sim::Time;
namespace models = ficap::models;
namespace sim = ficap::sim;
namespace test = ficap::test;
using doctest::Approx;

constexpr std::size_t cash = static_cast<std::size_t>(AssetKind::cash);
constexpr std::size_t accounts = static_cast<std::size_t>(AssetKind::accounts);
constexpr std::size_t property = static_cast<std::size_t>(AssetKind::property);

// A twelfth of 365.25 days, in milliseconds.
constexpr Duration month{2'629'800'000};

CaseAssets with_unidentified(std::int64_t pence) {
  CaseAssets assets;
  assets.benefit = pence;
  assets.realisable = pence;
  assets.unidentified[accounts] = pence;
  return assets;
}

Dissipations losing(double a_month_covert, double a_month_overt, double at_once) {
  Dissipations rules{};
  for (auto& kind : rules) {
    kind.at_first_overt_act = at_once;
    kind.log_kept_per_month = {std::log1p(-a_month_covert), std::log1p(-a_month_overt)};
  }
  return rules;
}

RequestTypeRow work(double identifies_early, double protects) {
  RequestTypeRow type;
  for (auto& kind : type.identifies)
    kind = {identifies_early, identifies_early / 2.0, 0.0};
  type.protects.fill(protects);
  return type;
}

}  // namespace

TEST_CASE("unprotected assets lose a tenth a month exponentially, at the pace of who knows") {
  CaseAssets assets = with_unidentified(100'000'000);
  const Dissipations rules = losing(0.0, 0.1, 0.0);
  models::settle(assets, rules, Time{3 * month});
  CHECK(assets.unidentified[accounts] == 100'000'000);
  assets.overt = true;
  models::settle(assets, rules, Time{5 * month});
  CHECK(std::llabs(assets.unidentified[accounts] - 81'000'000) <= 1);
  assets.engaged = true;
  models::settle(assets, rules, Time{5 * month + month / 2});
  CHECK(std::llabs(assets.unidentified[accounts] -
                   static_cast<std::int64_t>(81e6 * std::sqrt(0.9))) <= 2);
  CHECK(assets.lost_before_engagement + assets.unidentified[accounts] +
            assets.lost_after_engagement ==
        100'000'000);
  CHECK(std::llabs(assets.lost_before_engagement - 19'000'000) <= 1);
}

TEST_CASE("settling often loses what settling once does, but for pence") {
  const Dissipations rules = losing(0.02, 0.04, 0.0);
  CaseAssets once = with_unidentified(5'000'000'00);
  once.overt = true;
  CaseAssets often = once;
  models::settle(once, rules, Time{12 * month});
  for (int i = 1; i <= 48; ++i)
    models::settle(often, rules, Time{i * (month / 4)});
  CHECK(std::llabs(once.unidentified[accounts] - often.unidentified[accounts]) <= 48);
}

TEST_CASE("a share is rounded down and the remainder stays where it was") {
  CaseAssets assets = with_unidentified(99);
  models::identify(assets, work(0.5, 0.0), Phase::early);
  CHECK(assets.identified[accounts] == 49);
  CHECK(assets.unidentified[accounts] == 50);
  models::lose_at_first_overt_act(assets, losing(0.0, 0.0, 0.5));
  CHECK(assets.identified[accounts] == 25);
  CHECK(assets.unidentified[accounts] == 25);
  CHECK(assets.lost_before_engagement == 49);
}

TEST_CASE("work finds more when it is finished earlier, and secures only what is found") {
  CaseAssets early = with_unidentified(1000);
  models::identify(early, work(0.6, 0.9), Phase::early);
  CHECK(early.identified[accounts] == 600);
  CaseAssets middle = with_unidentified(1000);
  models::identify(middle, work(0.6, 0.9), Phase::middle);
  CHECK(middle.identified[accounts] == 300);
  CHECK(models::secure(early, work(0.6, 0.9)));
  CHECK(early.secured[accounts] == 540);
  CHECK(early.identified[accounts] == 60);
  CHECK(early.ever_secured == 540);
  CaseAssets nothing_found = with_unidentified(1000);
  CHECK_FALSE(models::secure(nothing_found, work(0.6, 0.9)));
}

TEST_CASE("what is secured or hidden neither melts nor moves") {
  CaseAssets assets;
  assets.overt = true;
  assets.secured[cash] = 1000;
  assets.hidden[cash] = 500;
  const Dissipations rules = losing(0.5, 0.5, 0.5);
  models::settle(assets, rules, Time{10 * month});
  models::lose_at_first_overt_act(assets, rules);
  models::identify(assets, work(1.0, 1.0), Phase::early);
  CHECK(assets.secured[cash] == 1000);
  CHECK(assets.hidden[cash] == 500);
  CHECK(assets.lost_before_engagement == 0);
}

TEST_CASE("the share of an order that is paid falls with its size") {
  const Collection rules;  // the published line
  CHECK(models::paid_share(rules, 1'000'00) == Approx(0.96));
  CHECK(models::paid_share(rules, 10'000'00) == Approx(0.713));
  CHECK(models::paid_share(rules, 100'000'00) == Approx(0.466));
  CHECK(models::paid_share(rules, 1'000'000'00) == Approx(0.219));
  CHECK(models::paid_share(rules, 10'000'000'00) == Approx(0.18));  // never below
  CHECK(models::paid_share(rules, 500'00) == Approx(0.96));         // never above
  CHECK(models::paid_share(rules, 0) == 0.0);
}

TEST_CASE("an order is for the smaller of benefit and what is found, and the secured pays first") {
  CaseAssets assets;
  assets.benefit = 100'000'00;
  assets.identified[property] = 80'000'00;
  assets.secured[accounts] = 40'000'00;
  const CourtOrder order = models::confiscate(assets, Collection{}, 0.0);
  CHECK(order.value == 100'000'00);
  // 40,000 are held and paid in full; of the other 60,000 the share for an order of 100,000.
  CHECK(std::llabs(order.paid - (40'000'00 + 27'960'00)) <= 1);
  CHECK(assets.secured[accounts] == 0);
  CHECK(assets.identified[property] == 20'000'00);
  CHECK(assets.ordered == 100'000'00);
}

TEST_CASE("delay takes its share of the contested value") {
  CaseAssets assets;
  assets.benefit = 50'000'00;
  assets.identified[property] = 10'000'00;
  const CourtOrder order = models::confiscate(assets, Collection{}, 0.3);
  CHECK(order.value == 7'000'00);
  CHECK(assets.identified[property] == 3'000'00);
}

TEST_CASE("forfeiture takes all that is secured of its kinds, and pays it in full") {
  CaseAssets assets;
  assets.secured[cash] = 1'234'56;
  assets.secured[accounts] = 99;
  assets.identified[cash] = 5;
  std::array<bool, kind_count> kinds{};
  kinds[cash] = true;
  const CourtOrder order = models::forfeit(assets, kinds);
  CHECK(order.value == 1'234'56);
  CHECK(order.paid == 1'234'56);
  CHECK(assets.secured[accounts] == 99);
  CHECK(assets.identified[cash] == 5);
}

TEST_CASE("a case's assets are dealt out to the penny, and what officers hold is secured") {
  test::for_all(300, [](sim::Stream& numbers) {
    AssetProfileRow profile;
    std::array<double, kind_count> mix{};
    double total = 0.0;
    for (std::size_t kind = 0; kind < kind_count; ++kind) {
      mix[kind] = numbers.uniform() < 0.3 ? 0.0 : numbers.uniform();
      total += mix[kind];
      profile.hidden[kind] = numbers.uniform();
      profile.seized[kind] = numbers.uniform() < 0.3;
    }
    if (total == 0.0) return;
    for (double& part : mix)
      part /= total;
    const auto realisable = static_cast<std::int64_t>(numbers.uniform() * 1e9);
    const CaseAssets assets = models::open_assets(2 * realisable, realisable, mix, profile, Time{});
    CHECK(assets.sum_of_places() == realisable);
    std::int64_t secured = 0;
    for (std::size_t kind = 0; kind < kind_count; ++kind) {
      secured += assets.secured[kind];
      if (profile.seized[kind]) {
        CHECK(assets.hidden[kind] == 0);
        CHECK(assets.unidentified[kind] == 0);
      }
      if (mix[kind] == 0.0) CHECK(assets.unidentified[kind] + assets.secured[kind] == 0);
    }
    CHECK(assets.ever_secured == secured);
  });
}

TEST_CASE("whatever happens to a case, every penny stays in one place") {
  test::for_all(200, [](sim::Stream& numbers) {
    AssetProfileRow profile;
    profile.hidden.fill(0.3);
    const auto realisable = static_cast<std::int64_t>(numbers.uniform() * 1e8);
    CaseAssets assets = models::open_assets(
        realisable + 17, realisable, {0.2, 0.2, 0.2, 0.2, 0.2}, profile, Time{});
    assets.overt = true;
    Time now{};
    for (int step = 0; step < 12; ++step) {
      now += Duration{static_cast<std::int64_t>(numbers.uniform() * 1e10)};
      assets.engaged = assets.engaged || numbers.uniform() < 0.2;
      const Dissipations rules = losing(0.01, 0.2, numbers.uniform());
      models::settle(assets, rules, now);
      switch (test::whole_number(numbers, 0, 4)) {
        case 0:
          models::lose_at_first_overt_act(assets, rules);
          break;
        case 1:
          models::identify(assets, work(numbers.uniform(), 0.0), Phase::early);
          break;
        case 2:
          static_cast<void>(models::secure(assets, work(0.0, numbers.uniform())));
          break;
        case 3:
          static_cast<void>(models::confiscate(assets, Collection{}, numbers.uniform()));
          break;
        default:
          static_cast<void>(models::forfeit(assets, {true, true, false, false, false}));
      }
      CHECK(assets.sum_of_places() == realisable);
      CHECK(assets.ever_secured <= realisable);
    }
  });
}
