#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/journal.hpp"
#include "cli/outputs.hpp"
#include "io/csv_provenance.hpp"

namespace ficap::cli {

/// What a finished command has to give.
struct Delivery {
  std::string answer;                ///< for people
  std::string document{};            ///< what --json asks for; empty where it does not
  std::vector<OutputFile> others{};  ///< pages, workbooks and tables
};

/// Adds the tables of --csv, each row with what it is cited by.
///
/// @param tables one for each of the outputs' names, in their order
/// @pre --csv was given
void add_tables(Delivery& delivery,
                const Outputs& outputs,
                const io::CsvProvenance& provenance,
                const std::vector<std::string>& tables);

/// How files are written: all or none.
using WriteFiles = std::function<void(const std::vector<OutputFile>&)>;

/// @returns through the journal, which keeps what was finished unless it is `complete`; it outlives
///          this
[[nodiscard]] WriteFiles through(Journal& journal, bool complete);

/// Writes the files, then says the answer: on standard output, unless the document goes there; then
/// beside it, or with --quiet not at all. The files are named beside it.
///
/// @throws std::system_error where they cannot be written; nothing is said then
void deliver(Delivery delivery,
             const Outputs& outputs,
             bool quiet,
             const WriteFiles& write,
             const Streams& streams);

}  // namespace ficap::cli
