#include "io/shapes.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ficap::io {

std::string_view entity_name(models::Entity entity) noexcept {
  switch (entity) {
    case models::Entity::organisation:
      return "an organisation";
    case models::Entity::threat:
      return "a threat";
    case models::Entity::stream:
      return "a stream";
    case models::Entity::pathway:
      return "a pathway";
    case models::Entity::stage:
      return "a stage";
    case models::Entity::request:
      return "a request";
    case models::Entity::skill:
      return "a skill";
    case models::Entity::role:
      return "a role";
    case models::Entity::team:
      return "a team";
    case models::Entity::calendar:
      return "a calendar";
    case models::Entity::asset_profile:
      return "an asset profile";
    case models::Entity::evidence:
      return "a source under \"evidence\"";
  }
  return "";
}

std::string one_of(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text += '"' + names[i] + '"';
  }
  return text;
}

std::vector<std::string> distribution_names() {
  std::vector<std::string> names;
  sim::for_each_distribution_type([&]<class D>(sim::TypeTag<D>) { names.emplace_back(D::name); });
  return names;
}

std::string wanted(Tag<std::string> /*type*/, const sim::Field& /*field*/) {
  return "a text";
}
std::string wanted(Tag<bool> /*type*/, const sim::Field& /*field*/) {
  return "true or false";
}
std::string wanted(Tag<double> /*type*/, const sim::Field& field) {
  return expectation(field, Dimension::number);
}
std::string wanted(Tag<sim::Date> /*type*/, const sim::Field& /*field*/) {
  return "a date such as \"2026-04-01\"";
}
std::string wanted(Tag<models::TimeOfDay> /*type*/, const sim::Field& /*field*/) {
  return "a time of day such as \"09:00\"";
}

}  // namespace ficap::io
