#include "io/read_setting.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "io/nearest.hpp"
#include "io/pointer.hpp"
#include "io/quantity.hpp"
#include "io/quantity_of.hpp"
#include "io/shapes.hpp"

namespace ficap::io {

namespace {

using models::Drawn;
using models::Sourced;
using sim::Field;

constexpr std::size_t longest_id = 60;

bool is_id(std::string_view id) noexcept {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !id.empty() && id.size() <= longest_id && plain(id.front()) &&
         std::all_of(id.begin(), id.end(), [&](char c) { return plain(c) || c == '_' || c == '-'; });
}

/// @returns the id that was perhaps meant: small letters, hyphens for blanks
std::string id_help(std::string_view id) {
  std::string better;
  for (const char c : id) {
    if (c >= 'A' && c <= 'Z') {
      better += static_cast<char>(c - 'A' + 'a');
    } else {
      better += c == ' ' || c == '.' || c == '/' ? '-' : c;
    }
  }
  return is_id(better) ? "write \"" + better + "\"" : "";
}

/// Reads members by their types. Each read() fills its target as far as it can and reports the
/// rest; the pointer is that of the value being read.
class Reader {
 public:
  [[nodiscard]] Problems take_problems() { return std::move(problems_); }
  [[nodiscard]] std::vector<SourcedNumber> take_numbers() { return std::move(numbers_); }

  void read(std::string& into, const Node& node, const std::string& pointer, const Field& field) {
    if (const std::string* const text = node.string()) {
      into = *text;
    } else {
      unexpected(node, pointer, wanted(Tag<std::string>{}, field), std::string{field.doc});
    }
  }

  void read(bool& into, const Node& node, const std::string& pointer, const Field& field) {
    if (const bool* const value = std::get_if<bool>(&node.value)) {
      into = *value;
    } else {
      unexpected(node, pointer, wanted(Tag<bool>{}, field), std::string{field.doc});
    }
  }

  void read(double& into, const Node& node, const std::string& pointer, const Field& field) {
    if (const auto value = read_number(node, pointer, field, Dimension::number)) into = *value;
  }

  void read(sim::Date& into, const Node& node, const std::string& pointer, const Field& field) {
    const std::string* const text = node.string();
    const std::optional<sim::Date> date = text == nullptr ? std::nullopt : sim::parse_date(*text);
    if (date) {
      into = *date;
    } else {
      unexpected(node, pointer, wanted(Tag<sim::Date>{}, field), "year, month and day with hyphens");
    }
  }

  void read(models::TimeOfDay& into,
            const Node& node,
            const std::string& pointer,
            const Field& field) {
    const std::string* const text = node.string();
    if (text != nullptr && text->size() == 5 && (*text)[2] == ':') {
      const auto digit = [&](std::size_t i) { return static_cast<int>((*text)[i] - '0'); };
      const bool digits = std::all_of(text->begin(), text->end(), [](char c) {
        return (c >= '0' && c <= '9') || c == ':';
      });
      const int hours = digit(0) * 10 + digit(1);
      const int minutes = digit(3) * 10 + digit(4);
      if (digits && hours < 24 && minutes < 60) {
        into.since_midnight = std::chrono::hours{hours} + std::chrono::minutes{minutes};
        return;
      }
    }
    unexpected(node, pointer, wanted(Tag<models::TimeOfDay>{}, field), "hours and minutes, two digits each");
  }

  template <Quantity Q>
  void read(Q& into, const Node& node, const std::string& pointer, const Field& field) {
    if constexpr (std::is_same_v<Q, models::Money>) {
      read_amount(into, node, pointer, field);
    } else if (const auto value = read_number(node, pointer, field, QuantityOf<Q>::dimension)) {
      into = QuantityOf<Q>::make(*value);
    }
  }

  template <Enumeration E>
  void read(E& into, const Node& node, const std::string& pointer, const Field& field) {
    const std::string* const text = node.string();
    if (text != nullptr) {
      for (const auto& enumerator : enumerators(E{})) {
        if (enumerator.name == *text) {
          into = enumerator.value;
          return;
        }
      }
    }
    unexpected(node,
               pointer,
               wanted(Tag<E>{}, field),
               text == nullptr ? std::string{field.doc} : did_you_mean(*text, names_of(Tag<E>{})));
  }

  template <models::Entity E>
  void read(models::Ref<E>& into,
            const Node& node,
            const std::string& pointer,
            const Field& field) {
    const std::string* const text = node.string();
    if (text != nullptr && is_id(*text)) {
      into.id = *text;
    } else {
      unexpected(node,
                 pointer,
                 wanted(Tag<models::Ref<E>>{}, field),
                 text == nullptr ? std::string{field.doc} : id_help(*text));
    }
  }

  template <class T>
  void read(std::optional<T>& into,
            const Node& node,
            const std::string& pointer,
            const Field& field) {
    read(into.emplace(), node, pointer, field);
  }

  template <class T>
  void read(std::vector<T>& into,
            const Node& node,
            const std::string& pointer,
            const Field& field) {
    const Array* const array = node.array();
    if (array == nullptr) {
      unexpected(node, pointer, wanted(Tag<std::vector<T>>{}, field), std::string{field.doc});
      return;
    }
    into.clear();
    for (std::size_t i = 0; i < array->size(); ++i) {
      read(into.emplace_back(), (*array)[i], pointer + "/" + std::to_string(i), field);
    }
  }

  template <class T>
  void read(models::Named<T>& into,
            const Node& node,
            const std::string& pointer,
            const Field& field) {
    const Object* const object = node.object();
    if (object == nullptr) {
      unexpected(node, pointer, wanted(Tag<models::Named<T>>{}, field), std::string{field.doc});
      return;
    }
    read_ids(into, *object, pointer, field);
  }

  template <models::Entity E, class T>
  void read(models::ByRef<E, T>& into,
            const Node& node,
            const std::string& pointer,
            const Field& field) {
    const Object* const object = node.object();
    if (object == nullptr) {
      unexpected(node, pointer, wanted(Tag<models::ByRef<E, T>>{}, field), std::string{field.doc});
      return;
    }
    read_ids(into.values, *object, pointer, field);
  }

  template <class E, class T>
  void read(models::ByEnum<E, T>& into,
            const Node& node,
            const std::string& pointer,
            const Field& field) {
    const Object* const object = node.object();
    if (object == nullptr) {
      unexpected(node, pointer, wanted(Tag<models::ByEnum<E, T>>{}, field), std::string{field.doc});
      return;
    }
    into.values.clear();
    for (const auto& enumerator : enumerators(E{})) {
      const Node* const value = object->find(enumerator.name);
      if (value == nullptr || value->is_null()) continue;
      read(into.values[enumerator.value], *value, child(pointer, enumerator.name), field);
    }
    report_unknown(*object, pointer, names_of(Tag<E>{}));
  }

  template <class... Alternative>
  void read(std::variant<Alternative...>& into,
            const Node& node,
            const std::string& pointer,
            const Field& field) {
    using Variant = std::variant<Alternative...>;
    const std::vector<std::string> names = names_of(Tag<Variant>{});
    if (const std::string* const text = node.string()) {
      bool known = false;
      ((known = known || read_bare<Alternative>(into, *text)), ...);
      if (known) return;
      const bool needs_fields = std::find(names.begin(), names.end(), *text) != names.end();
      unexpected(node,
                 pointer,
                 wanted(Tag<Variant>{}, field),
                 needs_fields ? "write {\"" + *text + "\": {...}} with its fields"
                              : did_you_mean(*text, names));
      return;
    }
    const Member* const chosen = only_one(node, pointer, names, {}, wanted(Tag<Variant>{}, field));
    if (chosen == nullptr) return;
    const std::string inner = child(pointer, chosen->key);
    ((Alternative::name == chosen->key
          ? read(into.template emplace<Alternative>(), chosen->value, inner, field)
          : void()),
     ...);
  }

  template <HasFields T>
  void read(T& into, const Node& node, const std::string& pointer, const Field& field) {
    const Object* const object = node.object();
    if (object == nullptr) {
      unexpected(node, pointer, wanted(Tag<T>{}, field), std::string{field.doc});
      return;
    }
    std::vector<std::string> known;
    T::fields(into, [&](const Field& each, auto& member) {
      known.emplace_back(each.name);
      const Node* const value = object->find(each.name);
      if (value != nullptr && !value->is_null()) {
        read(member, *value, child(pointer, each.name), each);
      } else if (each.required) {
        missing(node,
                pointer,
                each.name,
                wanted(Tag<std::decay_t<decltype(member)>>{}, each),
                std::string{each.doc});
      }
    });
    report_unknown(*object, pointer, known);
  }

  template <class T>
  void read(Sourced<T>& into, const Node& node, const std::string& pointer, const Field& field) {
    into = Sourced<T>{};
    SourcedNumber number;
    number.pointer = pointer;
    number.place = node.place;
    const std::size_t problems_before = problems_.size();
    if (const Object* const object = node.object()) {
      read_members(into, *object, node, pointer, field, number);
    } else {
      read_value(into.value, node, pointer, field);
      number.text = describe(node);
    }
    if (problems_.size() == problems_before) check_range(into, node, pointer, field);
    numbers_.push_back(std::move(number));
  }

 private:
  static std::string child(const std::string& pointer, std::string_view key) {
    return pointer + "/" + pointer_token(key);
  }

  static std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
    const auto near = nearest(word, known);
    return near ? "did you mean \"" + *near + "\"?" : "";
  }

  void report(std::string pointer,
              std::string found,
              std::string expected,
              std::string help,
              const Place& at,
              models::Diagnostic::Severity severity = models::Diagnostic::Severity::error) {
    problems_.push_back(problem_at(
        at, std::move(pointer), std::move(found), std::move(expected), std::move(help)));
    problems_.back().what.severity = severity;
  }

  void unexpected(const Node& node, const std::string& pointer, std::string expected, std::string help) {
    report(pointer, describe(node), std::move(expected), std::move(help), node.place);
  }

  void missing(const Node& parent,
               const std::string& pointer,
               std::string_view key,
               std::string expected,
               std::string help) {
    const std::string at = child(pointer, key);
    report(at, "nothing", std::move(expected), std::move(help), place_of(parent, child("", key)));
  }

  /// @param known in the order in which a reader of the message should see them
  void report_unknown(const Object& object,
                      const std::string& pointer,
                      const std::vector<std::string>& known) {
    for (const Member& member : object.members) {
      if (std::find(known.begin(), known.end(), member.key) != known.end()) continue;
      report(child(pointer, member.key),
             "the unknown key \"" + member.key + "\"",
             known.empty() ? "no key here" : one_of(known),
             did_you_mean(member.key, known),
             member.key_place);
    }
  }

  template <class T>
  void read_ids(models::Named<T>& into,
                const Object& object,
                const std::string& pointer,
                const Field& field) {
    into.clear();
    for (const Member& member : object.members) {
      const std::string at = child(pointer, member.key);
      if (!is_id(member.key)) {
        report(at,
               "the id \"" + member.key + "\"",
               "an id of 1 to 60 small letters, digits, \"_\" and \"-\", beginning with a letter or digit",
               id_help(member.key),
               member.key_place);
      }
      if (!member.value.is_null()) read(into[member.key], member.value, at, field);
    }
  }

  template <class Alternative, class Variant>
  static bool read_bare(Variant& into, const std::string& text) {
    if (Alternative::name != text || field_count<Alternative>() > 0) return false;
    into.template emplace<Alternative>();
    return true;
  }

  /// @returns the one member whose key is among `names`; nullptr, with a problem, when there is
  ///          none or more than one, or when a key is neither among them nor among `beside`
  const Member* only_one(const Node& node,
                         const std::string& pointer,
                         const std::vector<std::string>& names,
                         const std::vector<std::string>& beside,
                         const std::string& expected) {
    const Object* const object = node.object();
    if (object == nullptr) {
      unexpected(node, pointer, expected, "");
      return nullptr;
    }
    std::vector<std::string> known = names;
    known.insert(known.end(), beside.begin(), beside.end());
    const std::size_t problems_before = problems_.size();
    report_unknown(*object, pointer, known);
    if (problems_.size() > problems_before) return nullptr;
    const Member* chosen = nullptr;
    std::string found;
    for (const Member& member : object->members) {
      if (std::find(names.begin(), names.end(), member.key) == names.end()) continue;
      if (member.value.is_null()) continue;
      found += (found.empty() ? "\"" : " and \"") + member.key + '"';
      if (chosen == nullptr) {
        chosen = &member;
      } else {
        report(pointer,
               found,
               "exactly one of " + one_of(names),
               "a patch keeps the keys that it does not name: set the other one to null",
               member.key_place);
        return nullptr;
      }
    }
    if (chosen == nullptr) unexpected(node, pointer, expected, "");
    return chosen;
  }

  /// @returns the number in the dimension's base unit, within the bounds
  std::optional<double> read_number(const Node& node,
                                    const std::string& pointer,
                                    const Field& bounds,
                                    Dimension dimension) {
    const Field field = bounded(bounds, dimension);
    const bool pure = dimension == Dimension::number || dimension == Dimension::share;
    const Number* const number = node.number();
    std::optional<double> value;
    std::string help;
    if (number != nullptr && pure) {
      value = number->value;
    } else if (number != nullptr || node.string() != nullptr) {
      const auto reading =
          read_quantity(number != nullptr ? number->text : *node.string(), dimension);
      if (const auto* quantity = std::get_if<double>(&reading)) {
        value = *quantity;
      } else {
        help = std::get<Unreadable>(reading).help;
      }
    }
    if (value && field.allows(*value)) return value;
    if (value && dimension == Dimension::share && number != nullptr && *value > 1.0 &&
        *value <= 100.0) {
      help = "a percentage? write " + plain_text(*read_share(number->text), Dimension::number) +
             " or \"" + number->text + " %\"";
    }
    unexpected(node, pointer, expectation(bounds, dimension), help);
    return std::nullopt;
  }

  /// @returns a percentage as a share
  static std::optional<double> read_share(const std::string& percentage) {
    const auto reading = read_quantity(percentage + " %", Dimension::share);
    const auto* const value = std::get_if<double>(&reading);
    return value == nullptr ? std::optional{0.0} : std::optional{*value};
  }

  void read_amount(models::Money& into,
                   const Node& node,
                   const std::string& pointer,
                   const Field& bounds) {
    const Field field = bounded(bounds, Dimension::money);
    std::string help;
    if (node.string() != nullptr || node.number() != nullptr) {
      const auto reading = read_money(node.string() != nullptr ? *node.string() : node.number()->text);
      if (const auto* amount = std::get_if<models::Money>(&reading)) {
        if (field.allows(QuantityOf<models::Money>::base(*amount))) {
          into = *amount;
          return;
        }
      } else {
        help = std::get<Unreadable>(reading).help;
      }
    }
    unexpected(node, pointer, expectation(bounds, Dimension::money), help);
  }

  template <class T>
  void read_value(T& into, const Node& node, const std::string& pointer, const Field& field) {
    read(into, node, pointer, field);
  }

  /// A bare quantity is short for a fixed one.
  template <class T>
  void read_value(Drawn<T>& into, const Node& node, const std::string& pointer, const Field& field) {
    constexpr Dimension dimension = QuantityOf<T>::dimension;
    if (node.string() == nullptr && node.number() == nullptr) {
      unexpected(node, pointer, wanted(Tag<Drawn<T>>{}, field), std::string{field.doc});
    } else if (const auto value = read_number(node, pointer, field, dimension)) {
      into.distribution.value = sim::Fixed{*value};
    }
  }

  inline static const std::vector<std::string> beside_value{"source", "grade", "low", "high", "note"};

  template <class T>
  void read_members(Sourced<T>& into,
                    const Object& object,
                    const Node& node,
                    const std::string& pointer,
                    const Field& field,
                    SourcedNumber& number) {
    std::vector<std::string> values{"value"};
    constexpr bool is_drawn = !Quantity<T>;
    if constexpr (is_drawn) {
      for (std::string& name : distribution_names()) values.push_back(std::move(name));
    }
    if (is_drawn) {
      const Member* const chosen = only_one(
          node, pointer, values, beside_value, "exactly one of " + one_of(values));
      if (chosen != nullptr) {
        number.text = chosen->key == "value" ? describe(chosen->value) : summary(*chosen);
        read_chosen(into.value, *chosen, child(pointer, chosen->key), field);
      }
    } else {
      const Node* const value = object.find("value");
      if (value == nullptr || value->is_null()) {
        missing(node, pointer, "value", wanted(Tag<T>{}, field), std::string{field.doc});
      } else {
        number.text = describe(*value);
        read_value(into.value, *value, child(pointer, "value"), field);
      }
      values.insert(values.end(), beside_value.begin(), beside_value.end());
      report_unknown(object, pointer, values);
    }
    const auto optional_member = [&](std::string_view name, auto& target, const Field& bounds) {
      const Node* const value = object.find(name);
      if (value == nullptr || value->is_null()) return std::string{};
      read(target, *value, child(pointer, name), bounds);
      const std::string* const text = value->string();
      return text == nullptr ? describe(*value) : *text;
    };
    const Field plain{};
    Field range = field;
    range.above = false;  // "above 0" leaves room for a lowest plausible value of 0
    number.source = optional_member("source", into.source, plain);
    (void)optional_member("grade", into.grade, plain);
    number.grade = into.grade;
    number.low = optional_member("low", into.low, range);
    number.high = optional_member("high", into.high, range);
    number.note = optional_member("note", into.note, plain);
  }

  template <Quantity Q>
  void read_chosen(Q& /*into*/, const Member& /*member*/, const std::string& /*pointer*/, const Field& /*field*/) {}

  template <class T>
  void read_chosen(Drawn<T>& into,
                   const Member& member,
                   const std::string& pointer,
                   const Field& field) {
    if (member.key == "value") {
      read_value(into, member.value, pointer, field);
      return;
    }
    constexpr Dimension dimension = QuantityOf<T>::dimension;
    const auto distribution = read_distribution(member, pointer, dimension);
    if (!distribution) return;
    into.distribution = *distribution;
    const Field bounds = bounded(field, dimension);
    const double low = sim::lowest(*distribution);
    const double high = sim::highest(*distribution);
    const bool too_low = bounds.above ? low < bounds.at_least : !(low >= bounds.at_least);
    const bool too_high = !(high <= bounds.at_most);
    if (!too_low && !too_high) return;
    std::string found = "a distribution that reaches ";
    found += too_low ? (low - low == 0.0 ? plain_text(low, dimension) : "below every bound")
                     : (high - high == 0.0 ? plain_text(high, dimension) : "without end");
    report(pointer,
           found,
           expectation(field, dimension),
           too_high ? "lognormal can be cut with at_most; beta stays between 0 and 1" : "",
           member.value.place);
  }

  /// @returns the distribution that `member` names and describes, all its rules kept
  std::optional<sim::Distribution> read_distribution(const Member& member,
                                                     const std::string& pointer,
                                                     Dimension dimension) {
    std::optional<sim::Distribution> result;
    sim::for_each_distribution_type([&]<class D>(sim::TypeTag<D>) {
      if (D::name != member.key) return;
      const Object* const object = member.value.object();
      if (object == nullptr) {
        unexpected(member.value, pointer, "an object with the parameters of \"" + member.key + "\"", "");
        return;
      }
      const std::size_t problems_before = problems_.size();
      D distribution{};
      std::vector<std::string> known;
      D::fields(distribution, [&](const Field& field, auto& parameter) {
        known.emplace_back(field.name);
        const Dimension of = field.unit == sim::Unit::of_variable ? dimension
                             : field.unit == sim::Unit::share     ? Dimension::share
                                                                  : Dimension::number;
        const Node* const value = object->find(field.name);
        if (value != nullptr && !value->is_null()) {
          read_parameter(parameter, *value, child(pointer, field.name), field, of);
        } else if (field.required) {
          missing(member.value,
                  pointer,
                  field.name,
                  parameter_wanted(parameter, field, of),
                  std::string{field.doc});
        }
      });
      report_unknown(*object, pointer, known);
      if (problems_.size() > problems_before) return;
      for (const sim::Problem& problem : distribution.problems()) {
        if (problem.field.find('/') != std::string::npos) continue;  // a component said so itself
        const Node* const value = object->find(problem.field);
        report(child(pointer, problem.field),
               value == nullptr ? "nothing" : describe(*value),
               problem.expected,
               "",
               place_of(member.value, child("", problem.field)));
      }
      if (problems_.size() == problems_before) result = sim::Distribution{std::move(distribution)};
    });
    return result;
  }

  static std::string parameter_wanted(double, const Field& field, Dimension dimension) {
    return expectation(field, dimension);
  }
  static std::string parameter_wanted(int, const Field& field, Dimension) {
    return "a whole number" + expectation(field, Dimension::number).substr(std::string_view{"a number"}.size());
  }
  static std::string parameter_wanted(const std::optional<double>&, const Field& field, Dimension dimension) {
    return expectation(field, dimension);
  }
  static std::string parameter_wanted(const std::vector<double>&, const Field& field, Dimension dimension) {
    return "a list, each of its items " + expectation(field, dimension);
  }
  static std::string parameter_wanted(const std::vector<sim::Distribution>&, const Field&, Dimension) {
    return "a list of distributions";
  }

  void read_parameter(double& into, const Node& node, const std::string& pointer, const Field& field, Dimension dimension) {
    if (const auto value = read_number(node, pointer, field, dimension)) into = *value;
  }

  void read_parameter(int& into, const Node& node, const std::string& pointer, const Field& field, Dimension dimension) {
    const Number* const number = node.number();
    if (number != nullptr && field.allows(number->value) && std::floor(number->value) == number->value) {
      into = static_cast<int>(number->value);
    } else {
      unexpected(node, pointer, parameter_wanted(into, field, dimension), "");
    }
  }

  void read_parameter(std::optional<double>& into, const Node& node, const std::string& pointer, const Field& field, Dimension dimension) {
    into = read_number(node, pointer, field, dimension);
  }

  void read_parameter(std::vector<double>& into, const Node& node, const std::string& pointer, const Field& field, Dimension dimension) {
    const Array* const array = node.array();
    if (array == nullptr) {
      unexpected(node, pointer, parameter_wanted(into, field, dimension), std::string{field.doc});
      return;
    }
    for (std::size_t i = 0; i < array->size(); ++i) {
      read_parameter(into.emplace_back(), (*array)[i], pointer + "/" + std::to_string(i), field, dimension);
    }
  }

  void read_parameter(std::vector<sim::Distribution>& into, const Node& node, const std::string& pointer, const Field& field, Dimension dimension) {
    const Array* const array = node.array();
    if (array == nullptr) {
      unexpected(node, pointer, parameter_wanted(into, field, dimension), std::string{field.doc});
      return;
    }
    const std::vector<std::string> names = distribution_names();
    for (std::size_t i = 0; i < array->size(); ++i) {
      const std::string at = pointer + "/" + std::to_string(i);
      const Member* const chosen =
          only_one((*array)[i], at, names, {}, "an object with exactly one of " + one_of(names));
      if (chosen == nullptr) continue;
      if (auto component = read_distribution(*chosen, child(at, chosen->key), dimension)) {
        into.push_back(std::move(*component));
      }
    }
  }

  /// @returns "lognormal, mean 14 h, cv 0.9"
  static std::string summary(const Member& chosen) {
    std::string text = chosen.key;
    if (const Object* const object = chosen.value.object()) {
      for (const Member& member : object->members) {
        const std::string* const written = member.value.string();
        text += ", " + member.key + " " + (written != nullptr ? *written : describe(member.value));
      }
    }
    return text;
  }

  template <Quantity Q>
  static double central(const Q& value) {
    return QuantityOf<Q>::base(value);
  }
  template <class T>
  static double central(const Drawn<T>& drawn) {
    return sim::mean(drawn.distribution);
  }

  /// The plausible range must hold the value. Of a distribution it is the range of the mean, whose
  /// author may have rounded it: that is a warning only.
  template <class T>
  void check_range(const Sourced<T>& sourced, const Node& node, const std::string& pointer, const Field& /*field*/) {
    using Range = typename models::RangeOf<T>::type;
    using Severity = models::Diagnostic::Severity;
    const Object* const object = node.object();
    if (object == nullptr || (!sourced.low && !sourced.high)) return;
    const double value = central(sourced.value);
    const std::string what = std::is_same_v<T, Range> ? "the value, " : "the mean, ";
    const std::string shown = what + plain_text(value, QuantityOf<Range>::dimension);
    const Severity severity = std::is_same_v<T, Range> ? Severity::error : Severity::warning;
    if (sourced.low && QuantityOf<Range>::base(*sourced.low) > value) {
      const Node& low = *object->find("low");
      report(child(pointer, "low"), describe(low), "at most " + shown, "", low.place, severity);
    }
    if (sourced.high && QuantityOf<Range>::base(*sourced.high) < value) {
      const Node& high = *object->find("high");
      report(child(pointer, "high"), describe(high), "at least " + shown, "", high.place, severity);
    }
  }

  Problems problems_;
  std::vector<SourcedNumber> numbers_;
};

/// Numbers cite sources by id.
Problems uncited(const SettingReading& reading, const Node& root) {
  Problems problems;
  std::vector<std::string> known;
  for (const auto& item : reading.setting.evidence) known.push_back(item.first);
  for (const SourcedNumber& number : reading.numbers) {
    if (number.source.empty() || reading.setting.evidence.contains(number.source)) continue;
    const std::string pointer = number.pointer + "/source";
    const auto near = nearest(number.source, known);
    problems.push_back(problem_at(place_of(root, pointer),
                                  pointer,
                                  '"' + number.source + '"',
                                  wanted(Tag<models::Ref<models::Entity::evidence>>{}, Field{}),
                                  near ? "did you mean \"" + *near + "\"?" : ""));
  }
  return problems;
}

}  // namespace

SettingReading read_setting(const Node& root) {
  SettingReading reading;
  Reader reader;
  reader.read(reading.setting, root, "", Field{.name = "", .doc = "a scenario"});
  reading.problems = reader.take_problems();
  reading.numbers = reader.take_numbers();
  for (Problem& problem : uncited(reading, root)) reading.problems.push_back(std::move(problem));
  return reading;
}

}  // namespace ficap::io
