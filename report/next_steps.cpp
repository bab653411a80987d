#include "report/next_steps.hpp"

#include <cstdint>

#include "report/shell_word.hpp"
#include "report/words.hpp"

namespace ficap::report {

std::string next_steps(const RunFiles& files) {
  std::string text = "Where to look next\n";
  if (!files.json.empty()) {
    text += "  " + files.json + ": every measure with its interval, in every cut\n";
  }
  if (!files.html.empty())
    text += "  " + files.html + ": the report, for any browser and for paper\n";
  if (!files.csv_folder.empty()) {
    const bool slash = files.csv_folder.back() == '/';
    const std::string folder = files.csv_folder + (slash ? "" : "/");
    text += "  " + folder + "replications.csv: one row for each future\n";
    text += "  " + folder + "series.csv: month by month\n";
  }
  const std::string scenario = files.scenario == "-" ? "SCENARIO" : shell_word(files.scenario);
  text += "  ficap explain " + scenario +
          "\n      what the load is against the hours, without simulating\n";
  text += "  ficap run " + scenario +
          " --set /from_start/asking/floor=1 --set /from_start/asking/ceiling=1\n"
          "      the same futures, if from the start of the plan nobody hesitated to ask\n";
  if (!files.option.empty()) {
    text += "  ficap compare " + scenario + " " + shell_word(files.option) +
            "\n      what an option changes, in the same futures\n";
  }
  if (files.ranges > 0) {
    text += "  ficap uncertainty " + scenario + "\n      " +
            (files.ranges == 1
                 ? std::string{"one number carries a range"}
                 : with_commas(static_cast<std::int64_t>(files.ranges)) + " numbers carry ranges") +
            ": how far off the answer may be, and what to measure first\n";
  }
  if (files.json.empty()) {
    text += "  ficap run " + scenario +
            " --json results.json --csv results\n      every measure, in files\n";
  }
  return text;
}

}  // namespace ficap::report
