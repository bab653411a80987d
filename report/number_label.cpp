#include "report/number_label.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace ficap::report {

namespace {

std::vector<std::string> tokens_of(std::string_view pointer) {
  std::vector<std::string> tokens;
  for (std::size_t from = 1; from <= pointer.size();) {
    const std::size_t to = std::min(pointer.find('/', from), pointer.size());
    tokens.emplace_back(pointer.substr(from, to - from));
    from = to + 1;
  }
  if (!tokens.empty() && tokens.front() == "from_start") tokens.erase(tokens.begin());
  return tokens;
}

std::string spaced(std::string id) {
  std::replace(id.begin(), id.end(), '_', ' ');
  return id;
}

template <class T>
const T* find(const models::Named<T>& things, const std::string& id) {
  const auto found = things.find(id);
  return found == things.end() ? nullptr : &found->second;
}

template <class T>
std::string name_of(const T* thing, const std::string& id) {
  return thing == nullptr || thing->name.empty() ? spaced(id) : thing->name;
}

std::string task_of(const models::RequestType* request, const std::vector<std::string>& tokens) {
  if (request == nullptr || tokens.size() < 4 || tokens[2] != "tasks") return {};
  const std::size_t place = std::stoul(tokens[3]);
  if (place >= request->tasks.size() || request->tasks[place].name.empty()) return {};
  return ", " + request->tasks[place].name;
}

// The thing that the number is one of; empty where the scenario as a whole has it.
std::string thing_of(const std::vector<std::string>& tokens, const models::Setting& setting) {
  if (tokens.size() < 3) return {};
  const std::string& kind = tokens[0];
  const std::string& id = tokens[1];
  if (kind == "requests") {
    const auto* const request = find(setting.requests, id);
    return name_of(request, id) + task_of(request, tokens);
  }
  if (kind == "roles") return name_of(find(setting.roles, id), id);
  if (kind == "teams") return name_of(find(setting.teams, id), id);
  if (kind == "streams") return name_of(find(setting.streams, id), id);
  if (kind == "asset_profiles") return name_of(find(setting.asset_profiles, id), id);
  if (kind == "pathways") {
    std::string name = name_of(find(setting.pathways, id), id);
    if (tokens.size() < 5 || tokens[2] != "stages") return name;
    const bool has_need = tokens.size() > 6 && tokens[4] == "needs";
    return name + ", " + spaced(tokens[3]) + (has_need ? ", " + spaced(tokens[5]) : "");
  }
  return {};
}

}  // namespace

std::string number_label(const models::UncertainNumber& number, const models::Setting& setting) {
  std::string thing = thing_of(tokens_of(number.pointer), setting);
  thing = thing.substr(0, thing.find(':'));
  if (!thing.empty() && !number.also.empty())
    thing += " and " + std::to_string(number.also.size()) + " more";
  // A field's words begin with what it is; what follows a comma says more of it.
  const std::string what = number.meaning.substr(0, number.meaning.find_first_of(",;:"));
  std::string label = thing.empty() ? what : thing + ": " + what;
  if (!number.key.empty()) label += " (" + spaced(number.key) + ")";
  return label;
}

}  // namespace ficap::report
