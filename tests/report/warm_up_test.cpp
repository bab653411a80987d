#include "report/warm_up.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace ficap;

namespace {

std::vector<study::Settling> series() {
  std::vector<double> filling(24, 200.0);
  for (std::size_t month = 0; month < 6; ++month)
    filling[month] = 100.0;
  return {
      {.name = "needs", .monthly = std::vector<double>(24, 50.0), .cut = 0, .after = 50.0},
      {.name = "requests waiting", .monthly = filling, .cut = 5, .before = 100.0, .after = 195.0}};
}

}  // namespace

TEST_CASE("how a scenario settles is answered first, then shown, with the cut under its bar") {
  const std::string text =
      report::warm_up_headline(
          {.title = "A force", .stated_months = 12, .futures = 40, .years = 2}, series(), {}) +
      "\n" + report::warm_up_evidence(series());
  CHECK(text ==
        "A force · from nothing in hand, 2 years · 40 futures\n"
        "The last of these series settles after 0.4 years. The stated warm-up of 1 year is long "
        "enough: what\n"
        "moves after it is within chance.\n"
        "\n"
        "Series, month by month  settled after  mean before  mean from then on\n"
        "needs                        0 months            –                 50\n"
        "requests waiting             5 months          100                195\n"
        "\n"
        "requests waiting, each bar a quarter of a year\n"
        "  ▁▁██████\n"
        "   ^ 5 months\n"
        "\n"
        "Settled: MSER-5, the cut after which the mean of the rest is most certain, in batches of "
        "five months\n"
        "over all futures together, with the turn of the seasons taken out. Cuts in the first half "
        "count.\n");
}

TEST_CASE("a warm-up that is too short is named with what still moves") {
  CHECK(report::warm_up_warning(12, {}).empty());
  CHECK(report::warm_up_warning(12, {{.name = "trust"}}) ==
        "The warm-up of 1 year looks too short: trust still moves after it (`ficap warmup` shows "
        "how).");
  CHECK(report::warm_up_warning(18, {{.name = "needs"}, {.name = "trust"}}) ==
        "The warm-up of 1.5 years looks too short: needs and trust still move after it (`ficap "
        "warmup` shows how).");
}

TEST_CASE("what nobody can tell is said") {
  auto all = series();
  all[1].cut.reset();
  CHECK(report::warm_up_headline({.title = "A force", .futures = 1, .years = 2}, all, {})
            .find("Nobody can tell when requests waiting settles: it still moved half-way.") !=
        std::string::npos);
}

TEST_CASE("a watch that is no longer than the warm-up vouches for nothing") {
  const auto said = [](std::size_t stated_months, bool settles) {
    auto all = series();
    if (!settles) all[1].cut.reset();
    return report::warm_up_headline(
        {.title = "A force", .stated_months = stated_months, .futures = 40, .years = 2}, all, {});
  };
  const auto cannot = [](const std::string& text) {
    return text.find("cannot be told") != std::string::npos &&
           text.find("is long") == text.rfind("is long") &&
           text.find("within chance") == std::string::npos;
  };
  CHECK(cannot(said(24, true)));
  CHECK(cannot(said(36, true)));
  CHECK_FALSE(cannot(said(23, true)));
  // What moved half-way is judged against the second half.
  CHECK(cannot(said(12, false)));
  CHECK_FALSE(cannot(said(11, false)));
}
