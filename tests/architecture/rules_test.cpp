#include "tests/architecture/rules.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/architecture/source_text.hpp"

using namespace ficap;

namespace {

/// What the rules say of `body` in a header of `layer` that is otherwise in order. The body
/// is on line 3.
std::vector<test::Violation> of(const std::string& layer, const std::string& body) {
  const std::string text =
      "#pragma once\nnamespace ficap::" + layer + " {\n" + body + "\n}  // namespace\n";
  return test::violations(test::layer_named(layer), "thing.hpp", text);
}

bool is_clean(const std::string& layer, const std::string& body) {
  return of(layer, body).empty();
}

bool is_one_violation(const std::string& layer, const std::string& body, const std::string& what) {
  return of(layer, body) == std::vector<test::Violation>{{3, what}};
}

}  // namespace

TEST_CASE("an upward include is noticed, a downward one is not") {
  CHECK(is_one_violation("sim", "#include \"models/units.hpp\"", "sim includes models/units.hpp"));
  CHECK(is_one_violation("models", "#include <study/plan.hpp>", "models includes study/plan.hpp"));
  CHECK(is_one_violation("io", "#include \"report/table.hpp\"", "io includes report/table.hpp"));
  CHECK(is_one_violation("report", "#include \"io/schema.hpp\"", "report includes io/schema.hpp"));
  CHECK(is_clean("models", "#include \"sim/time.hpp\""));
  CHECK(is_clean("cli", "#include \"io/schema.hpp\""));
}

TEST_CASE("a library is allowed in its home only") {
  CHECK(is_clean("models", "#include <Eigen/LU>\n#include <boost/graph/adjacency_list.hpp>"));
  CHECK(is_clean("store", "#include <sqlite3.h>"));
  CHECK(is_one_violation("sim", "#include <Eigen/LU>", "sim includes Eigen/LU"));
  CHECK(is_one_violation("io", "#include <sqlite3.h>", "io includes sqlite3.h"));
  CHECK(is_one_violation(
      "study", "#include <nlohmann/json.hpp>", "study includes nlohmann/json.hpp"));
  CHECK(is_one_violation("sim", "#include <math.h>", "sim includes math.h"));
}

TEST_CASE("a header of the standard library that would break a promise is noticed") {
  CHECK(is_clean("sim", "#include <vector>"));
  CHECK(is_one_violation("sim", "#include <random>", "sim includes random"));
  CHECK(is_one_violation("study", "#include <thread>", "study includes thread"));
  CHECK(is_one_violation("io", "#include <ranges>", "io includes ranges"));
  CHECK(is_one_violation("report", "#  include  <fstream>", "report includes fstream"));
  CHECK(is_clean("cli", "#include <fstream>\n#include <thread>"));
}

TEST_CASE("an include in a comment or a string is not an include") {
  CHECK(is_clean("sim", "// #include <random>"));
  CHECK(is_clean("sim", "/* \n#include <random>\n */"));
}

TEST_CASE("a clock, the environment and what a browser lacks are noticed by name") {
  CHECK(is_one_violation(
      "models", "auto t = std::chrono::steady_clock::now();", "models uses std::steady_clock"));
  CHECK(is_one_violation("study", "auto h = std::getenv(\"HOME\");", "study uses std::getenv"));
  CHECK(is_one_violation("io", "std::ranges::sort(v);", "io uses std::ranges"));
  CHECK(is_one_violation("sim", "auto b = std::bit_cast<int>(x);", "sim uses std::bit_cast"));
  CHECK(is_one_violation("models", "std::hash<int> h;", "models uses std::hash"));
  CHECK(is_clean("models", "bool steady_clock_is_a_name_in_prose;  // std::ranges"));
}

TEST_CASE("a call of libm is noticed in every form, and the project's own is not") {
  const std::string mine = " of libm; sim/elementary.hpp has ours";
  CHECK(is_one_violation("models", "double y = std::log(x);", "models uses std::log"));
  CHECK(is_one_violation(
      "models", "auto f = std::transform(a, b, std::exp);", "models uses std::exp"));
  CHECK(is_one_violation("models", "double y = log(x);", "models calls log()" + mine));
  CHECK(is_one_violation("study", "double y = ::pow (x, 2);", "study calls pow()" + mine));
  CHECK(is_one_violation("models", "long n = lround(x);", "models calls lround()" + mine));
  CHECK(is_clean("models", "double y = sim::log(x) + std::sqrt(x) + std::floor(x);"));
  CHECK(is_clean("models", "double y = backlog(x) + tally.exp(x);"));
  CHECK(is_clean("io", "double y = std::pow(10, x);"));
}

TEST_CASE("the layer that defines a mathematical function may call it bare") {
  const auto own = test::functions_declared_in(
      "[[nodiscard]] double log(double x) noexcept;\ndouble helper(double x);\n// double "
      "exp(double)");
  CHECK(own == std::set<std::string>{"log"});
  const std::string text = "namespace ficap::sim {\ndouble y = log(x) + exp(x);\n}\n";
  CHECK(test::violations(test::layer_named("sim"), "a.cpp", text, own) ==
        std::vector<test::Violation>{{2, "sim calls exp() of libm; sim/elementary.hpp has ours"}});
}

TEST_CASE("the engine says no word of the domain, in code, comment or text") {
  const auto says = [](const std::string& word) {
    return "sim says \"" + word + "\", a word of the domain";
  };
  CHECK(is_one_violation("sim", "int skill_count;", says("skill")));
  CHECK(is_one_violation("sim", "struct AssetTable;", says("asset")));
  CHECK(is_one_violation("sim", "// as investigators do", says("investigators")));
  CHECK(is_one_violation("sim", "auto s = \"police\";", says("police")));
  CHECK(is_one_violation("sim", "int case_id;", says("case")));
  CHECK(is_one_violation("sim", "struct CaseTable;", says("case")));
  CHECK(is_one_violation("sim", "// the k-th case arrives", says("case")));
  CHECK(is_clean("sim", "switch (x) {\ncase 1: break;\n}  // in that case; edge cases; a policy"));
  CHECK(is_clean("models", "struct CaseTable;  // investigators"));
}

TEST_CASE("a file is in the namespace of its folder and defines no macro") {
  const auto& models = test::layer_named("models");
  CHECK(test::violations(models, "a.cpp", "namespace ficap::sim {\n}\n") ==
        std::vector<test::Violation>{{1, "models opens namespace ficap::sim"},
                                     {1, "a.cpp is not in namespace ficap::models"}});
  CHECK(test::violations(models, "a.hpp", "namespace ficap::models {\n}\n") ==
        std::vector<test::Violation>{{1, "a.hpp has no #pragma once"}});
  CHECK(is_one_violation("models", "#define TWICE(x) x x", "models defines the macro TWICE"));
  CHECK(is_clean("sim", "#define FICAP_EXPECTS(condition) condition"));
  CHECK(is_one_violation(
      "io", "namespace ficap::io::detail {\n}", "io opens namespace ficap::io::detail"));
  const auto& report = test::layer_named("report");
  CHECK(test::violations(report, "chart/a.cpp", "namespace ficap::report::chart {\n}\n").empty());
  CHECK(test::violations(report, "chart/a.cpp", "namespace ficap::report {\n}\n") ==
        std::vector<test::Violation>{{1, "report opens namespace ficap::report"},
                                     {1, "chart/a.cpp is not in namespace ficap::report::chart"}});
}

TEST_CASE("comments and literals are told from code") {
  const auto split =
      test::split_source("int a = 1'000; // it's\nauto s = R\"x(\" // no)x\"; f('\"');");
  CHECK(split.code == "int a = 1'000;        \nauto s =               ; f(   );");
  CHECK(split.prose == "               // it's\n         R\"x(\" // no)x\"    '\"'  ");
  CHECK(test::line_of("a\nb\nc", 4) == 3);
}
