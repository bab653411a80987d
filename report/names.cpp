#include "report/names.hpp"

#include "models/vocabulary.hpp"

namespace ficap::report {

namespace {

template <class T>
std::string name_in(const models::Named<T>& things, const std::string& id) {
  const auto found = things.find(id);
  return found == things.end() || found->second.name.empty() ? id : found->second.name;
}

// Two organisations may have areas of one id; results do not tell them apart, so neither do we.
std::string area_name(const models::Setting& setting, const std::string& id) {
  for (const auto& organisation : setting.organisations) {
    const auto found = organisation.second.areas.find(id);
    if (found != organisation.second.areas.end()) return name_in(organisation.second.areas, id);
  }
  return id == "none" ? "no area" : id;
}

// Pathways share the names of their stages; results do not tell them apart, so neither do we.
std::string stage_name(const models::Setting& setting, const std::string& id) {
  for (const auto& pathway : setting.pathways) {
    if (pathway.second.stages.contains(id)) return name_in(pathway.second.stages, id);
  }
  return id;
}

std::string spaced(std::string id) {
  for (char& c : id) {
    if (c == '_') c = ' ';
  }
  return id;
}

}  // namespace

std::string Names::of(models::Dimension dimension, const std::string& id) const {
  switch (dimension) {
    case models::Dimension::organisation:
      return name_in(setting_.organisations, id);
    case models::Dimension::threat:
      return name_in(setting_.threats, id);
    case models::Dimension::request:
      return name_in(setting_.requests, id);
    case models::Dimension::skill:
      return name_in(setting_.skills, id);
    case models::Dimension::area:
      return area_name(setting_, id);
    case models::Dimension::team:
      return name_in(setting_.teams, id);
    case models::Dimension::work_class:
    case models::Dimension::harm:
    case models::Dimension::cause:
      return spaced(id);
    case models::Dimension::stage:
      return stage_name(setting_, id);
  }
  return id;
}

}  // namespace ficap::report
