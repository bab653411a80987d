#include <cstdint>

#include <doctest/doctest.h>

#include "tests/support/scenarios.hpp"

// One number for two whole futures, the same from every compiler, at every level of optimisation
// and in a browser. It changes when results do, and then its commit says why; what they became is
// for the golden to show.

namespace {

namespace models = ficap::models;
namespace test = ficap::test;

// FNV-1a, 64 bits (Fowler, Noll and Vo), over eight bytes a number, the lowest first.
class Hash {
 public:
  void add(std::int64_t number) {
    for (unsigned byte = 0; byte < 8; ++byte) {
      value_ ^= (static_cast<std::uint64_t>(number) >> (8U * byte)) & 0xFFU;
      value_ *= 0x100000001b3U;
    }
  }
  [[nodiscard]] std::uint64_t value() const noexcept { return value_; }

 private:
  std::uint64_t value_{0xcbf29ce484222325U};
};

std::uint64_t hash_of_futures(const models::Scenario& scenario) {
  const models::Compiled compiled{scenario};
  models::Simulator simulator{compiled};
  Hash hash;
  for (std::uint32_t replication = 0; replication < 2; ++replication) {
    const models::Outcome o = simulator.run(20260401, replication);
    for (const std::int64_t value : o.values)
      hash.add(value);
    for (const models::MonthRow& month : o.months) {
      for (const std::int64_t value : {month.needs,
                                       month.asked,
                                       month.served,
                                       month.backlog,
                                       month.belief_thousandths,
                                       month.cash_confiscation,
                                       month.cash_forfeiture})
        hash.add(value);
    }
  }
  return hash.value();
}

}  // namespace

TEST_CASE("the futures of a small region are the same bits everywhere") {
  CHECK(hash_of_futures(test::scenario(test::small_region)) == 0x0c335ce1cac11e4aU);
}

TEST_CASE("the hash notices a single number that is one off") {
  Hash one;
  Hash other;
  for (std::int64_t i = 0; i < 100; ++i) {
    one.add(i);
    other.add(i == 50 ? 51 : i);
  }
  CHECK(one.value() != other.value());
}
