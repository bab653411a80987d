#include "report/diagnostics.hpp"

#include <string>

#include <doctest/doctest.h>

using ficap::models::Diagnostic;
using ficap::models::LocatedDiagnostic;
namespace report = ficap::report;

namespace {

LocatedDiagnostic share_of_140_percent() {
  LocatedDiagnostic problem;
  problem.what.pointer = "/asking/ceiling";
  problem.what.found = "1.4";
  problem.what.expected = "a share between 0 and 1";
  problem.what.help = "a percentage? write 0.014 or \"1.4 %\"";
  problem.at = {.file = "options.json",
                .line = 41,
                .column = 16,
                .width = 3,
                .source_line = "    \"ceiling\": 1.4,"};
  return problem;
}

}  // namespace

TEST_CASE("a diagnostic shows what, where, the line with a mark, and how to mend it") {
  CHECK(report::to_text(share_of_140_percent()) ==
        "error: /asking/ceiling: found 1.4, expected a share between 0 and 1\n"
        "  --> options.json:41:16\n"
        "   |\n"
        "41 |     \"ceiling\": 1.4,\n"
        "   |                ^^^\n"
        "   = help: a percentage? write 0.014 or \"1.4 %\"\n");
}

TEST_CASE("other places that take part are listed, with their pointers where those differ") {
  LocatedDiagnostic problem = share_of_140_percent();
  problem.what.severity = Diagnostic::Severity::warning;
  problem.what.help.clear();
  problem.what.also = {"/asking/floor", "/asking/ceiling"};
  problem.also = {{.file = "b.json", .line = 7, .column = 2, .width = 1, .source_line = ""},
                  {.file = "c.json", .line = 8, .column = 3, .width = 1, .source_line = ""}};
  const std::string text = report::to_text(problem);
  CHECK(text.starts_with("warning: "));
  CHECK(text.ends_with("   = also: b.json:7:2 /asking/floor\n   = also: c.json:8:3\n"));
}

TEST_CASE("the mark stands under the value after wide, escaped and broken characters") {
  LocatedDiagnostic problem = share_of_140_percent();
  problem.at.source_line = "\t\u202E£\xA3: 1.4";
  problem.at.column = 7;
  const std::string text = report::to_text(problem);
  CHECK(text.find("41 |  <U+202E>£<0xA3>: 1.4\n"
                  "   |                   ^^^\n") != std::string::npos);
}

TEST_CASE("a long line is cut around the value") {
  LocatedDiagnostic problem = share_of_140_percent();
  problem.at.source_line = std::string(500, 'a') + "1.4" + std::string(500, 'b');
  problem.at.column = 501;
  CHECK(report::to_text(problem).find("41 | ... " + std::string(48, 'a') + "1.4" +
                                      std::string(45, 'b') + " ...\n   |     " +
                                      std::string(48, ' ') + "^^^\n") != std::string::npos);
}

TEST_CASE("text from a scenario can neither move the cursor nor turn the line") {
  CHECK(report::harmless("a\x1b[31mb\u200bc\rd\x7f") == "a<U+001B>[31mb<U+200B>c<U+000D>d<U+007F>");
  CHECK(report::harmless("\u2066x\u2069 \u061C \uFEFF") == "<U+2066>x<U+2069> <U+061C> <U+FEFF>");
  CHECK(report::harmless("£ é 💰") == "£ é 💰");
  CHECK(report::harmless("\xC3(") == "<0xC3>(");
}

TEST_CASE("the last line counts errors and warnings") {
  const LocatedDiagnostic error = share_of_140_percent();
  LocatedDiagnostic warning = error;
  warning.what.severity = Diagnostic::Severity::warning;
  CHECK(report::to_text(std::vector<LocatedDiagnostic>{}).empty());
  CHECK(report::to_text(std::vector{error}).ends_with("\n\n1 error\n"));
  CHECK(report::to_text(std::vector{error, error, warning}).ends_with("\n\n2 errors, 1 warning\n"));
  CHECK(report::to_text(std::vector{warning, warning}).ends_with("\n\n2 warnings\n"));
}
