#include <algorithm>
#include <ostream>
#include <string>

#include <boost/program_options/value_semantic.hpp>

#include "cli/cited.hpp"
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/options.hpp"
#include "cli/plan_options.hpp"
#include "io/json_text.hpp"
#include "io/read_results.hpp"
#include "io/sha256.hpp"
#include "report/citation.hpp"
#include "report/diagnostics.hpp"

namespace ficap::cli {

namespace po = boost::program_options;

namespace {

enum class Format : unsigned char { all, sentence, footnote, bibtex };

Format format_of(const po::variables_map& values) {
  const std::string text = text_of(values, "format");
  if (text.empty() || text == "all") return Format::all;
  if (text == "sentence") return Format::sentence;
  if (text == "footnote") return Format::footnote;
  if (text == "bibtex") return Format::bibtex;
  throw UsageError{"--format takes sentence, footnote, bibtex or all, not \"" + text + "\""};
}

std::string words(const report::Citation& citation, Format format) {
  switch (format) {
    case Format::sentence:
      return report::sentence(citation) + "\n";
    case Format::footnote:
      return report::footnote(citation) + "\n";
    case Format::bibtex:
      return report::bibtex(citation);
    case Format::all:
      break;
  }
  return "In a sentence\n" + report::sentence(citation) + "\n\nIn a footnote\n" +
         report::footnote(citation) + "\n\nIn BibTeX\n" + report::bibtex(citation);
}

ExitCode cite(const po::variables_map& values, const Streams& streams) {
  const std::string path = file_argument(values, "results file", "results.json");
  const Format format = format_of(values);
  const std::string measure = text_of(values, "measure");
  const std::string file = path == "-" ? "standard input" : path;
  const io::ResultsReading reading = io::read_results(file, read_text(path));
  streams.err << report::to_text(reading.problems);
  if (!reading.document) return ExitCode::bad_scenario;
  const io::ResultsDocument& document = *reading.document;
  const bool as_stated = std::all_of(document.scenarios.begin(),
                                     document.scenarios.end(),
                                     [](const auto& each) { return each.is_as_stated(); });
  if (!as_stated) {
    streams.err << "ficap: the scenario in " << file
                << " is not the one whose digest it states: it was edited after the run, and there "
                   "is nothing to cite. Run its scenario again\n";
    return ExitCode::mismatch;
  }
  const io::Object& root = *document.root.object();
  if (const io::Node* const study = root.find("study")) {
    const io::Object* const run = root.find("run")->object();
    const io::Node* const stated = run == nullptr ? nullptr : run->find("study_sha256");
    const std::string* const digest = stated == nullptr ? nullptr : stated->string();
    if (digest == nullptr || *digest != io::sha256_hex(io::canonical(*study))) {
      streams.err << "ficap: the study in " << file
                  << " is not the one whose digest it states: it was edited after the run, and "
                     "there is nothing to cite. Appraise it again\n";
      return ExitCode::mismatch;
    }
  }
  if (values.count("list") > 0) {
    streams.out << citable(document);
    return ExitCode::ok;
  }
  report::Citation citation = citation_of(document, path);
  if (!measure.empty())
    citation.measure = cited_measure(document, figures_named(document, measure));
  streams.out << words(citation, format);
  return ExitCode::ok;
}

}  // namespace

Command cite_command() {
  Command command{
      .name = "cite",
      .summary = "say how to cite a result, or one number of it: sentence, footnote, BibTeX",
      .usage = "RESULTS.json [options]",
      .examples =
          "  ficap cite results.json\n"
          "  ficap cite results.json --format footnote \\\n"
          "      --measure 'unmet_share_of_need[class=discretionary]'\n"
          "  ficap cite comparison.json --measure assets_collected --format bibtex\n"
          "  ficap cite case.json --list\n"
          "  ficap cite case.json --measure 'npv[option=five-more,view=force]'\n",
      .notes =
          "Any file that a command wrote with --json can be cited. Nothing is simulated: `ficap "
          "verify`\n"
          "says whether the numbers come out again. Who ran it, and when, no result knows: add "
          "them.\n",
      .takes_results = true,
      .options = po::options_description{"Options", 100},
      .execute = cite};
  command.options.add_options()("format",
                                po::value<std::string>()->value_name("FORMAT"),
                                "sentence, footnote, bibtex or all; all if absent")(
      "measure",
      po::value<std::string>()->value_name("NAME[CUT]"),
      "cite this number with its interval, e.g. served or served[class=statutory], or the JSON "
      "pointer to any other")("list", "list the names that --measure takes for this file");
  return command;
}

}  // namespace ficap::cli
