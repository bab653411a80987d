#include "io/read_number.hpp"

#include <optional>
#include <string>
#include <variant>

#include "io/number_text.hpp"
#include "io/quantity_of.hpp"

namespace ficap::io {

namespace {

/// @returns advice for a share above 1 that may have been meant as a percentage
std::string percentage_help(const Number& number) {
  const std::optional<double> share = read_decimal(number.text + "e-2");
  if (!share || number.value <= 1.0 || number.value > 100.0) return {};
  return "a percentage? write " + shortest(*share) + " or \"" + number.text + " %\"";
}

}  // namespace

std::optional<double> read_number(Complaints& complaints,
                                  const Node& node,
                                  const std::string& pointer,
                                  const sim::Field& bounds,
                                  Dimension dimension) {
  const sim::Field field = bounded(bounds, dimension);
  const bool pure = dimension == Dimension::number || dimension == Dimension::share;
  const Number* const number = node.number();
  std::optional<double> value;
  std::string help;
  if (number != nullptr && pure) {
    value = number->value;
    if (dimension == Dimension::share) help = percentage_help(*number);
  } else if (number != nullptr || node.string() != nullptr) {
    const auto reading =
        read_quantity(number != nullptr ? number->text : *node.string(), dimension);
    if (const auto* const quantity = std::get_if<double>(&reading)) {
      value = *quantity;
    } else {
      help = std::get<Unreadable>(reading).help;
    }
  }
  if (value && field.allows(*value)) return value;
  complaints.unexpected(node, pointer, expectation(bounds, dimension), help);
  return std::nullopt;
}

std::optional<models::Money> read_amount(Complaints& complaints,
                                         const Node& node,
                                         const std::string& pointer,
                                         const sim::Field& bounds) {
  const sim::Field field = bounded(bounds, Dimension::money);
  std::string help;
  if (node.string() != nullptr || node.number() != nullptr) {
    const auto reading =
        read_money(node.string() != nullptr ? *node.string() : node.number()->text);
    if (const auto* const unreadable = std::get_if<Unreadable>(&reading)) {
      help = unreadable->help;
    } else {
      const models::Money amount = std::get<models::Money>(reading);
      if (field.allows(QuantityOf<models::Money>::base(amount))) return amount;
    }
  }
  complaints.unexpected(node, pointer, expectation(bounds, Dimension::money), help);
  return std::nullopt;
}

}  // namespace ficap::io
