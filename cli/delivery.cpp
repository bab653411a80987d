#include "cli/delivery.hpp"

#include <ostream>
#include <utility>

namespace ficap::cli {

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
