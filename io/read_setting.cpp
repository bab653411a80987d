#include "io/read_setting.hpp"

#include <string>
#include <utility>
#include <vector>

#include "io/complaints.hpp"
#include "io/pointer.hpp"
#include "io/reader.hpp"
#include "io/shapes.hpp"

namespace ficap::io {

Problems uncited(const std::vector<SourcedNumber>& numbers,
                 const models::Named<models::Evidence>& evidence,
                 const Node& root) {
  Problems problems;
  std::vector<std::string> known;
  known.reserve(evidence.size());
  for (const auto& item : evidence)
    known.push_back(item.first);
  for (const SourcedNumber& number : numbers) {
    if (number.source.empty() || evidence.contains(number.source)) continue;
    const std::string pointer = number.pointer + "/source";
    problems.push_back(problem_at(place_of(root, pointer),
                                  pointer,
                                  '"' + number.source + '"',
                                  wanted(Tag<models::Ref<models::Entity::evidence>>{}, Field{}),
                                  did_you_mean(number.source, known)));
  }
  return problems;
}

SettingReading read_setting(const Node& root) {
  SettingReading reading;
  Reader reader;
  reader.read(reading.setting, root, "", Field{.name = "", .doc = "a scenario"});
  reading.problems = reader.take_problems();
  reading.numbers = reader.take_numbers();
  for (Problem& problem : uncited(reading.numbers, reading.setting.evidence, root))
    reading.problems.push_back(std::move(problem));
  return reading;
}

}  // namespace ficap::io
