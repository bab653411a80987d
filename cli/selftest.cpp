#include <chrono>
#include <optional>
#include <ostream>
#include <string>

#include <boost/program_options/value_semantic.hpp>
#include <unistd.h>

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/interrupt.hpp"
#include "cli/plan_options.hpp"
#include "cli/progress.hpp"
#include "cli/test_itself.hpp"
#include "io/write_self_test.hpp"
#include "report/self_test.hpp"
#include "study/self_test.hpp"

namespace ficap::cli {

namespace po = boost::program_options;

namespace {

ExitCode self_test(const po::variables_map& values, const Streams& streams) {
  const PlanOptions options = plan_options(values);
  const std::string json = text_of(values, "json");
  if (!json.empty() && json != "-") check_output(json, {}, false, options.force);

  const Interrupt interrupt;
  const std::uint32_t total = study::self_test_total(study::self_test_futures);
  Progress progress{streams.err, total, std::chrono::steady_clock::now};
  study::Watch watch{.should_stop = Interrupt::requested, .on_finished = {}};
  if (!options.quiet && ::isatty(STDERR_FILENO) == 1) {
    watch.on_finished = [&](std::uint32_t count) { progress.finished(count); };
  }
  const std::optional<study::SelfTest> test = test_itself(options.threads, watch);
  progress.clear();
  if (!test) {
    streams.err << "ficap: stopped; nothing is said about this program\n";
    return ExitCode::interrupted;
  }
  if (json == "-") {
    streams.out << io::self_test_json(*test);
  } else {
    if (!json.empty()) write_files({{.path = json, .content = io::self_test_json(*test)}});
    if (!options.quiet || !test->passed()) streams.out << report::to_text(*test);
  }
  return test->passed() ? ExitCode::ok : ExitCode::internal;
}

}  // namespace

Command selftest_command() {
  Command command{
      .name = "selftest",
      .summary = "check, against theory and exact laws, that this program computes rightly here",
      .usage = "[options]",
      .examples =
          "  ficap selftest\n"
          "  ficap selftest --json selftest.json\n",
      .notes =
          "It needs no file and takes seconds. Exit code 0: all of it holds; 1: something is "
          "wrong.\n",
      .options = po::options_description{"Options", 100},
      .execute = self_test};
  command.options.add_options()("threads",
                                po::value<std::string>()->value_name("T"),
                                "threads at work; as many as the machine has if absent")(
      "json",
      po::value<std::string>()->value_name("FILE"),
      "write the findings as JSON; - is standard output, in place of the table")(
      "force", "overwrite a file that exists")("quiet", "say nothing where all of it holds");
  return command;
}

}  // namespace ficap::cli
