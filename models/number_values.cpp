#include "models/number_values.hpp"

#include <algorithm>

namespace ficap::models {

// What a field allows of a number that is drawn: at least what any number of its kind must be.
double least_allowed(const Field& field, Counts counts, bool is_whole) {
  const double least = counts == Counts::number ? field.at_least : std::max(0.0, field.at_least);
  if (!is_whole) return least;
  return field.above ? std::floor(least) + 1.0 : std::floor(least + 0.5);
}
double greatest_allowed(const Field& field, Counts counts) {
  return counts == Counts::share ? std::min(1.0, field.at_most) : field.at_most;
}

// What a map has a number under; empty where its field is none.
std::string key_of(std::string_view pointer, const Field& field) {
  const std::string_view last = pointer.substr(pointer.rfind('/') + 1);
  return last == field.name ? std::string{} : std::string{last};
}

}  // namespace ficap::models
