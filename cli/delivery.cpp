#include "cli/delivery.hpp"

#include <cstddef>
#include <filesystem>
#include <ostream>
#include <utility>

#include "sim/expects.hpp"

namespace ficap::cli {

void add_tables(Delivery& delivery,
                const Outputs& outputs,
                const io::CsvProvenance& provenance,
                const std::vector<std::string>& tables) {
  const std::vector<std::filesystem::path> files = outputs.csv_files();
  FICAP_EXPECTS(files.size() == tables.size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    delivery.others.push_back(
        {.path = files[i], .content = io::with_provenance(tables[i], provenance)});
  }
}

WriteFiles through(Journal& journal, bool complete) {
  return [&journal, complete](const std::vector<OutputFile>& files) {
    journal.deliver(files, complete);
  };
}

void deliver(Delivery delivery,
             const Outputs& outputs,
             bool quiet,
             const WriteFiles& write,
             const Streams& streams) {
  std::vector<OutputFile> files = std::move(delivery.others);
  if (outputs.has_json_file())
    files.insert(files.begin(), {.path = outputs.json, .content = delivery.document});
  write(files);
  if (outputs.json == "-") {
    streams.out << delivery.document;
    if (!quiet) streams.err << delivery.answer;
  } else {
    streams.out << delivery.answer;
  }
  for (const OutputFile& file : files)
    streams.err << "wrote " << file.path.string() << "\n";
}

}  // namespace ficap::cli
