#include "io/csv_provenance.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace ficap;

TEST_CASE("each row of a table says what it is from, the header what that is") {
  const io::CsvProvenance provenance{.run = "FI-1", .sha256 = "ab", .version = "0.1.0", .seed = 7};
  CHECK(io::with_provenance("a,b\n1,2\n3,4\n", provenance) ==
        "a,b,run,sha256,version,seed\n1,2,FI-1,ab,0.1.0,7\n3,4,FI-1,ab,0.1.0,7\n");
  CHECK(io::with_provenance("a\n", provenance) == "a,run,sha256,version,seed\n");
}

TEST_CASE("a line feed, a comma or a quote in a cell ends no row") {
  const io::CsvProvenance provenance{.run = "r", .sha256 = "s", .version = "v", .seed = 1};
  CHECK(io::with_provenance("a,b\n\"x\ny\",\"say \"\"no\"\"\n\"\n", provenance) ==
        "a,b,run,sha256,version,seed\n\"x\ny\",\"say \"\"no\"\"\n\",r,s,v,1\n");
}
