#include "sim/id.hpp"

#include <cstdint>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/print.hpp"

using namespace ficap;

namespace {

struct OvenTag;
struct LoafTag;
using OvenId = sim::Id<OvenTag>;
using LoafId = sim::Id<LoafTag>;

template <class Table, class Index>
concept Indexable = requires(Table table, Index index) {
  table[index];
};

using Ovens = sim::Table<OvenTag, double>;

}  // namespace

static_assert(Indexable<Ovens, OvenId>);
static_assert(!Indexable<Ovens, LoafId>);
static_assert(!Indexable<Ovens, std::uint32_t>);
static_assert(!std::is_convertible_v<OvenId, LoafId>);

TEST_CASE("a table gives out ids in order and is read by them") {
  Ovens ovens;
  const OvenId first = ovens.push_back(1.5);
  const OvenId second = ovens.push_back(2.5);
  CHECK(first == OvenId{0});
  CHECK(ovens[second] == 2.5);
  ovens[first] = 3.0;
  CHECK(ovens[first] == 3.0);
  CHECK(ovens.size() == 2);
  CHECK(ovens.contains(second));
  CHECK_FALSE(ovens.contains(OvenId{2}));
}

TEST_CASE("ids() is every id of the table, in order") {
  const Ovens ovens(3);
  std::vector<OvenId> seen;
  for (const OvenId id : ovens.ids())
    seen.push_back(id);
  CHECK(seen == std::vector<OvenId>{{0}, {1}, {2}});
  for (const OvenId id : Ovens{}.ids()) {
    CAPTURE(id);
    FAIL_CHECK("an empty table has no ids");
  }
}
