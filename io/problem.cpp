#include "io/problem.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace ficap::io {

Problem problem_at(const Place& at,
                   std::string pointer,
                   std::string found,
                   std::string expected,
                   std::string help) {
  Problem problem;
  problem.what.pointer = std::move(pointer);
  problem.what.found = std::move(found);
  problem.what.expected = std::move(expected);
  problem.what.help = std::move(help);
  problem.at = at;
  return problem;
}

models::Location location(const Sources& sources, const Place& place) {
  return {.file = sources.name(place.source),
          .line = place.line,
          .column = place.column,
          .width = place.width,
          .source_line = std::string{sources.line(place.source, place.line)}};
}

std::vector<models::LocatedDiagnostic> locate(const Sources& sources, Problems problems) {
  std::stable_sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.at.source, a.at.line, a.at.column) <
           std::tie(b.at.source, b.at.line, b.at.column);
  });
  std::vector<models::LocatedDiagnostic> located;
  for (Problem& problem : problems) {
    std::vector<models::Location> also;
    for (const Place& place : problem.also)
      also.push_back(location(sources, place));
    located.push_back({std::move(problem.what), location(sources, problem.at), std::move(also)});
  }
  return located;
}

}  // namespace ficap::io
